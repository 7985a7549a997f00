namespace SurveyCalc.Statistics;

/// <summary>Intervals of an estimate whose variance comes from the sampling design (標本設計に基づく信頼区間).</summary>
/// <remarks>
/// Common to the methods for proportions: a variance of 0 at a ratio strictly between 0 and 1 is a census, and the
/// interval is the point; at an observed 0 or 1 the variance is 0 for any sample, so there is no interval
/// (<see cref="NotEstimableReason.UndefinedAtBoundary"/>); without a degree of freedom there is none either
/// (<see cref="NotEstimableReason.TooFewRespondents"/>). Degrees of freedom may be positive infinity: normal quantiles.
/// Ratios are within [0,1], variances finite and not negative, else <see cref="ArgumentOutOfRangeException"/>.
/// </remarks>
public static class DesignInterval
{
    /// <summary>estimate ± t(df)·SE, for proportions and means.</summary>
    /// <param name="estimate">Any finite number.</param>
    /// <param name="variance">Variance of the estimate, 0 or more.</param>
    /// <param name="degreesOfFreedom">Degrees of freedom of the variance.</param>
    /// <param name="level">Confidence level.</param>
    /// <returns>Not clipped to [0,1]; zero width at variance 0, which the caller tells from certainty.</returns>
    public static Estimable<Interval> Linear(double estimate, double variance, double degreesOfFreedom, Level level)
    {
        if (!double.IsFinite(estimate))
            throw new ArgumentOutOfRangeException(nameof(estimate), estimate, "An estimate is a finite number.");
        Require(variance, degreesOfFreedom);
        if (degreesOfFreedom <= 0)
            return Estimable<Interval>.Not(NotEstimableReason.TooFewRespondents);
        var margin = level.T(degreesOfFreedom) * Math.Sqrt(variance);
        return Estimable<Interval>.Of(new(estimate - margin, estimate + margin));
    }

    /// <summary>expit(logit p ± t(df)·SE/(p(1−p))): Wald on the log-odds scale.</summary>
    /// <remarks>Source: Korn, Graubard (1999), Analysis of Health Surveys, section 2.4.</remarks>
    public static Estimable<Interval> LogOdds(double ratio, double variance, double degreesOfFreedom, Level level) => ForRatio(
        ratio, variance, degreesOfFreedom,
        () => Logit.Around(ratio, 1 - ratio, level.T(degreesOfFreedom) * Math.Sqrt(variance) / (ratio * (1 - ratio))));

    /// <summary>sin²(asin√p ± t(df)·SE/(2√(p(1−p)))), the angle held within [0, π/2].</summary>
    /// <remarks>Source: Anscombe (1948), Biometrika 35, 246–254, with the standard error of the design by the delta method.</remarks>
    public static Estimable<Interval> ArcsineSquareRoot(double ratio, double variance, double degreesOfFreedom, Level level) => ForRatio(
        ratio, variance, degreesOfFreedom,
        () => Arcsine.Around(ratio, level.T(degreesOfFreedom) * Math.Sqrt(variance / (ratio * (1 - ratio))) / 2));

    /// <summary>The same with the angle left free, as some packages print it.</summary>
    /// <returns>
    /// Two ratios within [0,1]. Where the angle leaves [0, π/2] the bound is reflected back, so that it lies too near to
    /// the estimate or beyond it: for comparison with other programs, not for reports.
    /// </returns>
    /// <inheritdoc cref="ArcsineSquareRoot"/>
    public static Estimable<(double Lower, double Upper)> ArcsineUnclamped(double ratio, double variance, double degreesOfFreedom, Level level) =>
        ArcsineSquareRoot(ratio, variance, degreesOfFreedom, level).Select(_ =>
        {
            var margin = variance == 0 ? 0 : level.T(degreesOfFreedom) * Math.Sqrt(variance / (ratio * (1 - ratio))) / 2;
            var angle = Math.Asin(Math.Sqrt(ratio));
            return (Math.Pow(Math.Sin(angle - margin), 2), Math.Pow(Math.Sin(angle + margin), 2));
        });

    /// <summary>Exact binomial bounds at the effective number p(1−p)/variance·(t(n−1)/t(df))².</summary>
    /// <param name="ratio">Proportion, within [0,1].</param>
    /// <param name="variance">Variance by the design.</param>
    /// <param name="degreesOfFreedom">Degrees of freedom of the variance.</param>
    /// <param name="respondents">
    /// Respondents n of the domain, more than 1. Not all rows of the file: with those the bounds of a small group come
    /// out far too narrow.
    /// </param>
    /// <param name="level">Confidence level.</param>
    /// <remarks>Source: Korn, Graubard (1998), Survey Methodology 24, 193–201.</remarks>
    public static Estimable<Interval> KornGraubard(double ratio, double variance, double degreesOfFreedom, long respondents, Level level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(respondents, 1);
        return respondents < 2
            ? Estimable<Interval>.Not(NotEstimableReason.TooFewRespondents)
            : ForRatio(ratio, variance, degreesOfFreedom, Exact);

        Interval Exact()
        {
            var loss = level.T(respondents - 1) / level.T(degreesOfFreedom);
            var effective = ratio * (1 - ratio) / variance * loss * loss;
            return ClopperPearson.Interval(ratio * effective, effective, level);
        }
    }

    private static Estimable<Interval> ForRatio(double ratio, double variance, double degreesOfFreedom, Func<Interval> formula)
    {
        if (!(ratio >= 0 && ratio <= 1))
            throw new ArgumentOutOfRangeException(nameof(ratio), ratio, "A proportion lies within 0 and 1.");
        Require(variance, degreesOfFreedom);
        if (ratio is 0 or 1)
            return Estimable<Interval>.Not(NotEstimableReason.UndefinedAtBoundary);
        if (variance == 0)
            return Estimable<Interval>.Of(Interval.Point(ratio));
        return degreesOfFreedom > 0
            ? Estimable<Interval>.Of(formula())
            : Estimable<Interval>.Not(NotEstimableReason.TooFewRespondents);
    }

    private static void Require(double variance, double degreesOfFreedom)
    {
        if (!(variance >= 0 && double.IsFinite(variance)))
            throw new ArgumentOutOfRangeException(nameof(variance), variance, "A variance is finite and not negative.");
        if (double.IsNaN(degreesOfFreedom))
            throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "Degrees of freedom are a number.");
    }
}
