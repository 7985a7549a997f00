namespace SurveyCalc.Statistics;

/// <summary>Wald interval for the difference of two independent proportions (正規近似による差の信頼区間).</summary>
public static class WaldDifference
{
    /// <summary>p₁ − p₂ ± z·√(p₁(1−p₁)/n₁ + p₂(1−p₂)/n₂), the part of it within [−1,1].</summary>
    /// <param name="currentPositive">Numerator of the current sample, 0 ≤ positive ≤ valid.</param>
    /// <param name="currentValid">Denominator of the current sample, greater than 0.</param>
    /// <param name="previousPositive">Numerator of the previous sample.</param>
    /// <param name="previousValid">Denominator of the previous sample, greater than 0.</param>
    /// <param name="level">Confidence level.</param>
    /// <returns>Interval of current − previous; zero width when both proportions are 0 or 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range or NaN.</exception>
    /// <remarks>Source: Newcombe (1998), Statistics in Medicine 17, 873–890, method 1, which also shows its weakness.</remarks>
    public static Interval Interval(double currentPositive, double currentValid, double previousPositive, double previousValid, Level level) =>
        Clip(Unclipped(currentPositive, currentValid, previousPositive, previousValid, level));

    /// <summary>The interval before clipping; bounds may lie outside [−1,1].</summary>
    /// <inheritdoc cref="Interval"/>
    public static Interval Unclipped(double currentPositive, double currentValid, double previousPositive, double previousValid, Level level)
    {
        var (now, then) = (VarianceOf(currentPositive, currentValid), VarianceOf(previousPositive, previousValid));
        return Around((currentPositive / currentValid) - (previousPositive / previousValid), now + then, level);
    }

    /// <summary>The part of an interval within [−1,1].</summary>
    internal static Interval Clip(Interval interval) => new(Math.Clamp(interval.Lower, -1, 1), Math.Clamp(interval.Upper, -1, 1));

    /// <summary>p(1−p)/n.</summary>
    internal static double VarianceOf(double positive, double valid)
    {
        Counts.Require(positive, valid);
        return positive / valid * ((valid - positive) / valid) / valid;
    }

    /// <summary>difference ± z·√variance.</summary>
    internal static Interval Around(double difference, double variance, Level level)
    {
        var margin = level.Z * Math.Sqrt(variance);
        return new(difference - margin, difference + margin);
    }
}
