namespace SurveyCalc.Indicators.Feeds;

/// <summary>
/// Cells of a table that follow from its margins when all others given are unknown: take the rows and columns as points and
/// the unknown cells as lines between them; a cell that no circle passes through is determined.
/// </summary>
/// <remarks>
/// Sources: Gusfield (1988), A graph theoretic approach to statistical data security, SIAM Journal on Computing 17, 552–571;
/// Tarjan (1974), A note on finding the bridges of a graph, Information Processing Letters 2, 160–161.
/// </remarks>
internal static class TableLinks
{
    /// <summary>The cells that are determined.</summary>
    /// <param name="cells">Unknown cells by row and column, whose names differ.</param>
    public static IReadOnlyList<(string One, string Other)> Of(IReadOnlyList<(string One, string Other)> cells)
    {
        var at = cells.SelectMany((cell, i) => new[] { (Point: cell.One, To: cell.Other, Cell: i), (Point: cell.Other, To: cell.One, Cell: i) }).ToLookup(end => end.Point, StringComparer.Ordinal);
        var (order, lowest) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        var links = new List<(string One, string Other)>();
        foreach (var (one, _) in cells)
            if (!order.ContainsKey(one))
                Visit(one, -1);
        return links;

        // As deep as there are rows and columns.
        void Visit(string point, int by)
        {
            order[point] = lowest[point] = order.Count;
            foreach (var (_, to, cell) in at[point])
            {
                if (cell == by) continue;
                if (order.TryGetValue(to, out var seen))
                {
                    lowest[point] = Math.Min(lowest[point], seen);
                    continue;
                }

                Visit(to, cell);
                lowest[point] = Math.Min(lowest[point], lowest[to]);
                if (lowest[to] > order[point]) links.Add(cells[cell]);
            }
        }
    }
}
