namespace SurveyCalc.Statistics;

/// <summary>A sample laid out by its design and weighting: made once per wave and weighting, then used by every figure.</summary>
/// <remarks>
/// Each respondent belongs to one group (<see cref="GroupOf"/>); figures are tallied by group, so one pass over an answer
/// column into a histogram group × code serves every indicator. The frame knows everybody sampled: a subgroup or a base is
/// a domain of it and never a filtered copy.
/// </remarks>
public sealed class DesignFrame
{
    private readonly int[] _groupOf;
    private readonly DesignGroup[] _groups;

    private DesignFrame(Design design, int[] groupOf, DesignGroup[] groups, Weights weights, Calibration? calibration)
    {
        (Design, _groupOf, _groups, Weights, Calibration) = (design, groupOf, groups, weights, calibration);
        Summary = weights.Summarise();
        var sampled = new long[design.Strata];
        for (var g = 0; g < groups.Length; g++)
            sampled[groups[g].Stratum] += UnitsBegunBy(g);
        var strata = new VarianceStratum?[design.Strata];
        for (var h = 0; h < strata.Length; h++)
        {
            if (design.Populations[h] < sampled[h])
                throw new ArgumentException($"Stratum {h} has {design.Populations[h]} units, fewer than the {sampled[h]} sampled.", nameof(design));
            strata[h] = sampled[h] == 0 ? null : new(sampled[h], design.Populations[h]);
        }

        EmptyStrata = [.. Enumerable.Range(0, strata.Length).Where(h => strata[h] is null)];
        SingleUnitStrata = [.. Enumerable.Range(0, strata.Length).Where(h => strata[h]?.IsSingle == true)];
        (var merged, StratumOf) = VarianceStratum.Merge(strata, design.Policy == SingleUnitPolicy.Merge && SingleUnitStrata.Count > 0);
        VarianceStrata = merged;
    }

    /// <summary>The design.</summary>
    public Design Design { get; }

    /// <summary>The weights, calibrated or not.</summary>
    public Weights Weights { get; }

    /// <summary>The calibration the weights come from, or null.</summary>
    public Calibration? Calibration { get; }

    /// <summary>Range, sum and effective number of the weights of everybody.</summary>
    public WeightSummary Summary { get; }

    /// <summary>Everybody sampled.</summary>
    public int Respondents => _groupOf.Length;

    /// <summary>Group of each respondent, 0 to <see cref="Groups"/>.Count − 1.</summary>
    public ReadOnlySpan<int> GroupOf => _groupOf;

    /// <summary>The groups, in the order of stratum, unit and calibration cell.</summary>
    public IReadOnlyList<DesignGroup> Groups => _groups;

    /// <summary>Strata of the design that nobody was sampled from: the figures do not speak for them.</summary>
    public IReadOnlyList<int> EmptyStrata { get; }

    /// <summary>Strata of the design with one sampled unit out of more; see <see cref="Design.Policy"/>.</summary>
    public IReadOnlyList<int> SingleUnitStrata { get; }

    /// <summary>True when every unit of every stratum was sampled (全数調査): no sampling error.</summary>
    public bool IsCensus => EmptyStrata.Count == 0 && VarianceStrata.All(stratum => stratum.IsCensus);

    internal IReadOnlyList<VarianceStratum> VarianceStrata { get; }

    /// <summary>Stratum of the variance for each stratum of the design.</summary>
    internal int[] StratumOf { get; }

    /// <summary>A sample with weights that are taken as given: design weights, or weights whose making is unknown.</summary>
    /// <param name="design">Strata and units.</param>
    /// <param name="strata">Stratum of each respondent; empty for a design of one stratum.</param>
    /// <param name="units">Cluster of each respondent, numbered at will within its stratum; empty unless the design is clustered.</param>
    /// <param name="weights">One per respondent; <see cref="Weights.Ones"/> for none.</param>
    /// <exception cref="ArgumentException">The columns do not fit each other or the design, or a stratum has fewer units than were sampled.</exception>
    public static DesignFrame Of(Design design, ReadOnlySpan<int> strata, ReadOnlySpan<int> units, Weights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return Of(design, strata, units, weights, weights, null, default);
    }

