namespace SurveyCalc.Statistics;

/// <summary>Mean of scores: mean score (平均値), weighted score (加重平均値), net score or mean of a count.</summary>
/// <remarks>
/// With fewer than two respondents the value stands, but standard error and interval are
/// <see cref="NotEstimableReason.TooFewRespondents"/>. When all scores are equal the standard error is 0 and the interval
/// is <see cref="NotEstimableReason.NoVariation"/>: equal answers of a sample are not certainty.
/// </remarks>
public static class MeanEstimate
{
    /// <summary>Mean with the standard error of the base as a domain of the whole sample.</summary>
    /// <param name="tally">Any scores; <see cref="Tally.Sampled"/> counts the whole sample, in the base or not.</param>
    /// <param name="method">Quantile of the interval.</param>
    /// <param name="level">Confidence level.</param>
    /// <param name="population">
    /// Size N of the population the whole sample was drawn from, at least <see cref="Tally.Sampled"/>; null when unknown:
    /// no finite population correction. N equal to the sample is a census: standard error 0, interval = point.
    /// </param>
    /// <returns>The estimate in the unit of the score, or <see cref="NotEstimableReason.NoValidAnswers"/> for an empty base.</returns>
    /// <remarks>
    /// SE = √((1 − m/N)·m/(m−1)·Σw²(y−ȳ)²/(Σw)²) with m = sampled, and base − 1 degrees of freedom. Weights are taken as
    /// given: strata and calibration need a design. The effective number is Kish's, times (N−1)/(N−m).
    /// Source: Särndal, Swensson, Wretman (1992), Model Assisted Survey Sampling, sections 5.7 and 5.8.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The population is smaller than the sample.</exception>
    public static Estimable<Estimate> Of(Tally tally, MeanMethod method, Level level, long? population) =>
        MeanVariance.Of(tally, population).Select(mean => Describe(tally, mean, method, level, population));

    /// <summary>Mean with the ordinary standard error s/√n of the base alone.</summary>
    /// <param name="tally">Any scores without weights.</param>
    /// <param name="method">Quantile of the interval.</param>
    /// <param name="level">Confidence level.</param>
    /// <returns>The estimate, or <see cref="NotEstimableReason.NoValidAnswers"/> for an empty base.</returns>
    /// <remarks>Differs from <see cref="Of"/> by the factor n/(n−1) of the base instead of the sample; both are in use.</remarks>
    /// <exception cref="ArgumentException">The tally is weighted.</exception>
    public static Estimable<Estimate> ClosedForm(Tally tally, MeanMethod method, Level level)
    {
        RequireUnweighted(tally);
        return Of(tally.WithoutOthers(), method, level, null);
    }

    /// <summary>Standard deviation (標準偏差) of the scores in the base, with divisor n − 1.</summary>
    /// <param name="tally">Any scores without weights.</param>
    /// <returns>In the unit of the score; 0 only when all scores are equal. Needs two respondents.</returns>
    /// <exception cref="ArgumentException">The tally is weighted.</exception>
    public static Estimable<double> StandardDeviation(Tally tally)
    {
        RequireUnweighted(tally);
        return ClosedForm(tally, MeanMethod.Normal, Level.P95)
            .SelectMany(estimate => estimate.StandardError)
            .Select(error => error * Math.Sqrt(tally.Base));
    }

    internal static void RequireUnweighted(Tally tally)
    {
        if (tally.IsWeighted)
            throw new ArgumentException("This formula holds for answers without weights only.", nameof(tally));
    }

    private static Estimate Describe(Tally tally, MeanVariance mean, MeanMethod method, Level level, long? population)
    {
        var effectiveN = mean.IsCensus
            ? Estimable<double>.Not(NotEstimableReason.NoSamplingError)
            : Estimable<double>.Of(tally.KishEffectiveN * (population is { } size ? (size - 1.0) / (size - tally.Sampled) : 1));
        return new(
            mean.Value, mean.Variance.Select(Math.Sqrt), effectiveN, tally.Base - 1, level,
            mean.Variance.SelectMany(variance => IntervalOf(mean, variance, method, level)));
    }

    private static Estimable<Interval> IntervalOf(MeanVariance mean, double variance, MeanMethod method, Level level)
    {
        if (mean.IsCensus)
            return Estimable<Interval>.Of(Interval.Point(mean.Value));
        return variance > 0
            ? DesignInterval.Linear(mean.Value, variance, method.DegreesOfFreedom(mean.DegreesOfFreedom), level)
            : Estimable<Interval>.Not(NotEstimableReason.NoVariation);
    }
}
