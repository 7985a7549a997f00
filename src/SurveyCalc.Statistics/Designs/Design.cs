namespace SurveyCalc.Statistics;

/// <summary>How the sample was drawn (標本設計): strata, sampling units and their numbers in the population.</summary>
/// <remarks>
/// A unit (抽出単位) is a respondent, or a cluster of them (PSU) when the design is clustered. Of a design in several
/// stages only the first one counts, as if its units were drawn with the finite population correction of that stage alone:
/// what later stages add to the variance is part of the spread between the units. Equal designs have equal strata and policy.
/// </remarks>
public sealed class Design : IEquatable<Design>
{
    private readonly long?[] _populations;

    private Design(IEnumerable<long?> populations, bool isClustered, SingleUnitPolicy policy)
    {
        _populations = [.. populations];
        if (_populations.Length == 0)
            throw new ArgumentException("A design has at least one stratum.", nameof(populations));
        foreach (var population in _populations)
        {
            if (population < 1)
                throw new ArgumentOutOfRangeException(nameof(populations), population, "A stratum holds at least one unit.");
        }

        if (!Enum.IsDefined(policy))
            throw new ArgumentOutOfRangeException(nameof(policy), policy, "Unknown policy.");
        (IsClustered, Policy) = (isClustered, policy);
    }

    /// <summary>Weights are all that is known (ウエイトのみ): one stratum, respondents as units, no finite population correction.</summary>
    public static Design WeightsOnly { get; } = SimpleRandom(null);

    /// <summary>Units of each stratum in the population; null when unknown or endless: no finite population correction.</summary>
    public IReadOnlyList<long?> Populations => _populations;

    /// <summary>Number of strata, numbered from 0.</summary>
    public int Strata => _populations.Length;

    /// <summary>True when whole clusters of respondents were drawn (集落抽出).</summary>
    public bool IsClustered { get; }

    /// <summary>What happens to a stratum with a single sampled unit.</summary>
    public SingleUnitPolicy Policy { get; }

    /// <summary>Respondents drawn from one list (単純無作為抽出).</summary>
    /// <param name="population">Size N of the list, at least 1; null when unknown: no finite population correction.</param>
    /// <exception cref="ArgumentOutOfRangeException">The population is not positive.</exception>
    public static Design SimpleRandom(long? population) => new([population], false, SingleUnitPolicy.Refuse);

    /// <summary>Respondents drawn within each stratum (層化抽出).</summary>
    /// <param name="populations">N_h of each stratum, at least 1; null when unknown.</param>
    /// <param name="policy">For strata with a single respondent.</param>
    /// <exception cref="ArgumentException">There is no stratum.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A population is not positive.</exception>
    public static Design Stratified(IEnumerable<long?> populations, SingleUnitPolicy policy) => new(populations, false, policy);

    /// <summary>Clusters of respondents drawn within each stratum; one stratum for a plain cluster sample (層化集落抽出).</summary>
    /// <param name="clusters">Number of clusters (not of persons) of each stratum in the population; null when unknown.</param>
    /// <param name="policy">For strata with a single cluster.</param>
    /// <inheritdoc cref="Stratified"/>
    public static Design Clustered(IEnumerable<long?> clusters, SingleUnitPolicy policy) => new(clusters, true, policy);

    /// <inheritdoc/>
    public bool Equals(Design? other) => other is not null
        && IsClustered == other.IsClustered && Policy == other.Policy && _populations.AsSpan().SequenceEqual(other._populations);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Design);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsClustered, Policy, Strata, _populations[0], _populations[^1]);
}
