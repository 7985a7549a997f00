using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>
/// What the plan prints for one indicator beside its actuals: the baseline (計画策定時) and the plan value per year or
/// period (計画). A revised value is another one; the earlier stays.
/// </summary>
/// <param name="Indicator">Indicator code.</param>
/// <param name="Year">Fiscal year of a plan value, the last one of a period; null for the baseline.</param>
/// <param name="Text">The value as printed, such as <c>57.0</c>.</param>
/// <param name="Value">The number to compare with; null when the plan prints none (—) or none that can be compared.</param>
public sealed record Target(string Indicator, FiscalYear? Year, string Text, decimal? Value)
{
    /// <summary>First fiscal year of a period (取組期間); null when the value is for one year.</summary>
    public FiscalYear? From { get; init; }

    /// <summary>Day from which a revised value holds (改定日); null for the value of the original plan.</summary>
    public DateOnly? RevisedOn { get; init; }

    /// <summary>Why it was revised, or who chose which reading (理由); empty when there is nothing to say.</summary>
    public string Reason { get; init; } = "";
}
