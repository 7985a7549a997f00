namespace SurveyCalc.Statistics;

/// <summary>Change of an indicator from the previous wave to the current one (前年度比).</summary>
/// <param name="Difference">
/// Current − previous, in the unit of the estimates: −1 to 1 for proportions, where 0.01 is one percentage point (ポイント).
/// </param>
/// <param name="Level">Confidence level of the interval.</param>
/// <param name="Interval">Confidence interval of the difference, or why there is none.</param>
/// <param name="Test">Two-sided test of no change, or why there is none: two censuses differ exactly and need no test.</param>
/// <remarks>
/// Assumes two independent samples. When the same persons answer in both years (a panel, as in staff surveys), their
/// answers are correlated and the true interval is usually narrower than this one.
/// </remarks>
public sealed record Change(double Difference, Level Level, Estimable<Interval> Interval, Estimable<SignificanceTest> Test)
{
    /// <summary>True when an interval exists and 0 lies outside of it: the change is more than sampling error at this level.</summary>
    public bool ExcludesZero => Interval.TryGet(out var interval) && !interval.Contains(0);
}
