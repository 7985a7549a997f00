namespace SurveyCalc.Statistics;

/// <summary>Wald interval on the log-odds scale (ロジット変換の信頼区間).</summary>
public static class Logit
{
    /// <summary>expit(ln(x/(n−x)) ± z·√(n/(x(n−x)))).</summary>
    /// <param name="positive">Respondents in the numerator, 0 ≤ positive ≤ valid.</param>
    /// <param name="valid">Respondents in the denominator, or their effective number; greater than 0.</param>
    /// <param name="level">Confidence level.</param>
    /// <returns>Ratios within (0,1), or <see cref="NotEstimableReason.UndefinedAtBoundary"/> when nobody or everybody is positive.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range or NaN.</exception>
    /// <remarks>Source: Stone (1995), in Brown, Cai, DasGupta (2001), Statistical Science 16, 101–133, section 4.1.</remarks>
    public static Estimable<Interval> Interval(double positive, double valid, Level level)
    {
        Counts.Require(positive, valid);
        var (p, q) = (positive / valid, (valid - positive) / valid);
        return p > 0 && q > 0
            ? Estimable<Interval>.Of(Around(p, q, level.Z / Math.Sqrt(valid * p * q)))
            : Estimable<Interval>.Not(NotEstimableReason.UndefinedAtBoundary);
    }

    /// <summary>The interval of a margin on the log-odds scale around p = 1 − q.</summary>
    internal static Interval Around(double p, double q, double margin)
    {
        var logOdds = Math.Log(p / q);
        return Counts.Clip(1 / (1 + Math.Exp(margin - logOdds)), 1 / (1 + Math.Exp(-margin - logOdds)));
    }
}
