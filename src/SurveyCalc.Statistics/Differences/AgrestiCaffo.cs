namespace SurveyCalc.Statistics;

/// <summary>Agresti–Caffo interval for the difference of two independent proportions.</summary>
public static class AgrestiCaffo
{
    /// <summary>Wald after adding one positive and one other respondent to each sample, the part within [−1,1].</summary>
    /// <param name="currentPositive">Numerator of the current sample, 0 ≤ positive ≤ valid.</param>
    /// <param name="currentValid">Denominator of the current sample, greater than 0.</param>
    /// <param name="previousPositive">Numerator of the previous sample.</param>
    /// <param name="previousValid">Denominator of the previous sample, greater than 0.</param>
    /// <param name="level">Confidence level.</param>
    /// <returns>Interval of current − previous, centred on the shrunken difference; never of zero width.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range or NaN.</exception>
    /// <remarks>Source: Agresti, Caffo (2000), The American Statistician 54, 280–288.</remarks>
    public static Interval Interval(double currentPositive, double currentValid, double previousPositive, double previousValid, Level level) =>
        WaldDifference.Clip(Unclipped(currentPositive, currentValid, previousPositive, previousValid, level));

    /// <summary>The interval before clipping; bounds may lie outside [−1,1].</summary>
    /// <inheritdoc cref="Interval"/>
    public static Interval Unclipped(double currentPositive, double currentValid, double previousPositive, double previousValid, Level level)
    {
        Counts.Require(currentPositive, currentValid);
        Counts.Require(previousPositive, previousValid);
        return WaldDifference.Unclipped(currentPositive + 1, currentValid + 2, previousPositive + 1, previousValid + 2, level);
    }
}
