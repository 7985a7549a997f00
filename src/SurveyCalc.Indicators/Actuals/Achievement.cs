namespace SurveyCalc.Indicators.Actuals;

/// <summary>
/// What stands beside a verdict against the plan value (達成の状況): the usual achievement rate, and which version of the
/// plan value was used.
/// </summary>
public sealed record Achievement
{
    /// <summary>達成率 in percent of the printed actual, one decimal, 四捨五入; null where it is not defined. May be negative or above 100.</summary>
    public decimal? Rate { get; init; }

    /// <summary>Why there is no rate, in Japanese; empty when there is one.</summary>
    public string NoRateReason { get; init; } = "";

    /// <summary>Why the verdict is that there is none, or what a reader of it should know, in Japanese; empty when there is nothing to say.</summary>
    public string VerdictNote { get; init; } = "";

    /// <summary>改定日 of the version used; null for the original plan.</summary>
    public DateOnly? RevisedOn { get; init; }
}
