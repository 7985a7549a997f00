namespace SurveyCalc.Statistics;

/// <summary>Equal-tailed interval of the posterior under Jeffreys' prior Beta(½, ½) (ジェフリーズ区間).</summary>
public static class Jeffreys
{
    /// <summary>Beta quantiles with the bound at the edge: lower 0 when nobody, upper 1 when everybody is positive.</summary>
    /// <param name="positive">Respondents in the numerator, 0 ≤ positive ≤ valid.</param>
    /// <param name="valid">Respondents in the denominator, or their effective number; greater than 0.</param>
    /// <param name="level">Confidence level.</param>
    /// <returns>Ratios within [0,1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range or NaN.</exception>
    /// <exception cref="ArithmeticException">A beta quantile did not converge.</exception>
    /// <remarks>Source of the edge rule: Brown, Cai, DasGupta (2001), Statistical Science 16, 101–133.</remarks>
    public static Interval Interval(double positive, double valid, Level level)
    {
        var (lower, upper) = Raw(positive, valid, level);
        return new(positive == 0 ? 0 : lower, positive == valid ? 1 : upper);
    }

    /// <summary>The beta quantiles alone; at 0 positive the lower bound is above the estimate.</summary>
    /// <inheritdoc cref="Interval"/>
    public static Interval Raw(double positive, double valid, Level level)
    {
        Counts.Require(positive, valid);
        var (a, b) = (positive + 0.5, valid - positive + 0.5);
        return Counts.Clip(Quantile.BetaLower(level.Tail, a, b), Quantile.BetaUpper(level.Tail, a, b));
    }
}
