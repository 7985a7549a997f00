namespace SurveyCalc.Statistics;

/// <summary>Net score: share of favourable minus share of unfavourable answers (満足−不満, ネットスコア).</summary>
/// <remarks>Tally it with the scores +1, 0 and −1; its value is the mean of these, −1 to 1.</remarks>
public static class NetScore
{
    /// <summary>Share of answers scored +1 (上位), within [0,1].</summary>
    /// <param name="tally">Scores +1, 0 and −1 without decimals and without weights.</param>
    /// <returns>The share, or <see cref="NotEstimableReason.NoValidAnswers"/>.</returns>
    /// <exception cref="ArgumentException">The tally is weighted or cannot come from such scores.</exception>
    public static Estimable<double> TopShare(Tally tally) => Share(tally, tally.Wwyy + tally.Wwxy);

    /// <summary>Share of answers scored −1 (下位), within [0,1].</summary>
    /// <inheritdoc cref="TopShare"/>
    public static Estimable<double> BottomShare(Tally tally) => Share(tally, tally.Wwyy - tally.Wwxy);

    /// <summary>√((t + b − (t − b)²)/n) for the shares t and b: multinomial, divisor n.</summary>
    /// <returns>The standard error as a ratio; needs two respondents.</returns>
    /// <remarks>
    /// Smaller than that of <see cref="MeanEstimate.ClosedForm"/> by √((n−1)/n).
    /// Source: Goodman (1965), Technometrics 7, 247–254, variance of a contrast of multinomial shares.
    /// </remarks>
    /// <inheritdoc cref="TopShare"/>
    public static Estimable<double> StandardError(Tally tally)
    {
        Require(tally);
        return tally.Base switch
        {
            0 => Estimable<double>.Not(NotEstimableReason.NoValidAnswers),
            1 => Estimable<double>.Not(NotEstimableReason.TooFewRespondents),
            _ => Estimable<double>.Of(Math.Sqrt(Linearisation.Variance(tally))),
        };
    }

    private static Estimable<double> Share(Tally tally, Int128 twice)
    {
        Require(tally);
        return tally.Base == 0
            ? Estimable<double>.Not(NotEstimableReason.NoValidAnswers)
            : Estimable<double>.Of((double)(twice / 2) / tally.Base);
    }

    private static void Require(Tally tally)
    {
        MeanEstimate.RequireUnweighted(tally);
        if (tally.ScoreDecimals != 0 || tally.WeightDecimals != 0 || tally.Wwyy > tally.Base
            || Int128.Abs(tally.Wy) > tally.Wwyy || (tally.Wwyy - tally.Wy) % 2 != 0)
            throw new ArgumentException("A net score is tallied from the scores +1, 0 and −1 without decimals.", nameof(tally));
    }
}
