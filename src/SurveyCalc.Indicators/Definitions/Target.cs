using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>
/// What the plan prints for one indicator beside its actuals: the baseline (計画策定時) and the plan value per year (計画).
/// </summary>
/// <param name="Indicator">Indicator code.</param>
/// <param name="Year">Fiscal year of a plan value; null for the baseline.</param>
/// <param name="Text">The value as printed, such as <c>57.0</c>.</param>
/// <param name="Value">The value as a number; null when the plan prints none (—).</param>
public sealed record Target(string Indicator, FiscalYear? Year, string Text, decimal? Value);
