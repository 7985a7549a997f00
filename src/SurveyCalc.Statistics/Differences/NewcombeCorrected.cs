namespace SurveyCalc.Statistics;

/// <summary>Newcombe's hybrid from Wilson intervals with continuity correction (連続性補正付きニューカム).</summary>
public static class NewcombeCorrected
{
    /// <summary>Method 11: squares and adds the distances to the corrected Wilson bounds of both proportions.</summary>
    /// <param name="currentPositive">Numerator of the current sample, 0 ≤ positive ≤ valid.</param>
    /// <param name="currentValid">Denominator of the current sample, greater than 0.</param>
    /// <param name="previousPositive">Numerator of the previous sample.</param>
    /// <param name="previousValid">Denominator of the previous sample, greater than 0.</param>
    /// <param name="level">Confidence level.</param>
    /// <returns>Interval of current − previous, within [−1,1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range or NaN.</exception>
    /// <remarks>Source: Newcombe (1998), Statistics in Medicine 17, 873–890.</remarks>
    public static Interval Interval(double currentPositive, double currentValid, double previousPositive, double previousValid, Level level) => Newcombe.Interval(
        currentPositive / currentValid, WilsonCorrected.Interval(currentPositive, currentValid, level),
        previousPositive / previousValid, WilsonCorrected.Interval(previousPositive, previousValid, level));
}
