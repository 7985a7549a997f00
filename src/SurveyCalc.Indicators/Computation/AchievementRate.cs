using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Indicators.Computation;

/// <summary>
/// 達成率 as cities print it: actual ÷ plan for what should rise, the way made from the baseline for what should fall.
/// Where a formula would divide by zero or mean nothing there is a reason instead of a number.
/// </summary>
public static class AchievementRate
{
    private const string Rank = "位";

    /// <param name="actual">Printed actual.</param>
    /// <param name="plan">Plan value, in the same unit.</param>
    /// <param name="baseline">Baseline; null when the plan prints none.</param>
    /// <param name="direction">Which way is good.</param>
    /// <param name="unit">Unit of all three.</param>
    /// <returns>The rate in percent with one decimal (half away from zero) and an empty reason, or null and the reason.</returns>
    public static (decimal? Rate, string Reason) Of(decimal actual, decimal plan, decimal? baseline, Direction direction, string unit)
    {
        if (unit is Rank) return (null, "順位には達成率を定めません。");
        return direction is Direction.HigherIsBetter ? OfLevel(actual, plan) : OfWay(actual, plan, baseline);
    }

    private static (decimal? Rate, string Reason) OfLevel(decimal actual, decimal plan)
    {
        if (plan == 0) return (null, "計画値が0のため、実績÷計画値を計算できません。");
        if (plan < 0 || actual < 0) return (null, "負の値があるため、実績÷計画値に意味がありません。");
        return (Percent(actual, plan), "");
    }

    private static (decimal? Rate, string Reason) OfWay(decimal actual, decimal plan, decimal? baseline)
    {
        if (baseline is not { } from) return (null, "計画策定時の値がないため、(計画策定時−実績)÷(計画策定時−計画値)を計算できません。");
        if (from == plan) return (null, "計画策定時の値と計画値が同じため、達成率を計算できません。");
        if (from < plan) return (null, "計画値が計画策定時の値より悪いため、達成率に意味がありません。");
        return (Percent(from - actual, from - plan), "");
    }

    private static decimal Percent(decimal part, decimal whole) => Math.Round(part * 100 / whole, 1, MidpointRounding.AwayFromZero);
}
