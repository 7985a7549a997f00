namespace SurveyCalc.Statistics;

/// <summary>Change of a proportion between two independent samples (前年度比, ポイント差).</summary>
public static class DifferenceEstimate
{
    /// <summary>Current − previous with interval and test.</summary>
    /// <param name="current">Tally of the current wave; scores 0 and 1 only.</param>
    /// <param name="currentPopulation">Population of the current wave, or null when unknown.</param>
    /// <param name="previous">Tally of the wave compared with.</param>
    /// <param name="previousPopulation">Population of that wave, or null when unknown.</param>
    /// <param name="method">Method of the interval; the product's default is <see cref="DifferenceMethod.Newcombe"/>.</param>
    /// <param name="level">Confidence level.</param>
    /// <returns>
    /// The change, or <see cref="NotEstimableReason.NoValidAnswers"/> when either base is empty. After two censuses the
    /// difference is exact: the interval is the point and there is no test
    /// (<see cref="NotEstimableReason.NoSamplingError"/>). With one census the hybrid and Wald methods take its
    /// proportion as known; the two others have no interval then. Wald has none when both proportions are 0 or 1.
    /// </returns>
    /// <remarks>
    /// Assumes independent samples; see <see cref="Change"/> for panels. Weights and populations enter through the
    /// effective counts of <see cref="ProportionEstimate"/>, for the interval and for the pooled z test alike.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A population is smaller than its sample.</exception>
    /// <exception cref="ArgumentException">A tally holds scores other than 0 and 1.</exception>
    public static Estimable<Change> Of(
        Tally current, long? currentPopulation, Tally previous, long? previousPopulation, DifferenceMethod method, Level level)
    {
        if (current.Base == 0 || previous.Base == 0)
            return Estimable<Change>.Not(NotEstimableReason.NoValidAnswers);
        var now = EffectiveCounts.Of(current, currentPopulation);
        var then = EffectiveCounts.Of(previous, previousPopulation);
        var difference = now.Ratio - then.Ratio;
        var interval = now.IsCensus && then.IsCensus
            ? Estimable<Interval>.Of(Interval.Point(difference))
            : IntervalOf(now, then, method, level);
        return Estimable<Change>.Of(new(difference, level, interval, TestOf(now, then)));
    }

    private static Estimable<Interval> IntervalOf(EffectiveCounts now, EffectiveCounts then, DifferenceMethod method, Level level) => method switch
    {
        DifferenceMethod.Newcombe => HybridOf(now, then, counts => Wilson.Interval(counts.Positive, counts.Valid, level)),
        DifferenceMethod.NewcombeCorrected => HybridOf(now, then, counts => WilsonCorrected.Interval(counts.Positive, counts.Valid, level)),
        DifferenceMethod.Wald => WaldOf(now, then, level),
        DifferenceMethod.AgrestiCaffo or DifferenceMethod.MiettinenNurminen when now.IsCensus || then.IsCensus =>
            Estimable<Interval>.Not(NotEstimableReason.NoSamplingError),
        DifferenceMethod.AgrestiCaffo => Estimable<Interval>.Of(AgrestiCaffo.Interval(now.Positive, now.Valid, then.Positive, then.Valid, level)),
        DifferenceMethod.MiettinenNurminen => Estimable<Interval>.Of(MiettinenNurminen.Interval(now.Positive, now.Valid, then.Positive, then.Valid, level)),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown method."),
    };

    private static Estimable<Interval> HybridOf(EffectiveCounts now, EffectiveCounts then, Func<EffectiveCounts, Interval> sampled)
    {
        Interval Of(EffectiveCounts counts) => counts.IsCensus ? Interval.Point(counts.Ratio) : sampled(counts);
        return Estimable<Interval>.Of(Newcombe.Interval(now.Ratio, Of(now), then.Ratio, Of(then)));
    }

    private static Estimable<Interval> WaldOf(EffectiveCounts now, EffectiveCounts then, Level level)
    {
        static double Of(EffectiveCounts counts) => counts.IsCensus ? 0 : WaldDifference.VarianceOf(counts.Positive, counts.Valid);
        var variance = Of(now) + Of(then);
        return variance > 0
            ? Estimable<Interval>.Of(WaldDifference.Clip(WaldDifference.Around(now.Ratio - then.Ratio, variance, level)))
            : Estimable<Interval>.Not(NotEstimableReason.UndefinedAtBoundary);
    }

    private static Estimable<SignificanceTest> TestOf(EffectiveCounts now, EffectiveCounts then) => (now.IsCensus, then.IsCensus) switch
    {
        (true, true) => Estimable<SignificanceTest>.Not(NotEstimableReason.NoSamplingError),
        (true, false) => PooledZTest.OfKnown(now.Ratio - then.Ratio, now.Ratio, then.Valid),
        (false, true) => PooledZTest.OfKnown(now.Ratio - then.Ratio, then.Ratio, now.Valid),
        _ => PooledZTest.Of(now.Positive, now.Valid, then.Positive, then.Valid),
    };
}
