namespace SurveyCalc.Statistics;

/// <summary>Proportion (割合) with standard error and confidence interval.</summary>
public static class ProportionEstimate
{
    /// <summary>Estimates the proportion of a tally.</summary>
    /// <param name="tally">Scores 0 and 1 only. With <see cref="Tally.Base"/> 0 nothing is estimable.</param>
    /// <param name="method">Method of the interval; the product's default is <see cref="ProportionMethod.Wilson"/>.</param>
    /// <param name="level">Confidence level.</param>
    /// <param name="population">
    /// Size N of the population (母集団) that everybody sampled was drawn from; null when unknown: no finite population
    /// correction. N equal to the number sampled is a census: standard error 0, and the interval is the point.
    /// </param>
    /// <returns>
    /// The estimate, or <see cref="NotEstimableReason.NoValidAnswers"/>. Its interval is missing
    /// (<see cref="NotEstimableReason.UndefinedAtBoundary"/>) where the method has none at an observed 0 or 1; apart
    /// from a census it never has zero width.
    /// </returns>
    /// <remarks>
    /// The base is a domain of the sample: what is corrected for is the fraction m/N of people sampled, whoever of them
    /// is in the base. The method receives effective counts: n(N−1)/(N−m) respondents, n being the base. For weighted
    /// answers Kish's effective number takes the place of n before the same factor: a provisional approximation that
    /// knows neither strata nor calibration. The standard error is √((1 − m/N)·m/(m−1)·Σw²(y−px)²/(Σw)²): for a simple
    /// random sample without item non-response √((1 − n/N)·p(1−p)/(n−1)).
    /// Sources: Cochran (1977), Sampling Techniques, sections 2.12 and 3.2; Kish (1965), Survey Sampling, 11.7.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The population is smaller than the number sampled.</exception>
    /// <exception cref="ArgumentException">The tally holds scores other than 0 and 1.</exception>
    public static Estimable<Estimate> Of(Tally tally, ProportionMethod method, Level level, long? population)
    {
        if (tally.Base == 0)
            return Estimable<Estimate>.Not(NotEstimableReason.NoValidAnswers);
        var counts = EffectiveCounts.Of(tally, population);
        var interval = counts.IsCensus
            ? Estimable<Interval>.Of(Interval.Point(counts.Ratio))
            : IntervalOf(counts.Positive, counts.Valid, method, level);
        var effectiveN = counts.IsCensus
            ? Estimable<double>.Not(NotEstimableReason.NoSamplingError)
            : Estimable<double>.Of(counts.Valid);
        return Estimable<Estimate>.Of(new(counts.Ratio, StandardError(tally, population), effectiveN, tally.Base - 1, level, interval));
    }

    private static Estimable<double> StandardError(Tally tally, long? population)
    {
        if (EffectiveCounts.IsCensusOf(tally, population))
            return Estimable<double>.Of(0);
        if (tally.Base < 2)
            return Estimable<double>.Not(NotEstimableReason.TooFewRespondents);
        var unsampled = population is { } size ? 1 - ((double)tally.Sampled / size) : 1;
        double sampled = tally.Sampled;
        return Estimable<double>.Of(Math.Sqrt(unsampled * sampled / (sampled - 1) * Linearisation.Variance(tally)));
    }

    private static Estimable<Interval> IntervalOf(double positive, double valid, ProportionMethod method, Level level) => method switch
    {
        ProportionMethod.Wilson => Estimable<Interval>.Of(Wilson.Interval(positive, valid, level)),
        ProportionMethod.WilsonCorrected => Estimable<Interval>.Of(WilsonCorrected.Interval(positive, valid, level)),
        ProportionMethod.Wald when positive == 0 || positive == valid => Estimable<Interval>.Not(NotEstimableReason.UndefinedAtBoundary),
        ProportionMethod.Wald => Estimable<Interval>.Of(Wald.Interval(positive, valid, level)),
        ProportionMethod.AgrestiCoull => Estimable<Interval>.Of(AgrestiCoull.Interval(positive, valid, level)),
        ProportionMethod.ClopperPearson => Estimable<Interval>.Of(ClopperPearson.Interval(positive, valid, level)),
        ProportionMethod.Jeffreys => Estimable<Interval>.Of(Jeffreys.Interval(positive, valid, level)),
        ProportionMethod.Logit => Logit.Interval(positive, valid, level),
        ProportionMethod.Arcsine => Estimable<Interval>.Of(Arcsine.Interval(positive, valid, level)),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown method."),
    };
}
