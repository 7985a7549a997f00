namespace SurveyCalc.Statistics;

/// <summary>The proportion of a tally as (real-valued) counts that carry the same variance as the sample (有効標本サイズ).</summary>
/// <param name="Ratio">The proportion, within [0,1].</param>
/// <param name="Valid">Effective denominator; meaningless for a census.</param>
/// <param name="IsCensus">Nobody was left to chance; see <see cref="IsCensusOf"/>.</param>
internal readonly record struct EffectiveCounts(double Ratio, double Positive, double Valid, bool IsCensus)
{
    /// <param name="tally">A proportion with a base that is not empty.</param>
    /// <param name="population">Size of the population, or null when it is unknown or endless.</param>
    public static EffectiveCounts Of(Tally tally, long? population)
    {
        RequireProportion(tally);
        if (population < tally.Sampled)
            throw new ArgumentOutOfRangeException(nameof(population), population, $"The population is not smaller than the {tally.Sampled} respondents sampled.");
        var ratio = tally.Ratio;
        if (IsCensusOf(tally, population))
            return new(ratio, tally.Positive, tally.Base, true);
        if (!tally.IsWeighted && population is null)
            return new(ratio, tally.Positive, tally.Base, false);
        var valid = tally.KishEffectiveN * (population is { } size ? (size - 1.0) / (size - tally.Sampled) : 1);
        return new(ratio, ratio * valid, valid, false);
    }

    /// <summary>
    /// True when everybody in the population was sampled, whether or not each gave a valid answer: what is missing then is
    /// an answer, not a person, and that is no sampling error.
    /// </summary>
    public static bool IsCensusOf(Tally tally, long? population) => population == tally.Sampled;

    /// <summary>True when the sums can come from the scores 0 and 1 alone, 1 for the numerator.</summary>
    public static bool IsProportion(Tally tally)
    {
        var unit = Tally.Pow10(tally.ScoreDecimals);
        return tally.Wy >= 0 && tally.Wy <= tally.Wx * unit && tally.Wwyy == tally.Wwxy * unit
            && (tally.IsWeighted || tally.Wy == tally.Positive * unit * Tally.Pow10(tally.WeightDecimals));
    }

    private static void RequireProportion(Tally tally)
    {
        if (!IsProportion(tally))
            throw new ArgumentException("A proportion has the scores 0 and 1 only, 1 for the numerator; use MeanEstimate for other scores.", nameof(tally));
    }
}
