namespace SurveyCalc.Statistics;

/// <summary>Sampling error of a proportion as Japanese survey reports print it (標本誤差).</summary>
public static class SamplingError
{
    /// <summary>z·√(deff·(N−n)/(N−1)·p(1−p)/n).</summary>
    /// <param name="ratio">Proportion p within [0,1]; 0.5 for the largest error of the survey.</param>
    /// <param name="valid">Respondents n in the denominator, at least 1.</param>
    /// <param name="population">Population N, at least n; null when the convention does without it.</param>
    /// <param name="convention">Multiplier, correction and design factor.</param>
    /// <returns>Half width as a ratio, 0 or more; multiply by 100 for percentage points. 0 at p = 0 or 1 and for a census.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range or NaN.</exception>
    /// <exception cref="ArgumentException">The convention needs a population and none is given, or the convention was never set.</exception>
    /// <remarks>Source: Cochran (1977), Sampling Techniques, section 3.2, with the population variance p(1−p)·N/(N−1).</remarks>
    public static double Margin(double ratio, long valid, long? population, SamplingErrorConvention convention)
    {
        if (!(ratio >= 0 && ratio <= 1))
            throw new ArgumentOutOfRangeException(nameof(ratio), ratio, "A proportion lies within 0 and 1.");
        ArgumentOutOfRangeException.ThrowIfLessThan(valid, 1);
        if (population < valid)
            throw new ArgumentOutOfRangeException(nameof(population), population, $"The population is not smaller than the {valid} respondents.");
        if (!(convention.Z > 0))
            throw new ArgumentException("The convention has no multiplier; use one of the named conventions.", nameof(convention));
        return convention.Z * Math.Sqrt(convention.DesignFactor * Correction(valid, population, convention) * ratio * (1 - ratio) / valid);
    }

    private static double Correction(long valid, long? population, SamplingErrorConvention convention)
    {
        if (!convention.FinitePopulationCorrection)
            return 1;
        if (population is not { } size)
            throw new ArgumentException("This convention needs the size of the population.", nameof(population));
        return size == valid ? 0 : (double)(size - valid) / (size - 1);
    }
}
