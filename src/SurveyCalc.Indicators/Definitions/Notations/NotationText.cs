using System.Text;

namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>
/// Brings printed text to one spelling: full-width forms, spaces, wave dashes, era and unit ligatures. Characters whose
/// compatibility form would invent digits (① ² ½ ㎡ Ⅱ) are left alone, which is why NFKC is not used.
/// </summary>
internal static class NotationText
{
    /// <summary>Longest text the readers take; a cell of a table is never longer.</summary>
    public const int MaxLength = 200;

    private static readonly Dictionary<char, string> Ligatures = new()
    {
        ['㋿'] = "令和",
        ['㍻'] = "平成",
        ['㍼'] = "昭和",
        ['㌫'] = "%",
        ['㎏'] = "kg",
        ['㎎'] = "mg",
        ['㎞'] = "km",
        ['㎝'] = "cm",
        ['㎜'] = "mm",
        ['ℓ'] = "L",
        ['㍑'] = "L",
        ['㎘'] = "kL",
        ['㏊'] = "ha",
        ['㌶'] = "ha",
    };

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (IsHalfKatakana(c))
            {
                var from = at;
                while (at + 1 < text.Length && IsHalfKatakana(text[at + 1])) at++;
                folded.Append(text[from..(at + 1)].Normalize(NormalizationForm.FormKC));
            }
            else if (char.IsWhiteSpace(c)) Space(folded);
            else if (Ligatures.TryGetValue(c, out var spelled)) folded.Append(spelled);
            else folded.Append(Fold(c));
        }

        return folded.ToString().TrimEnd(' ');
    }

    /// <summary>A dash that fills a cell of its own (—, -, －, ―, ー …): no value.</summary>
    public static bool IsDash(char c) => c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212'
        or '\u2500' or '\u2501' or '\u30FC' or '\uFE63' or '\uFF0D' or '\uFF70';

    private static char Fold(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u2212' => '-',
        '\u301C' or '\u223C' => '~',
        '≧' or '⩾' => '≥',
        '≦' or '⩽' => '≤',
        '→' or '⟹' or '➡' or '⇨' => '⇒',
        '〔' or '〈' => '(',
        '〕' or '〉' => ')',
        _ => c,
    };

    private static bool IsHalfKatakana(char c) => c is >= '\uFF66' and <= '\uFF9F' and not '\uFF70';

    private static void Space(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
    }
}
