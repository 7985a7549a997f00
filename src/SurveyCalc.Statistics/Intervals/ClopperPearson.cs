namespace SurveyCalc.Statistics;

/// <summary>Exact binomial interval for a proportion (クロッパー・ピアソンの正確な信頼区間).</summary>
public static class ClopperPearson
{
    /// <summary>Bounds where each one-sided binomial test just does not reject at (1 − level)/2.</summary>
    /// <param name="positive">Respondents in the numerator, 0 ≤ positive ≤ valid; effective counts need not be whole.</param>
    /// <param name="valid">Respondents in the denominator, or their effective number; greater than 0.</param>
    /// <param name="level">Confidence level.</param>
    /// <returns>Ratios within [0,1]; lower is exactly 0 at positive = 0, upper exactly 1 at positive = valid.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range or NaN.</exception>
    /// <exception cref="ArithmeticException">A beta quantile did not converge.</exception>
    /// <remarks>Source: Clopper, Pearson (1934), Biometrika 26, 404–413, as beta quantiles B(α/2; x, n−x+1) and B(1−α/2; x+1, n−x).</remarks>
    public static Interval Interval(double positive, double valid, Level level)
    {
        Counts.Require(positive, valid);
        return Counts.Clip(
            positive == 0 ? 0 : Quantile.BetaLower(level.Tail, positive, valid - positive + 1),
            positive == valid ? 1 : Quantile.BetaUpper(level.Tail, positive + 1, valid - positive));
    }
}
