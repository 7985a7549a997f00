namespace SurveyCalc.Statistics;

/// <summary>What to do with a stratum from which a single unit was sampled (単独抽出単位の扱い): it shows no spread of its own.</summary>
/// <remarks>A stratum of one unit in all (N = n = 1) is a census of itself and needs no policy.</remarks>
public enum SingleUnitPolicy
{
    /// <summary>No standard error: <see cref="NotEstimableReason.SingleUnitStratum"/>. The default; nobody is misled.</summary>
    Refuse = 0,

    /// <summary>
    /// The stratum is collapsed with the next sampled stratum in the order of the design that is no census, the last one
    /// with the one before, until each holds two units; their populations add up. Usually overestimates the variance.
    /// </summary>
    Merge,

    /// <summary>The unit is centred at the mean of all units, which is 0 for a linearised ratio, instead of its own stratum's.</summary>
    Centre,
}
