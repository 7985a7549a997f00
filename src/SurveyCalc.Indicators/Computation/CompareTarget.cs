using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Indicators.Computation;

/// <summary>Figure against the plan value of its year, with the interval and the direction (計画との比較).</summary>
internal static class CompareTarget
{
    /// <summary>
    /// Achieved when the whole interval is on the good side of the plan value, missed when the whole of it is on the bad
    /// side, undecided otherwise; a figure without an interval is undecided.
    /// </summary>
    public static TargetVerdict Of(Figure? figure, decimal? plan, Direction direction)
    {
        if (plan is null) return TargetVerdict.NoTarget;
        if (figure is null) return TargetVerdict.NoFigure;
        if (figure.Lower is not { } lower || figure.Upper is not { } upper) return TargetVerdict.Undecided;
        var value = (double)plan.Value;
        if (direction is Direction.HigherIsBetter)
            return lower >= value ? TargetVerdict.Achieved : upper < value ? TargetVerdict.Missed : TargetVerdict.Undecided;
        return upper <= value ? TargetVerdict.Achieved : lower > value ? TargetVerdict.Missed : TargetVerdict.Undecided;
    }
}
