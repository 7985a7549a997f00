namespace SurveyCalc.Statistics;

/// <summary>How many respondents it takes to decide a change (必要標本数).</summary>
/// <remarks>
/// Both waves are of the same size. The numbers of respondents are answers in the base, not persons written to: divide by
/// the response rate for those.
/// </remarks>
public static class SampleSizePlanning
{
    /// <summary>80 %, the usual power.</summary>
    public const double UsualPower = 0.8;

    // A change is not planned beyond this: no population is larger.
    private const double Most = 1e12;

    /// <summary>Respondents per wave so that a change of this size is found with the given power.</summary>
    /// <param name="current">Proportion of the current wave, within [0,1].</param>
    /// <param name="previous">Proportion compared with.</param>
    /// <param name="level">Level at which the change is decided, two-sided.</param>
    /// <param name="power">Chance of finding a change that is there, above 0.5 and below 1.</param>
    /// <param name="designEffect">Variance relative to a simple random sample, greater than 0.</param>
    /// <param name="correlation">Correlation of a person's answers when the same persons answer, −1 to 1 exclusive; 0 for independent samples.</param>
    /// <param name="population">Population of each wave; null when large. The answer is at most this: a census decides.</param>
    /// <returns>Respondents, 2 or more; <see cref="NotEstimableReason.NoDifference"/> when both proportions are equal.</returns>
    /// <remarks>
    /// n₀ = deff·(1−ρ)·(z_α/2·√(2p̄(1−p̄)) + z_β·√(p₁(1−p₁) + p₂(1−p₂)))²/(p₁−p₂)², and n = n₀/(1 + n₀/N).
    /// Source: Fleiss (1981), Statistical Methods for Rates and Proportions, section 3.2; Cochran (1977), section 4.4.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range or NaN.</exception>
    public static Estimable<long> ForProportions(
        double current, double previous, Level level, double power = UsualPower, double designEffect = 1, double correlation = 0, long? population = null)
    {
        RequireRatio(current, nameof(current));
        RequireRatio(previous, nameof(previous));
        var mean = (current + previous) / 2;
        var spread = (current * (1 - current)) + (previous * (1 - previous));
        return Of(current - previous, Math.Sqrt(2 * mean * (1 - mean)), Math.Sqrt(spread), level, power, designEffect * (1 - correlation), Require(designEffect, correlation, population));
    }

    /// <summary>The same for mean scores.</summary>
    /// <param name="difference">Change to be found, in the unit of the score.</param>
    /// <param name="standardDeviation">Standard deviation of the scores of one person, greater than 0.</param>
    /// <remarks>n₀ = deff·(1−ρ)·2·s²·(z_α/2 + z_β)²/d². Source: Cochran (1977), Sampling Techniques, section 4.4.</remarks>
    /// <inheritdoc cref="ForProportions"/>
    public static Estimable<long> ForMeans(
        double difference, double standardDeviation, Level level, double power = UsualPower, double designEffect = 1, double correlation = 0, long? population = null)
    {
        if (!double.IsFinite(difference))
            throw new ArgumentOutOfRangeException(nameof(difference), difference, "A difference is a finite number.");
        if (!(standardDeviation > 0 && double.IsFinite(standardDeviation)))
            throw new ArgumentOutOfRangeException(nameof(standardDeviation), standardDeviation, "A standard deviation is finite and greater than 0.");
        var spread = Math.Sqrt(2) * standardDeviation;
        return Of(difference, spread, spread, level, power, designEffect * (1 - correlation), Require(designEffect, correlation, population));
    }

    private static Estimable<long> Of(double difference, double underNone, double underChange, Level level, double power, double factor, long? population)
    {
        if (!(power > 0.5 && power < 1))
            throw new ArgumentOutOfRangeException(nameof(power), power, "The power lies above 0.5 and below 1.");
        if (difference == 0)
            return Estimable<long>.Not(NotEstimableReason.NoDifference);
        var root = ((level.Z * underNone) + (Quantile.NormalUpper(1 - power) * underChange)) / difference;
        var needed = factor * root * root;
        if (population is { } size)
            needed = needed / (1 + (needed / size));
        return Estimable<long>.Of(Math.Max(2, (long)Math.Ceiling(Math.Min(Most, needed))));
    }

    private static long? Require(double designEffect, double correlation, long? population)
    {
        if (!(designEffect > 0 && double.IsFinite(designEffect)))
            throw new ArgumentOutOfRangeException(nameof(designEffect), designEffect, "A design effect is finite and greater than 0.");
        if (!(correlation > -1 && correlation < 1))
            throw new ArgumentOutOfRangeException(nameof(correlation), correlation, "A correlation lies between −1 and 1.");
        if (population < 2)
            throw new ArgumentOutOfRangeException(nameof(population), population, "A population to compare holds at least two persons.");
        return population;
    }

    private static void RequireRatio(double ratio, string name)
    {
        if (!(ratio >= 0 && ratio <= 1))
            throw new ArgumentOutOfRangeException(name, ratio, "A proportion lies within 0 and 1.");
    }
}