    /// <summary>A sample with calibrated weights: variances use the residuals of the calibration.</summary>
    /// <inheritdoc cref="Of(Design, ReadOnlySpan{int}, ReadOnlySpan{int}, Weights)"/>
    /// <param name="calibration">Made from the design weights of the same respondents, in the same order.</param>
    public static DesignFrame Of(Design design, ReadOnlySpan<int> strata, ReadOnlySpan<int> units, Calibration calibration)
    {
        ArgumentNullException.ThrowIfNull(calibration);
        return Of(design, strata, units, calibration.Weights, calibration.DesignWeights, calibration, calibration.Cells.CellOf);
    }

    /// <summary>1 when the group is the first one of its sampling unit; its respondents when they are the units.</summary>
    internal long UnitsBegunBy(int group)
    {
        if (!Design.IsClustered)
            return _groups[group].Sampled;
        return group > 0 && IsSameUnit(group - 1, group) ? 0 : 1;
    }

    /// <summary>True when both groups belong to one cluster.</summary>
    internal bool IsSameUnit(int one, int other) => _groups[one].Stratum == _groups[other].Stratum && _groups[one].Unit == _groups[other].Unit;

    private static DesignFrame Of(
        Design design, ReadOnlySpan<int> strata, ReadOnlySpan<int> units, Weights weights, Weights designWeights, Calibration? calibration, ReadOnlySpan<int> cells)
    {
        ArgumentNullException.ThrowIfNull(design);
        var count = weights.Count;
        Require(design, strata, units, count);
        var keys = new (int Stratum, int Unit, int Cell)[count];
        for (var i = 0; i < count; i++)
            keys[i] = (strata.IsEmpty ? 0 : strata[i], units.IsEmpty ? 0 : units[i], cells.IsEmpty ? 0 : cells[i]);
        var ordered = keys.Distinct().Order().ToArray();
        var number = new Dictionary<(int, int, int), int>(ordered.Length);
        for (var g = 0; g < ordered.Length; g++)
            number.Add(ordered[g], g);

        var groupOf = new int[count];
        var groups = new DesignGroup[ordered.Length];
        for (var g = 0; g < groups.Length; g++)
            groups[g] = new(ordered[g].Stratum, ordered[g].Unit, ordered[g].Cell, 0, 0, 0, 0);
        for (var i = 0; i < count; i++)
        {
            var g = groupOf[i] = number[keys[i]];
            Int128 weight = weights.Units[i];
            groups[g] = groups[g] with
            {
                Sampled = groups[g].Sampled + 1,
                SumOfWeights = groups[g].SumOfWeights + weight,
                SumOfSquaredWeights = groups[g].SumOfSquaredWeights + (weight * weight),
                SumOfDesignWeights = groups[g].SumOfDesignWeights + designWeights.Units[i],
            };
        }

        return new(design, groupOf, groups, weights, calibration);
    }

    private static void Require(Design design, ReadOnlySpan<int> strata, ReadOnlySpan<int> units, int count)
    {
        if (count == 0)
            throw new ArgumentException("There are no respondents.", nameof(strata));
        if (strata.Length != count && !(strata.IsEmpty && design.Strata == 1))
            throw new ArgumentException($"{strata.Length} respondents have a stratum, {count} a weight.", nameof(strata));
        if (units.Length != (design.IsClustered ? count : 0))
            throw new ArgumentException($"{units.Length} respondents have a cluster; the design asks for {(design.IsClustered ? count : 0)}.", nameof(units));
        foreach (var stratum in strata)
        {
            if (stratum < 0 || stratum >= design.Strata)
                throw new ArgumentOutOfRangeException(nameof(strata), stratum, $"The design has the strata 0 to {design.Strata - 1}.");
        }
    }
}
