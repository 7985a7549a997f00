namespace SurveyCalc.Statistics;

/// <summary>Wilson score interval for a proportion (ウィルソンの信頼区間).</summary>
public static class Wilson
{
    /// <summary>Bounds where the score test of the proportion just does not reject.</summary>
    /// <param name="positive">Respondents in the numerator, 0 ≤ positive ≤ valid. Not whole after a correction of the effective size.</param>
    /// <param name="valid">Respondents in the denominator, or their effective number; greater than 0.</param>
    /// <param name="level">Confidence level.</param>
    /// <returns>Ratios within [0,1]; lower is exactly 0 at positive = 0, upper exactly 1 at positive = valid; never of zero width.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range or NaN.</exception>
    /// <remarks>
    /// The lower bound is written as a quotient of positive terms, so it keeps its digits when the counts are large and
    /// the proportion is small. Source: Wilson (1927), Journal of the American Statistical Association 22, 209–212.
    /// </remarks>
    public static Interval Interval(double positive, double valid, Level level)
    {
        Counts.Require(positive, valid);
        var z = level.Z;
        var sum = (2 * positive) + (z * z) + (z * Math.Sqrt((z * z) + (4 * positive * ((valid - positive) / valid))));
        var lower = 2 * positive * (positive / valid) / sum;
        return Counts.Clip(lower, positive == valid ? 1 : sum / (2 * (valid + (z * z))));
    }
}
