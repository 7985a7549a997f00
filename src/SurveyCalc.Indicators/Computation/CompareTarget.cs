using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Indicators.Computation;

/// <summary>Figure against the plan value of its year, with the interval and the direction (計画との比較).</summary>
internal static class CompareTarget
{
    /// <summary>Bounds beyond it compare like it.</summary>
    private const double Most = 1e27;

    /// <summary>
    /// Achieved when the whole interval is on the good side of the plan value, missed when the whole of it is on the bad
    /// side, undecided otherwise; a figure without an interval is undecided. A census has no sampling error: its printed
    /// value is compared, as everybody who reads it does.
    /// </summary>
    public static TargetVerdict Of(Figure? figure, decimal? plan, Direction direction) =>
        Of(figure, plan, direction is Direction.HigherIsBetter ? Comparison.AtLeast : Comparison.AtMost);

    /// <summary>The same with the comparison that the plan prints (以内, 未満 …).</summary>
    public static TargetVerdict Of(Figure? figure, decimal? plan, Comparison comparison)
    {
        if (plan is null) return TargetVerdict.NoTarget;
        if (figure is null) return TargetVerdict.NoFigure;
        if (figure.IsCensus) return Holds(figure.Printed, plan.Value, comparison) ? TargetVerdict.Achieved : TargetVerdict.Missed;
        if (figure.Lower is not { } lower || figure.Upper is not { } upper) return TargetVerdict.Undecided;

        var (low, high) = (Holds(InDecimals(lower), plan.Value, comparison), Holds(InDecimals(upper), plan.Value, comparison));
        return low != high ? TargetVerdict.Undecided : low ? TargetVerdict.Achieved : TargetVerdict.Missed;
    }

    /// <summary>True when a value satisfies the comparison with the plan value.</summary>
    public static bool Holds(decimal value, decimal plan, Comparison comparison) => comparison switch
    {
        Comparison.AtLeast => value >= plan,
        Comparison.MoreThan => value > plan,
        Comparison.AtMost => value <= plan,
        Comparison.LessThan => value < plan,
        _ => value == plan,
    };

    /// <summary>To the 15 digits that are sure: 57 of 100 is 56.99999999999999 % in binary, and a plan's number is decimal.</summary>
    private static decimal InDecimals(double bound) => (decimal)Math.Clamp(bound, -Most, Most);
}
