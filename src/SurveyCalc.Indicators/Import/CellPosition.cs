using System.Globalization;

namespace SurveyCalc.Indicators.Import;

/// <summary>A place in a table file as a spreadsheet shows it.</summary>
/// <param name="Row">Row number in the spreadsheet, from 1; 0 when the problem is not in one row.</param>
/// <param name="Line">Physical line where the row begins; differs from the row after quoted line breaks; 0 when unknown.</param>
/// <param name="Column">Column from 0; -1 when the problem is not in one column.</param>
/// <param name="ColumnName">Header of the column; empty when unknown.</param>
public readonly record struct CellPosition(long Row, long Line, int Column, string ColumnName)
{
    /// <summary>The whole file.</summary>
    public static CellPosition File { get; } = new(0, 0, -1, "");

    public static CellPosition OfRow(long row, long line) => new(row, line, -1, "");

    public static CellPosition OfColumn(int column, string name) => new(0, 0, column, name);

    /// <summary>Letters of the column as a spreadsheet shows them (A, Z, AA); empty when there is no column.</summary>
    public string Letters
    {
        get
        {
            var text = "";
            for (var n = Column + 1; n > 0; n = (n - 1) / 26) text = (char)('A' + (n - 1) % 26) + text;
            return text;
        }
    }

    /// <summary>「 15行目(物理行 17) F列「問3」」, with the parts that apply.</summary>
    public override string ToString()
    {
        var text = Row > 0 ? string.Create(CultureInfo.InvariantCulture, $" {Row}行目") : "";
        if (Row > 0 && Line > 0 && Line != Row) text += string.Create(CultureInfo.InvariantCulture, $"(テキストの{Line}行目)");
        if (Column >= 0) text += $" {Letters}列";
        if (ColumnName.Length > 0) text += $"「{Shorten(ColumnName)}」";
        return text;
    }

    private static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= 30 ? line : line[..29] + "…";
    }
}
