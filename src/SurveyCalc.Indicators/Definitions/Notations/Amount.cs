namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>One printed number with everything that stands directly at it.</summary>
/// <param name="Comparison">以上, 以下・以内, 未満, 超; Equal when none is printed.</param>
/// <param name="Number">Exact, in <paramref name="Unit"/>; zeros at the end are kept (57.0).</param>
/// <param name="Unit">As printed (%, 人, 億円), else the indicator's unit of the context, else null.</param>
/// <param name="IsUnitPrinted">False when the unit comes from the context.</param>
/// <param name="IsApproximate">約, 概ね, 程度.</param>
/// <param name="HasPlus">A plus sign is printed.</param>
/// <param name="Per">／年, ／取組期間.</param>
/// <param name="Change">増・減: then the number is a change, never a level.</param>
public sealed record Amount(
    Comparison Comparison, decimal Number, string? Unit, bool IsUnitPrinted, bool IsApproximate, bool HasPlus, TargetPeriod Per, ChangeDirection Change)
{
    /// <summary>Decimals as printed: 1 for 57.0.</summary>
    public int Decimals => Number.Scale;
}
