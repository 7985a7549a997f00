namespace SurveyCalc.Statistics;

/// <summary>A stratum as the variance sees it, after single units were dealt with.</summary>
/// <param name="SampledUnits">Sampled units n_h, 1 or more.</param>
/// <param name="PopulationUnits">Units in the population N_h, or null.</param>
internal readonly record struct VarianceStratum(long SampledUnits, long? PopulationUnits)
{
    /// <summary>All units were sampled.</summary>
    public bool IsCensus => PopulationUnits == SampledUnits;

    /// <summary>1 − n_h/N_h.</summary>
    public double Unsampled => PopulationUnits is { } all ? (double)(all - SampledUnits) / all : 1;

    /// <summary>One sampled unit out of more.</summary>
    public bool IsSingle => SampledUnits == 1 && !IsCensus;

    private VarianceStratum With(VarianceStratum other) => new(SampledUnits + other.SampledUnits, PopulationUnits + other.PopulationUnits);

    /// <summary>Collapses single units with their neighbours until each stratum holds two, or nothing is left to join.</summary>
    /// <param name="strata">Sampled strata in the order of the design; null where nobody was sampled.</param>
    /// <returns>The strata of the variance, and for each stratum of the design the number of its one; −1 where nobody was sampled.</returns>
    public static (List<VarianceStratum> Strata, int[] NumberOf) Merge(IReadOnlyList<VarianceStratum?> strata, bool join)
    {
        List<VarianceStratum> merged = [];
        var numberOf = new int[strata.Count];
        var open = -1;
        var lastWhole = -1;
        for (var h = 0; h < strata.Count; h++)
        {
            numberOf[h] = -1;
            if (strata[h] is not { } stratum)
                continue;
            if (!join || stratum.IsCensus)
            {
                numberOf[h] = merged.Count;
                merged.Add(stratum);
                continue;
            }

            if (open < 0)
            {
                open = merged.Count;
                merged.Add(stratum);
            }
            else
            {
                merged[open] = merged[open].With(stratum);
            }

            numberOf[h] = open;
            if (merged[open].SampledUnits > 1)
                (lastWhole, open) = (open, -1);
        }

        if (open < 0 || lastWhole < 0)
            return (merged, numberOf);
        // The last one found no follower: it joins the one before it.
        merged[lastWhole] = merged[lastWhole].With(merged[open]);
        merged.RemoveAt(open);
        return (merged, [.. numberOf.Select(n => n == open ? lastWhole : n > open ? n - 1 : n)]);
    }
}
