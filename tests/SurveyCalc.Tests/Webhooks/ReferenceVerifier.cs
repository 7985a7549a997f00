using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SurveyCalc.Tests.Webhooks;

/// <summary>
/// What a receiver does with a signature, written from the specification (Standard Webhooks 1.0.0) and not from the sender.
/// </summary>
internal static class ReferenceVerifier
{
    private const long ToleranceSeconds = 5 * 60;

    public static bool Accepts(string secret, string id, string timestamp, string signatures, byte[] body, DateTimeOffset now)
    {
        if (!long.TryParse(timestamp, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var sent)) return false;
        if (Math.Abs(now.ToUnixTimeSeconds() - sent) > ToleranceSeconds) return false;
        using var hmac = new HMACSHA256(Convert.FromBase64String(secret.Split('_', 2)[1]));
        var head = Encoding.ASCII.GetBytes(id + "." + timestamp + ".");
        hmac.TransformBlock(head, 0, head.Length, null, 0);
        hmac.TransformFinalBlock(body, 0, body.Length);
        return signatures.Split(' ').Select(s => s.Split(',', 2)).Any(s =>
            s is ["v1", var value] && CryptographicOperations.FixedTimeEquals(Convert.FromBase64String(value), hmac.Hash!));
    }
}
