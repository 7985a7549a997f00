using SurveyCalc.Indicators.Import;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>One row of a definition file, addressed by header.</summary>
/// <param name="Table">The file it stands in.</param>
/// <param name="Row">Row as a spreadsheet shows it, from 1.</param>
/// <param name="Line">Physical line where it begins.</param>
/// <param name="Cells">Cells as they are; may be fewer than headers.</param>
internal sealed record DefinitionRow(DefinitionTable Table, long Row, long Line, string[] Cells)
{
    /// <summary>The cell under a header without surrounding blanks; "" when the row or the file has none.</summary>
    public string this[string header] => Raw(header).Trim();

    /// <summary>The cell as it is.</summary>
    public string Raw(string header) =>
        Table.Columns.TryGetValue(header, out var column) && column < Cells.Length ? Cells[column] : "";

    /// <summary>Place of the cell under a header, or of the row when the file has no such column.</summary>
    public CellPosition At(string header) =>
        Table.Columns.TryGetValue(header, out var column)
            ? new CellPosition(Row, Line, column, header)
            : CellPosition.OfRow(Row, Line);
}
