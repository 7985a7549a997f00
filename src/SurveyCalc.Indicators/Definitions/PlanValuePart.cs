namespace SurveyCalc.Indicators.Definitions;

/// <summary>One number of a printed value (計画値の内訳).</summary>
/// <param name="Group">小, 中, 男性 …; empty when the value is a single figure.</param>
/// <param name="Value">In the indicator's unit.</param>
/// <param name="Comparison">以内, 以上 … printed at it; null when none is and the direction decides.</param>
public sealed record PlanValuePart(string Group, decimal Value, Comparison? Comparison = null);
