namespace SurveyCalc.Statistics;

/// <summary>Test of equal proportions in two independent samples (比率の差の検定).</summary>
public static class PooledZTest
{
    /// <summary>z = (p₁ − p₂)/√(p(1−p)(1/n₁ + 1/n₂)) with the pooled proportion p, and its two-sided p-value.</summary>
    /// <param name="currentPositive">Numerator of the current sample, 0 ≤ positive ≤ valid; effective counts need not be whole.</param>
    /// <param name="currentValid">Denominator of the current sample, greater than 0.</param>
    /// <param name="previousPositive">Numerator of the previous sample.</param>
    /// <param name="previousValid">Denominator of the previous sample, greater than 0.</param>
    /// <returns>The outcome, or <see cref="NotEstimableReason.UndefinedAtBoundary"/> when the pooled proportion is 0 or 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range or NaN.</exception>
    /// <remarks>Equal to the square root of Pearson's chi-square (1900) without continuity correction.</remarks>
    public static Estimable<SignificanceTest> Of(double currentPositive, double currentValid, double previousPositive, double previousValid)
    {
        Counts.Require(currentPositive, currentValid);
        Counts.Require(previousPositive, previousValid);
        var pooled = (currentPositive + previousPositive) / (currentValid + previousValid);
        return Of((currentPositive / currentValid) - (previousPositive / previousValid), pooled, (1 / currentValid) + (1 / previousValid));
    }

    /// <summary>The limit for a known proportion on one side, as after a census.</summary>
    /// <param name="difference">Current − previous.</param>
    /// <param name="known">The proportion without sampling error.</param>
    /// <param name="sampledValid">Denominator of the sampled side.</param>
    internal static Estimable<SignificanceTest> OfKnown(double difference, double known, double sampledValid) => Of(difference, known, 1 / sampledValid);

    private static Estimable<SignificanceTest> Of(double difference, double pooled, double inverseSize)
    {
        var variance = pooled * (1 - pooled) * inverseSize;
        if (!(variance > 0))
            return Estimable<SignificanceTest>.Not(NotEstimableReason.UndefinedAtBoundary);
        var z = difference / Math.Sqrt(variance);
        return Estimable<SignificanceTest>.Of(new(z, 2 * Quantile.NormalTail(Math.Abs(z))));
    }
}
