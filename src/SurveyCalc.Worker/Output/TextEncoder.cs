using System.Text;
using SurveyCalc.Indicators.Import;

namespace SurveyCalc.Worker.Output;

/// <summary>
/// Text → bytes of a CSV that Excel opens rightly: UTF-8 with a byte order mark, or CP932 with a list of the characters it
/// cannot hold. Those become 〓, never a question mark that looks like text.
/// </summary>
internal static class TextEncoder
{
    public static byte[] Utf8WithMark(string text) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];

    /// <summary>Encodes for CP932.</summary>
    /// <returns>The bytes, and each lost character with the number of times it was lost.</returns>
    public static (byte[] Bytes, IReadOnlyDictionary<Rune, int> Lost) Cp932(string text)
    {
        var strict = SourceEncoding.Cp932.Strict();
        var lost = new Dictionary<Rune, int>();
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var alike = SameShape(rune);
            if (CanEncode(strict, alike))
            {
                kept.Append(alike);
                continue;
            }

            lost[rune] = lost.GetValueOrDefault(rune) + 1;
            kept.Append('〓');
        }

        return (strict.GetBytes(kept.ToString()), lost);
    }

    /// <summary>Characters that two vendors' tables map to the same byte pair and readers take for the same.</summary>
    private static Rune SameShape(Rune rune) => rune.Value switch
    {
        0x301C => new Rune('\uFF5E'),
        0x2212 => new Rune('\uFF0D'),
        0x2014 => new Rune('\u2015'),
        0x2016 => new Rune('\u2225'),
        _ => rune,
    };

    private static bool CanEncode(Encoding strict, Rune rune)
    {
        if (rune.IsAscii) return true;
        try
        {
            Span<char> chars = stackalloc char[2];
            return strict.GetByteCount(chars[..rune.EncodeToUtf16(chars)]) > 0;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
