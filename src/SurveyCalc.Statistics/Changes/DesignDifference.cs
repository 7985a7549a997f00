namespace SurveyCalc.Statistics;

/// <summary>Difference of two estimates under their designs (前年度比, 群間差): two waves, or two subgroups of one.</summary>
/// <remarks>
/// Variance: V₁ + V₂ − 2·Cov. Independent samples have no covariance; a panel has that of <see cref="PanelCovariance"/>; two
/// subgroups of one sample have the covariance of their domains, through strata, clusters and calibration.
/// </remarks>
public sealed class DesignDifference
{
    private readonly RatioEstimate _first;
    private readonly RatioEstimate _second;

    private DesignDifference(RatioEstimate first, RatioEstimate second, Estimable<double> variance, double freedom, double covariance)
    {
        (_first, _second, Variance, DegreesOfFreedom, Covariance) = (first, second, variance, freedom, covariance);
        Value = first.Value - second.Value;
    }

    /// <summary>First − second, in the unit of the estimates.</summary>
    public double Value { get; }

    /// <summary>Variance of the difference, 0 or more.</summary>
    public Estimable<double> Variance { get; }

    /// <summary>Standard error of the difference.</summary>
    public Estimable<double> StandardError => Variance.Select(Math.Sqrt);

    /// <summary>Degrees of freedom of both estimates added up; of two subgroups, those of their union.</summary>
    public double DegreesOfFreedom { get; }

    /// <summary>Covariance of the two estimates; 0 for independent samples.</summary>
    public double Covariance { get; }

    /// <summary>Both estimates are without sampling error: the difference is exact.</summary>
    public bool IsCensus => _first.IsCensus && _second.IsCensus;

    /// <summary>Change between independent samples (独立標本の比較).</summary>
    /// <param name="current">This wave.</param>
    /// <param name="previous">The wave compared with, in the same unit.</param>
    public static DesignDifference OfIndependent(RatioEstimate current, RatioEstimate previous) => OfCorrelated(current, previous, 0);

