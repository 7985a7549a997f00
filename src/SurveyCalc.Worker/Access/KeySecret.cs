using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace SurveyCalc.Worker.Access;

/// <summary>A key as its owner holds it (APIキー): <c>sc_&lt;id&gt;_&lt;secret&gt;</c>. Only the hash of the secret is stored.</summary>
internal sealed record KeySecret(string Id, string Secret)
{
    private const string Prefix = "sc_";

    /// <summary>A new key of 32 random bytes.</summary>
    public static KeySecret Create() =>
        new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    /// <summary>Reads the written form.</summary>
    /// <returns>False when it is none; that says nothing on whether such a key exists.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out KeySecret? key)
    {
        var end = text.StartsWith(Prefix, StringComparison.Ordinal) ? text.IndexOf('_', Prefix.Length) : -1;
        key = end > Prefix.Length && end + 1 < text.Length ? new KeySecret(text[Prefix.Length..end], text[(end + 1)..]) : null;
        return key is not null;
    }

    /// <summary>SHA-256 of the secret, lower-case hex.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Secret)));

    /// <summary>Compares in a time that does not depend on where they differ.</summary>
    public bool Matches(string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash()), Encoding.ASCII.GetBytes(hash));

    public override string ToString() => $"{Prefix}{Id}_{Secret}";
}
