using SurveyCalc.Indicators.Actuals;

namespace SurveyCalc.Indicators.Feeds;

/// <summary>
/// Cells that must be withheld although they are large enough, because a small one could be derived from them (補完秘匿).
/// </summary>
internal static class ComplementaryCells
{
    /// <summary>Finds them among all cells of one indicator and wave.</summary>
    /// <param name="cells">Cells of any number of breakdowns.</param>
    /// <param name="limit">公表下限.</param>
    /// <remarks>
    /// A line is what adds up to a total: the cells of a one-way breakdown, and of a crossed one the cells that share all
    /// labels but one. The withheld cells of a line are never a single one, and together are as large as the limit, by
    /// adding the next smallest. A crossed cell is withheld with the cell of a one-way breakdown that it is a part of.
    /// </remarks>
    public static IReadOnlyCollection<Actual> Of(IReadOnlyList<Actual> cells, int limit)
    {
        var withheld = new HashSet<Actual>(cells.Where(c => SuppressionGate.IsSmall(c, limit)), ReferenceEqualityComparer.Instance);
        if (withheld.Count == 0) return [];
        var tables = cells.GroupBy(c => c.Cell.Breakdown).OrderBy(t => t.Key.Count(letter => letter == '×')).Select(t => t.ToList()).ToList();
        for (var before = -1; before != withheld.Count;)
        {
            before = withheld.Count;
            foreach (var table in tables)
            {
                foreach (var cell in table)
                    if (PartsOf(cell, cells).Any(withheld.Contains) && cell.Figure is not null)
                        withheld.Add(cell);
                foreach (var line in Lines(table)) Complete(line, withheld, limit);
            }
        }

        return withheld;
    }

    private static void Complete(List<Actual> line, HashSet<Actual> withheld, int limit)
    {
        var hidden = line.Where(withheld.Contains).ToList();
        var sum = hidden.Sum(c => c.Figure!.Denominator);
        foreach (var next in line.Where(c => c.Figure is not null && !withheld.Contains(c)).OrderBy(c => c.Figure!.Denominator).ToList())
        {
            if (hidden.Count == 0 || (hidden.Count > 1 && sum >= limit)) return;
            withheld.Add(next);
            hidden.Add(next);
            sum += next.Figure!.Denominator;
        }
    }

    private static IEnumerable<List<Actual>> Lines(List<Actual> table)
    {
        var ways = table[0].Cell.Breakdown.Split('×').Length;
        if (table.Exists(c => c.Cell.Label.Split('×').Length != ways)) return [table];
        return Enumerable.Range(0, ways).SelectMany(way => table
            .GroupBy(c => string.Join('×', c.Cell.Label.Split('×').Where((_, i) => i != way))).Select(line => line.ToList()));
    }

    /// <summary>The one-way cells that a crossed cell is a part of.</summary>
    private static IEnumerable<Actual> PartsOf(Actual cell, IReadOnlyList<Actual> cells)
    {
        var (questions, labels) = (cell.Cell.Breakdown.Split('×'), cell.Cell.Label.Split('×'));
        if (questions.Length < 2 || labels.Length != questions.Length) return [];
        return cells.Where(c => Enumerable.Range(0, questions.Length).Any(i => c.Cell.Breakdown == questions[i] && c.Cell.Label == labels[i]));
    }
}
