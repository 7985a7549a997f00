namespace SurveyCalc.Indicators.Import;

/// <summary>Leaves out the rows in which a column holds one of the values (除外条件), written <c>提出状況=未提出|未確認</c>.</summary>
/// <param name="Column">Header of the column.</param>
/// <param name="Values">Values compared in normal form; "" is the blank cell (空欄).</param>
public sealed record RowFilter(string Column, IReadOnlyList<string> Values);
