namespace SurveyCalc.Statistics;

/// <summary>An estimated ratio or mean with its sampling error (推定値).</summary>
/// <param name="Value">The estimate: a ratio within [0,1], a score, or a net score within [−1,1].</param>
/// <param name="StandardError">
/// Standard error (標準誤差) in the unit of the value. 0 after a census; not estimable from fewer than two respondents.
/// For a proportion observed at 0 or 1 it is 0 too: there the interval, not this number, tells the uncertainty.
/// </param>
/// <param name="EffectiveN">Effective number of respondents (有効標本サイズ); after a census <see cref="NotEstimableReason.NoSamplingError"/>.</param>
/// <param name="DegreesOfFreedom">Degrees of freedom (自由度) of the variance, 0 or more.</param>
/// <param name="Level">Confidence level of the interval.</param>
/// <param name="Interval">Confidence interval (信頼区間), or why there is none.</param>
public sealed record Estimate(
    double Value,
    Estimable<double> StandardError,
    Estimable<double> EffectiveN,
    double DegreesOfFreedom,
    Level Level,
    Estimable<Interval> Interval)
{
    /// <summary>True when the whole population answered (全数調査): no sampling error, the interval is the point.</summary>
    /// <remarks>Non-response and measurement remain as errors; neither is in these numbers.</remarks>
    public bool IsCensus => !EffectiveN.IsEstimable && EffectiveN.Reason == NotEstimableReason.NoSamplingError;
}