    /// <summary>Change between samples that share respondents, from the covariance of the two estimates.</summary>
    /// <param name="current">This wave.</param>
    /// <param name="previous">The wave compared with, in the same unit.</param>
    /// <param name="covariance">From <see cref="PanelCovariance"/>; taken as ±SE₁·SE₂ when beyond, which no covariance can be.</param>
    /// <exception cref="ArgumentOutOfRangeException">The covariance is not finite.</exception>
    public static DesignDifference OfCorrelated(RatioEstimate current, RatioEstimate previous, double covariance)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(previous);
        if (!double.IsFinite(covariance))
            throw new ArgumentOutOfRangeException(nameof(covariance), covariance, "A covariance is a finite number.");
        var within = 0.0;
        var variance = current.Variance.SelectMany(v1 => previous.Variance.Select(v2 =>
        {
            var limit = Math.Sqrt(v1 * v2);
            within = Math.Clamp(covariance, -limit, limit);
            return Math.Max(0, v1 + v2 - (2 * within));
        }));
        return new(current, previous, variance, current.DegreesOfFreedom + previous.DegreesOfFreedom, within);
    }

    /// <summary>Change between samples that overlap in part, with a stated correlation (一部が重なる標本).</summary>
    /// <param name="current">This wave.</param>
    /// <param name="previous">The wave compared with, in the same unit.</param>
    /// <param name="shared">Respondents in both domains, 0 to the smaller of both.</param>
    /// <param name="correlation">Correlation ρ of a person's answers in both waves, −1 to 1.</param>
    /// <remarks>Cov = ρ·n_c/√(n₁·n₂)·SE₁·SE₂. Source: Kish (1965), Survey Sampling, section 12.4.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range or NaN.</exception>
    public static DesignDifference OfOverlap(RatioEstimate current, RatioEstimate previous, long shared, double correlation)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(previous);
        if (!(correlation >= -1 && correlation <= 1))
            throw new ArgumentOutOfRangeException(nameof(correlation), correlation, "A correlation lies within −1 and 1.");
        var (n1, n2) = (current.Respondents, previous.Respondents);
        if (shared < 0 || shared > Math.Min(n1, n2))
            throw new ArgumentOutOfRangeException(nameof(shared), shared, $"The respondents of both waves number 0 to {Math.Min(n1, n2)}.");
        var share = shared / Math.Sqrt((double)n1 * n2);
        var errors = current.StandardError.SelectMany(e1 => previous.StandardError.Select(e2 => e1 * e2));
        return OfCorrelated(current, previous, correlation * share * (errors.TryGet(out var product) ? product : 0));
    }

    /// <summary>Difference of two disjoint subgroups of one sample, with their covariance (属性間の差).</summary>
    /// <param name="first">Domain of the first subgroup.</param>
    /// <param name="second">Domain of the other one, in the same frame and without anybody of the first.</param>
    /// <returns>The difference, or <see cref="NotEstimableReason.NoValidAnswers"/> when either is empty.</returns>
    /// <remarks>A subgroup is compared with everybody else, not with a total that it is a part of.</remarks>
    /// <exception cref="ArgumentException">The domains overlap, or belong to different frames.</exception>
    public static Estimable<DesignDifference> OfDomains(DesignTally first, DesignTally second) =>
        RatioEstimate.Of(first).SelectMany(one => RatioEstimate.Of(second).Select(other =>
        {
            RequireDisjoint(first, second);
            var both = DesignVariance.Of(LinearForm.OfDifference(first, second));
            var covariance = one.Variance.SelectMany(v1 => other.Variance.SelectMany(v2 => both.Variance.Select(v => (v1 + v2 - v) / 2)));
            return new DesignDifference(one, other, both.Variance, both.DegreesOfFreedom, covariance.TryGet(out var value) ? value : 0);
        }));

    /// <summary>Interval, test and what they say at a level.</summary>
    /// <param name="method">Method; Hybrid for proportions only.</param>
    /// <param name="level">Confidence level.</param>
    /// <returns>
    /// After two censuses the interval is the point and there is no test. Without an interval of one side the reason is
    /// passed on; <see cref="NotEstimableReason.NoVariation"/> when neither side varies, and then there is no test.
    /// </returns>
    /// <remarks>
    /// A hybrid interval of correlated estimates follows Newcombe (1998), Statistics in Medicine 17, 2635–2650, with the
    /// correlation of the two estimates. The test of Hybrid takes the variance of the pooled proportion at the effective
    /// numbers of both intervals, as the pooled z test does for simple random samples, and Satterthwaite's degrees of freedom:
    /// a handful of weighted respondents makes a variance by chance, and with it false alarms by the dozen.
    /// </remarks>
    /// <exception cref="InvalidOperationException">Hybrid was asked for scores that are no proportion.</exception>
    public Change ToChange(DesignDifferenceMethod method, Level level)
    {
        if (IsCensus)
            return new(Value, level, Estimable<Interval>.Of(Interval.Point(Value)), Estimable<SignificanceTest>.Not(NotEstimableReason.NoSamplingError));
        var freedom = FreedomOf(method);
        var varying = Variance.SelectMany(v => v > 0 ? Estimable<double>.Of(v) : Estimable<double>.Not(NotEstimableReason.NoVariation));
        var test = varying.SelectMany(v => freedom > 0
            ? Estimable<SignificanceTest>.Of(Test(Value / Math.Sqrt(method == DesignDifferenceMethod.Hybrid ? PooledVariance(v) : v), freedom))
            : Estimable<SignificanceTest>.Not(NotEstimableReason.TooFewRespondents));
        var interval = method == DesignDifferenceMethod.Hybrid
            ? HybridInterval(level)
            : varying.SelectMany(v => DesignInterval.Linear(Value, v, freedom, level));
        return new(Value, level, interval, test);
    }

    private static SignificanceTest Test(double statistic, double freedom) => new(statistic, Quantile.StudentTwoSided(statistic, freedom));

    private static void RequireDisjoint(DesignTally first, DesignTally second)
    {
        if (!ReferenceEquals(first.Frame, second.Frame))
            throw new ArgumentException("The domains belong to different frames; compare two waves as independent samples or as a panel.", nameof(second));
        for (var g = 0; g < first.Frame.Groups.Count; g++)
        {
            if (first[g].Base + second[g].Base > first.Frame.Groups[g].Sampled)
                throw new ArgumentException($"The domains overlap: group {g} has fewer respondents than both together.", nameof(second));
        }
    }

    private Estimable<Interval> HybridInterval(Level level) =>
        _first.ProportionInterval(DesignProportionMethod.Wilson, level).SelectMany(one =>
            _second.ProportionInterval(DesignProportionMethod.Wilson, level).Select(other =>
                Newcombe.Interval(_first.Value, one, _second.Value, other, Correlation())));

    // p(1 − p)·(1/n₁ + 1/n₂ − 2ρ/√(n₁n₂)); a census counts as known, and what has no effective number keeps its own variance.
    private double PooledVariance(double variance)
    {
        if (!(_first.IsCensus || _first.ScoreN.IsEstimable) || !(_second.IsCensus || _second.ScoreN.IsEstimable))
            return variance;
        var (one, other) = (_first.IsCensus ? 0 : 1 / _first.ScoreN.Value, _second.IsCensus ? 0 : 1 / _second.ScoreN.Value);
        var pooled = ((_first.Value * other) + (_second.Value * one)) / (one + other);
        var score = pooled * (1 - pooled) * (one + other - (2 * Correlation() * Math.Sqrt(one * other)));
        return score > 0 ? score : variance;
    }

    // Without spread in the difference a correlation of 1 would leave no width; the estimates then count as independent.
    private double Correlation()
    {
        if (!Variance.TryGet(out var variance) || variance == 0)
            return 0;
        var limit = Math.Sqrt(_first.Variance.Value * _second.Variance.Value);
        return limit > 0 ? Math.Clamp(Covariance / limit, -1, 1) : 0;
    }

    private double FreedomOf(DesignDifferenceMethod method) => method switch
    {
        DesignDifferenceMethod.Normal => DegreesOfFreedom > 0 ? double.PositiveInfinity : 0,
        DesignDifferenceMethod.StudentT => DegreesOfFreedom,
        DesignDifferenceMethod.Hybrid or DesignDifferenceMethod.Satterthwaite => Satterthwaite(),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown method."),
    };

    // (v₁ + v₂)²/(v₁²/df₁ + v₂²/df₂) from shares of the variance; a side without variance costs nothing.
    private double Satterthwaite()
    {
        if (!_first.Variance.TryGet(out var v1) || !_second.Variance.TryGet(out var v2) || v1 + v2 == 0)
            return DegreesOfFreedom;
        var cost = Part(v1 / (v1 + v2), _first.DegreesOfFreedom) + Part(v2 / (v1 + v2), _second.DegreesOfFreedom);
        return Math.Min(DegreesOfFreedom, 1 / cost);
    }

    private static double Part(double share, double freedom) => share == 0 ? 0 : share * share / freedom;
}
