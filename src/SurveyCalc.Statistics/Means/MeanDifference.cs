namespace SurveyCalc.Statistics;

/// <summary>Change of a mean score between two independent samples (平均値の前年差).</summary>
public static class MeanDifference
{
    /// <summary>Current − previous with interval and Welch's test.</summary>
    /// <param name="current">Tally of the current wave.</param>
    /// <param name="currentPopulation">Population of the current wave, at least its sample; null when unknown.</param>
    /// <param name="previous">Tally of the wave compared with, in the same unit of score.</param>
    /// <param name="previousPopulation">Population of that wave, at least its sample; null when unknown.</param>
    /// <param name="method">Quantile of interval and p-value.</param>
    /// <param name="level">Confidence level.</param>
    /// <returns>
    /// The change in the unit of the score, or <see cref="NotEstimableReason.NoValidAnswers"/> when either base is empty.
    /// Interval and test are missing when a sample has fewer than two respondents, or no answer varies in either; after
    /// two censuses the interval is the point and there is no test.
    /// </returns>
    /// <remarks>
    /// The variances of <see cref="MeanEstimate.Of"/> are added; the degrees of freedom are those of Satterthwaite.
    /// Independent samples are assumed; see <see cref="Change"/> for panels.
    /// Sources: Welch (1947), Biometrika 34, 28–35; Satterthwaite (1946), Biometrics Bulletin 2, 110–114.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A population is smaller than its sample.</exception>
    public static Estimable<Change> Of(
        Tally current, long? currentPopulation, Tally previous, long? previousPopulation, MeanMethod method, Level level) =>
        MeanVariance.Of(current, currentPopulation).SelectMany(now =>
            MeanVariance.Of(previous, previousPopulation).Select(then => Compare(now, then, method, level)));

    private static Change Compare(MeanVariance now, MeanVariance then, MeanMethod method, Level level)
    {
        var difference = now.Value - then.Value;
        if (now.IsCensus && then.IsCensus)
        {
            var none = Estimable<SignificanceTest>.Not(NotEstimableReason.NoSamplingError);
            return new(difference, level, Estimable<Interval>.Of(Interval.Point(difference)), none);
        }

        var variance = now.Variance.SelectMany(a => then.Variance.SelectMany(b => a + b > 0
            ? Estimable<double>.Of(a + b)
            : Estimable<double>.Not(NotEstimableReason.NoVariation)));
        return new(
            difference, level,
            variance.SelectMany(sum => DesignInterval.Linear(difference, sum, DegreesOfFreedom(now, then, method), level)),
            variance.Select(sum => Test(difference / Math.Sqrt(sum), DegreesOfFreedom(now, then, method))));
    }

    private static SignificanceTest Test(double statistic, double degreesOfFreedom) =>
        new(statistic, Quantile.StudentTwoSided(statistic, degreesOfFreedom));

    // (v₁ + v₂)²/(v₁²/df₁ + v₂²/df₂), written with shares so that tiny variances do not underflow
    private static double DegreesOfFreedom(MeanVariance now, MeanVariance then, MeanMethod method)
    {
        var share = now.Variance.Value / (now.Variance.Value + then.Variance.Value);
        return method.DegreesOfFreedom(1 / (Part(share, now.DegreesOfFreedom) + Part(1 - share, then.DegreesOfFreedom)));
    }

    // A census adds no variance; with a single respondent it has no degree of freedom either.
    private static double Part(double share, double degreesOfFreedom) => share == 0 ? 0 : share * share / degreesOfFreedom;
}
