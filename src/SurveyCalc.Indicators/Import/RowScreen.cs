using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Import;

/// <summary>Tells respondents' rows from blank, comment and totals rows, and from those that a filter leaves out.</summary>
internal sealed class RowScreen(ImportProfile profile, Layout layout, CellText text)
{
    private const int Beginning = 64;

    private readonly HashSet<string> totals = [.. profile.TotalsMarkers.Select(LabelText.Normalize).Where(marker => marker.Length > 0)];
    private readonly string[] comments = [.. profile.CommentMarkers.Select(LabelText.Normalize).Where(marker => marker.Length > 0)];
    private readonly HashSet<string>[] excluded = [.. layout.Filters.Select(filter => filter.Rule.Values.Select(LabelText.Normalize).ToHashSet(StringComparer.Ordinal))];
    private readonly CellMemo<object>[] verdicts = [.. layout.Filters.Select(_ => new CellMemo<object>(1_000))];
    private readonly bool anyMarkerBeginsWithDigit =
        profile.TotalsMarkers.Concat(profile.CommentMarkers).Select(LabelText.Normalize).Any(marker => marker.Length > 0 && char.IsAsciiDigit(marker[0]));

    private static readonly object Kept = new();
    private static readonly object Excluded = new();

    /// <summary>Rows that each filter left out.</summary>
    public long[] Filtered { get; } = new long[layout.Filters.Count];

    /// <summary>First cell of the row that is not blank, or -1.</summary>
    public int FirstCell(ResponseReader reader)
    {
        for (var column = 0; column < reader.Cells; column++)
            if (!text.IsBlank(reader.Cell(column)))
                return column;
        return -1;
    }

    /// <summary>The comment that the cell begins, or null.</summary>
    public string? Comment(ReadOnlySpan<byte> cell)
    {
        if (!MayBeMarker(cell)) return null;
        var beginning = text.Beginning(cell, Beginning);
        var normal = LabelText.Normalize(beginning);
        return comments.Any(marker => normal.StartsWith(marker, StringComparison.Ordinal)) ? beginning.Trim() : null;
    }

    /// <summary>The totals marker that the cell is, or null.</summary>
    public string? Totals(ReadOnlySpan<byte> cell)
    {
        if (cell.Length > Beginning || !MayBeMarker(cell)) return null;
        var whole = text.Decode(cell);
        return totals.Contains(LabelText.Normalize(whole)) ? whole.Trim() : null;
    }

    /// <summary>True when a filter leaves the row out; the filter's count goes up.</summary>
    public bool IsFiltered(ResponseReader reader)
    {
        for (var i = 0; i < excluded.Length; i++)
        {
            var cell = reader.Cell(layout.Filters[i].Column);
            if (!verdicts[i].TryGet(cell, out var verdict))
                verdict = verdicts[i].Add(cell, cell.Length <= ImportLimits.CellBytes && excluded[i].Contains(LabelText.Normalize(text.Decode(cell))) ? Excluded : Kept);
            if (verdict != Excluded) continue;
            Filtered[i]++;
            return true;
        }

        return false;
    }

    /// <summary>Most rows begin with a digit, and few markers do: those are not decoded.</summary>
    private bool MayBeMarker(ReadOnlySpan<byte> cell) =>
        cell.Length > 0 && (anyMarkerBeginsWithDigit || cell[0] is < (byte)'0' or > (byte)'9');
}
