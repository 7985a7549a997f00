using System.Text;

namespace SurveyCalc.Indicators.CodeBooks;

/// <summary>
/// Comparison form of labels, codes and headers: NFKC, without white space, in upper case. Two texts that a reader of a
/// Japanese office takes for the same (「やや　満足」「ﾔﾔ満足」 do not, 「３」 and 「3」 do) compare equal.
/// The original text is what is kept and printed.
/// </summary>
public static class LabelText
{
    /// <summary>The comparison form of <paramref name="text"/>; empty for blanks (including U+3000).</summary>
    public static string Normalize(string text)
    {
        var folded = text.IsNormalized(NormalizationForm.FormKC) ? text : text.Normalize(NormalizationForm.FormKC);
        var builder = new StringBuilder(folded.Length);
        foreach (var c in folded)
            if (!char.IsWhiteSpace(c) && c is not ('\u200B' or '\uFEFF'))
                builder.Append(c is '\u301C' ? '~' : char.ToUpperInvariant(c));
        return builder.ToString();
    }

    /// <summary>True when both texts have the same comparison form.</summary>
    public static bool Same(string a, string b) => Normalize(a) == Normalize(b);

    /// <summary>
    /// The candidate within an edit distance of 1 (2 for texts of 6 or more characters), for "did you mean"; null when
    /// there is none or the nearest is not unique.
    /// </summary>
    public static string? Nearest(string text, IEnumerable<string> candidates)
    {
        var wanted = Normalize(text);
        var limit = wanted.Length >= 6 ? 2 : 1;
        string? best = null;
        var bestDistance = limit + 1;
        foreach (var candidate in candidates)
        {
            var distance = EditDistance(wanted, Normalize(candidate));
            if (distance > bestDistance) continue;
            best = distance == bestDistance ? null : candidate;
            bestDistance = distance;
        }

        return bestDistance <= limit ? best : null;
    }

    /// <summary>Levenshtein distance. Source: Levenshtein (1966), Soviet Physics Doklady 10, 707–710.</summary>
    private static int EditDistance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2 || a.Length > 200) return int.MaxValue - 1;
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
                current[j] = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
