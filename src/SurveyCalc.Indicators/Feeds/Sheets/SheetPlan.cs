using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Feeds.Sheets;

/// <summary>The plan value of one year, or the baseline, in the version that the sheet shows (計画・計画策定時).</summary>
/// <param name="Text">As printed.</param>
/// <param name="Value">The number; null when the text is not exactly one.</param>
/// <param name="From">First year of the period it is for; null for one year.</param>
/// <param name="To">Last year of the period, or that one year; null for the baseline.</param>
public sealed record SheetPlan(string Text, decimal? Value, FiscalYear? From, FiscalYear? To = null)
{
    /// <summary>True in the one place where the value is to be counted: the last year of its period. The cells before repeat it.</summary>
    public bool IsDueIn(FiscalYear year) => From is null || To == year;
}
