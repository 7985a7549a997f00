namespace SurveyCalc.Statistics;

/// <summary>Proportion, mean score or net score of a domain under a design and weighting (標本設計に基づく推定).</summary>
/// <remarks>
/// The value is Σwy/Σwx; see <see cref="DesignVariance"/> for its variance. A domain is a base, a subgroup or both: the
/// number n_h of a stratum counts everybody sampled in it, and the residuals of a calibration are taken over everybody.
/// </remarks>
public sealed partial class RatioEstimate
{
    private readonly DesignVariance _variance;
    private readonly double _spread;

    private RatioEstimate(DesignTally domain)
    {
        (Domain, _spread) = (domain, new CentredSums(domain).Spread(domain));
        _variance = DesignVariance.Of(LinearForm.OfRatio(domain));
        EffectiveN = EffectiveNumber();
    }

    /// <summary>The domain it was estimated from.</summary>
    public DesignTally Domain { get; }

    /// <summary>The estimate: a ratio within [0,1], or in the unit of the score.</summary>
    public double Value => Domain.Total.Ratio;

    /// <summary>Respondents of the domain, unweighted (有効回答数).</summary>
    public long Respondents => Domain.Total.Base;

    /// <summary>Variance, 0 or more; 0 after a census. Not estimable from a single unit.</summary>
    public Estimable<double> Variance => _variance.Variance;

    /// <summary>Standard error (標準誤差), the root of the variance.</summary>
    public Estimable<double> StandardError => Variance.Select(Math.Sqrt);

    /// <summary>Sampling units in the domain less strata in the domain (自由度), 0 or more.</summary>
    public double DegreesOfFreedom => _variance.DegreesOfFreedom;

    /// <summary>No sampling error: everybody in the domain's strata was sampled.</summary>
    public bool IsCensus => _variance.IsCensus;

    /// <summary>(Σw)²/Σw² of the domain: the loss by unequal weights alone.</summary>
    public double KishEffectiveN => Domain.Total.KishEffectiveN;

    /// <summary>Respondents of a simple random sample from an endless population with the same variance (有効標本サイズ).</summary>
    /// <remarks>
    /// s²/v with s² the weighted variance of the answers, p(1−p) for a proportion. Where the variance cannot tell it, Kish's
    /// number of the domain with the finite population correction (N−1)/(N−n) takes its place: when all answers are equal
    /// or none varies within its stratum, and for persons as units also without a degree of freedom. It is also the upper
    /// limit while a proportion rests on fewer than <see cref="FewRespondents"/> respondents on either side, because the
    /// weights of a handful of persons make a variance by chance. Not estimable after a census
    /// (<see cref="NotEstimableReason.NoSamplingError"/>), for a single unit, and for clusters without a degree of freedom.
    /// </remarks>
    public Estimable<double> EffectiveN { get; }

    /// <summary>Respondents per effective respondent (デザイン効果): the variance relative to a simple random sample.</summary>
    public Estimable<double> DesignEffect => EffectiveN.Select(number => Respondents / number);

    /// <summary>True when all scores are 0 or 1 and count in the numerator accordingly.</summary>
    public bool IsProportion { get; private init; }

    /// <summary>Estimates the ratio of a domain.</summary>
    /// <param name="domain">Scores 0 and 1 for a proportion, any others for a mean.</param>
    /// <returns>The estimate, or <see cref="NotEstimableReason.NoValidAnswers"/> for an empty base.</returns>
    public static Estimable<RatioEstimate> Of(DesignTally domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        return domain.Total.Base == 0
            ? Estimable<RatioEstimate>.Not(NotEstimableReason.NoValidAnswers)
            : Estimable<RatioEstimate>.Of(new(domain) { IsProportion = EffectiveCounts.IsProportion(domain.Total) });
    }

    /// <summary>What each respondent contributes to the deviation of the estimate: the weighted linearised residual.</summary>
    /// <param name="inBase">Whether a respondent is in the domain, for everybody in the frame.</param>
    /// <param name="scores">Score in the unit of the tally; disregarded outside the domain.</param>
    /// <returns>One number per respondent in the unit of the score; they add up to 0.</returns>
    /// <remarks>A pass over the respondents, needed for panels only; see <see cref="PanelCovariance"/>.</remarks>
    /// <exception cref="ArgumentException">A column has another length than the frame.</exception>
    public double[] Influences(ReadOnlySpan<bool> inBase, ReadOnlySpan<long> scores)
    {
        var frame = Domain.Frame;
        if (inBase.Length != frame.Respondents || scores.Length != frame.Respondents)
            throw new ArgumentException($"A column has {inBase.Length} or {scores.Length} respondents, the frame {frame.Respondents}.", nameof(inBase));
        var (unit, sum) = ((double)Tally.Pow10(Domain.ScoreDecimals), (double)Domain.Total.Wx);
        var influences = new double[frame.Respondents];
        for (var i = 0; i < influences.Length; i++)
        {
            var residual = inBase[i] ? ((scores[i] / unit) - Value) / sum : 0;
            if (_variance.Shift is { } shift)
                residual -= shift[frame.Groups[frame.GroupOf[i]].Cell];
            influences[i] = frame.Weights.Units[i] * residual;
        }

        return influences;
    }
}
