namespace SurveyCalc.Indicators.Definitions;

/// <summary>One cell of a breakdown: the respondents who gave one answer to each of its attributes.</summary>
/// <param name="Breakdown">Name of the breakdown, such as 性別×年代; empty for everybody (全体).</param>
/// <param name="Label">Labels of the choices, such as 女性×30代; 全体 for everybody.</param>
public readonly record struct BreakdownCell(string Breakdown, string Label)
{
    public static BreakdownCell Everybody { get; } = new("", "全体");

    public bool IsEverybody => Breakdown.Length == 0;
}
