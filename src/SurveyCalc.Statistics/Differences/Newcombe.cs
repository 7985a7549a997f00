namespace SurveyCalc.Statistics;

/// <summary>Hybrid score interval for the difference of two independent proportions (ニューカムの信頼区間).</summary>
/// <remarks>Source: Newcombe (1998), Statistics in Medicine 17, 873–890, methods 10 and 11.</remarks>
public static class Newcombe
{
    /// <summary>Method 10: squares and adds the distances to the Wilson bounds of both proportions.</summary>
    /// <param name="currentPositive">Numerator of the current sample, 0 ≤ positive ≤ valid.</param>
    /// <param name="currentValid">Denominator of the current sample, greater than 0.</param>
    /// <param name="previousPositive">Numerator of the previous sample.</param>
    /// <param name="previousValid">Denominator of the previous sample, greater than 0.</param>
    /// <param name="level">Confidence level.</param>
    /// <returns>Interval of current − previous, within [−1,1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range or NaN.</exception>
    public static Interval Interval(double currentPositive, double currentValid, double previousPositive, double previousValid, Level level) => Interval(
        currentPositive / currentValid, Wilson.Interval(currentPositive, currentValid, level),
        previousPositive / previousValid, Wilson.Interval(previousPositive, previousValid, level));

    /// <summary>The same from any two intervals: weighted data, a finite population, a census as a point.</summary>
    /// <param name="current">Current proportion, within its interval.</param>
    /// <param name="currentInterval">Its interval, within [0,1].</param>
    /// <param name="previous">Previous proportion, within its interval.</param>
    /// <param name="previousInterval">Its interval, within [0,1].</param>
    /// <returns>Interval of current − previous, within [−1,1]; a point when both intervals are points.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A proportion is outside [0,1] or NaN.</exception>
    public static Interval Interval(double current, Interval currentInterval, double previous, Interval previousInterval) =>
        Interval(current, currentInterval, previous, previousInterval, 0);

    /// <summary>The same for two estimates that are correlated: a panel, or two subgroups of one sample.</summary>
    /// <param name="correlation">Correlation of the two estimates, −1 to 1; 0 for independent samples.</param>
    /// <remarks>Source: Newcombe (1998), Statistics in Medicine 17, 2635–2650.</remarks>
    /// <inheritdoc cref="Interval(double, Interval, double, Interval)"/>
    public static Interval Interval(double current, Interval currentInterval, double previous, Interval previousInterval, double correlation)
    {
        RequireRatio(current, nameof(current));
        RequireRatio(previous, nameof(previous));
        if (!(correlation >= -1 && correlation <= 1))
            throw new ArgumentOutOfRangeException(nameof(correlation), correlation, "A correlation lies within −1 and 1.");
        var difference = current - previous;
        var below = Root(current - currentInterval.Lower, previousInterval.Upper - previous, correlation);
        var above = Root(currentInterval.Upper - current, previous - previousInterval.Lower, correlation);
        return new(Math.Max(-1, difference - below), Math.Min(1, difference + above));
    }

    // √(a² − 2ρab + b²), written so that rounding leaves nothing negative.
    private static double Root(double a, double b, double correlation) =>
        Math.Sqrt(((a - b) * (a - b)) + (2 * (1 - correlation) * a * b));

    private static void RequireRatio(double ratio, string name)
    {
        if (!(ratio >= 0 && ratio <= 1))
            throw new ArgumentOutOfRangeException(name, ratio, "A proportion lies within 0 and 1.");
    }
}
