using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Feeds.Sheets;

/// <summary>One fiscal year of an indicator: what was planned and what came out.</summary>
/// <param name="Year">The fiscal year.</param>
/// <param name="Plan">Plan value; null when the plan prints none for the year.</param>
/// <param name="Actual">The actual, or which kind of none.</param>
public sealed record SheetYear(FiscalYear Year, SheetPlan? Plan, SheetActual Actual);
