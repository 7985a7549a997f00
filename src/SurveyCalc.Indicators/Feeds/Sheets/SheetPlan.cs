using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Feeds.Sheets;

/// <summary>The plan value of one year, or the baseline, in the version that the sheet shows (計画・計画策定時).</summary>
/// <param name="Text">As printed.</param>
/// <param name="Value">The number; null when the text is not exactly one.</param>
/// <param name="From">First year of the period it is for; null for one year.</param>
public sealed record SheetPlan(string Text, decimal? Value, FiscalYear? From);
