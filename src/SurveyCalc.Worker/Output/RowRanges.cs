using System.Globalization;

namespace SurveyCalc.Worker.Output;

/// <summary>Row numbers as people write them: 「4–17, 20」.</summary>
internal static class RowRanges
{
    /// <summary>The ranges, each as one text; a single row is its number.</summary>
    /// <param name="rows">Ascending, without repetition.</param>
    public static IEnumerable<string> Of(IReadOnlyList<int> rows)
    {
        for (var first = 0; first < rows.Count;)
        {
            var last = first;
            while (last + 1 < rows.Count && rows[last + 1] == rows[last] + 1) last++;
            yield return last == first
                ? rows[first].ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{rows[first]}–{rows[last]}");
            first = last + 1;
        }
    }
}
