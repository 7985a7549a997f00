namespace SurveyCalc.Statistics;

/// <summary>A proportion from a simple random sample without replacement (単純無作為抽出, 非復元).</summary>
/// <remarks>Source: Cochran (1977), Sampling Techniques, sections 2.6 and 3.2.</remarks>
public static class SimpleRandomSample
{
    /// <summary>Unbiased variance of the proportion: (1 − n/N)·p(1−p)/(n−1).</summary>
    /// <param name="positive">Respondents x in the numerator, 0 ≤ x ≤ n.</param>
    /// <param name="valid">Respondents n in the denominator, at least 1.</param>
    /// <param name="population">Population N, at least n; null when unknown: no finite population correction.</param>
    /// <returns>Square of a ratio; exactly 0 for a census; <see cref="NotEstimableReason.TooFewRespondents"/> for one respondent out of more.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range.</exception>
    public static Estimable<double> Variance(long positive, long valid, long? population)
    {
        Counts.Require(positive, valid);
        RequirePopulation(valid, population);
        if (population == valid)
            return Estimable<double>.Of(0);
        if (valid < 2)
            return Estimable<double>.Not(NotEstimableReason.TooFewRespondents);
        var unsampled = population is { } size ? 1 - ((double)valid / size) : 1;
        return Estimable<double>.Of(unsampled * ((double)positive / valid) * ((double)(valid - positive) / valid) / (valid - 1));
    }

    /// <summary>n(N−1)/(N−n): the sample size that gives the same variance from an endless population (有効標本サイズ).</summary>
    /// <param name="valid">Respondents n, at least 1.</param>
    /// <param name="population">Population N, at least n.</param>
    /// <returns>At least n; <see cref="NotEstimableReason.NoSamplingError"/> for a census, where it is endless.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range.</exception>
    public static Estimable<double> EffectiveN(long valid, long population)
    {
        Counts.Require(0, valid);
        RequirePopulation(valid, population);
        return population == valid
            ? Estimable<double>.Not(NotEstimableReason.NoSamplingError)
            : Estimable<double>.Of(valid * ((population - 1.0) / (population - valid)));
    }

    private static void RequirePopulation(long valid, long? population)
    {
        if (population < valid)
            throw new ArgumentOutOfRangeException(nameof(population), population, $"The population is not smaller than the {valid} respondents.");
    }
}
