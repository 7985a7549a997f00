namespace SurveyCalc.Statistics;

/// <summary>A mean, its variance as a domain of the sample, and what the interval needs beside them.</summary>
internal readonly record struct MeanVariance(double Value, Estimable<double> Variance, double DegreesOfFreedom, bool IsCensus)
{
    public static Estimable<MeanVariance> Of(Tally tally, long? population)
    {
        if (population < tally.Sampled)
            throw new ArgumentOutOfRangeException(nameof(population), population, $"The population is not smaller than the {tally.Sampled} persons sampled.");
        if (tally.Base == 0)
            return Estimable<MeanVariance>.Not(NotEstimableReason.NoValidAnswers);
        var isCensus = population == tally.Sampled;
        return Estimable<MeanVariance>.Of(new(tally.Ratio, isCensus ? Estimable<double>.Of(0) : Sampling(tally, population), tally.Base - 1, isCensus));
    }

    private static Estimable<double> Sampling(Tally tally, long? population)
    {
        if (tally.Base < 2)
            return Estimable<double>.Not(NotEstimableReason.TooFewRespondents);
        double sampled = tally.Sampled;
        var unsampled = population is { } size ? 1 - (sampled / size) : 1;
        return Estimable<double>.Of(unsampled * sampled / (sampled - 1) * Linearisation.Variance(tally));
    }
}

/// <summary>What the choice of quantile means for the degrees of freedom.</summary>
internal static class MeanMethodExtensions
{
    public static double DegreesOfFreedom(this MeanMethod method, double ofVariance) => method switch
    {
        MeanMethod.StudentT => ofVariance,
        MeanMethod.Normal => double.PositiveInfinity,
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown method."),
    };
}
