namespace SurveyCalc.Statistics;

/// <summary>Agresti–Coull interval for a proportion: Wald after adding z²/2 to both outcomes.</summary>
/// <remarks>Source: Agresti, Coull (1998), The American Statistician 52, 119–126.</remarks>
public static class AgrestiCoull
{
    /// <summary>The part of the interval within [0,1].</summary>
    /// <param name="positive">Respondents in the numerator, 0 ≤ positive ≤ valid.</param>
    /// <param name="valid">Respondents in the denominator, or their effective number; greater than 0.</param>
    /// <param name="level">Confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range or NaN.</exception>
    public static Interval Interval(double positive, double valid, Level level)
    {
        var (lower, upper) = Unclipped(positive, valid, level);
        return Counts.Clip(lower, upper);
    }

    /// <summary>The interval before clipping; bounds may lie outside [0,1].</summary>
    /// <inheritdoc cref="Interval"/>
    public static Interval Unclipped(double positive, double valid, Level level)
    {
        Counts.Require(positive, valid);
        var z = level.Z;
        return Wald.Unclipped(positive + (z * z / 2), valid + (z * z), level);
    }
}
