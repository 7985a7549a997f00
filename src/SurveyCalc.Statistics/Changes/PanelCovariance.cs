namespace SurveyCalc.Statistics;

/// <summary>Covariance of two estimates from the persons who answered in both waves (パネルの共分散).</summary>
public static class PanelCovariance
{
    /// <summary>Σ (1 − N_c·n₁·n₂/(N₁·N₂·n_c))·n_c/(n_c − 1)·Σ (u₁ − ū₁)(u₂ − ū₂) over the strata.</summary>
    /// <param name="current">Frame of the current wave; not clustered.</param>
    /// <param name="currentInfluences">From <see cref="RatioEstimate.Influences"/> of the current estimate.</param>
    /// <param name="previous">Frame of the wave compared with; not clustered.</param>
    /// <param name="previousInfluences">From the estimate of that wave.</param>
    /// <param name="currentRows">Rows in the current wave of the persons in both, each once.</param>
    /// <param name="previousRows">Rows in the other wave of the same persons, in the same order.</param>
    /// <param name="commonPopulation">
    /// Persons of the current stratum who are in the population of both waves; null when unknown: as many as the smaller
    /// population holds, which makes the covariance small and the interval wide.
    /// </param>
    /// <param name="currentStrata">
    /// For each stratum of the previous design the number of the same stratum in the current one, −1 without one; null when
    /// the numbers agree.
    /// </param>
    /// <returns>Covariance in the product of the units; 0 without matches.</returns>
    /// <remarks>
    /// u is the weighted linearised residual, n_c the persons in both samples who share the stratum in each wave; n and N are
    /// those of the strata. Without both populations the first factor is 1. For persons who changed their stratum N_c is
    /// unknown and the factor 1 − max(n₁/N₁, n₂/N₂), as if whoever answers the rarer wave answers the other one too: 0 after a
    /// census. A stratum with a single such person adds nothing. With everybody in both samples and no correction this
    /// makes the paired t statistic. Sums run in the order of the rows of the current wave and are compensated.
    /// Sources: Tam (1984), The American Statistician 38, 288–289; Qualité, Tillé (2008), Survey Methodology 34, 173–181.
    /// </remarks>
    /// <exception cref="ArgumentException">A column does not fit its frame, a person is matched twice, or a design is clustered.</exception>
    public static double Of(
        DesignFrame current, ReadOnlySpan<double> currentInfluences, DesignFrame previous, ReadOnlySpan<double> previousInfluences,
        ReadOnlySpan<int> currentRows, ReadOnlySpan<int> previousRows, IReadOnlyList<long>? commonPopulation = null,
        IReadOnlyList<int>? currentStrata = null)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(previous);
        if (current.Design.IsClustered || previous.Design.IsClustered)
            throw new ArgumentException("The covariance of a panel is that of persons; a clustered design has none here.", nameof(current));
        if (currentInfluences.Length != current.Respondents || previousInfluences.Length != previous.Respondents)
            throw new ArgumentException("Each frame needs one influence per respondent.", nameof(currentInfluences));
        if (commonPopulation is not null && commonPopulation.Count != current.Design.Strata)
            throw new ArgumentException("Each stratum of the current design needs its common population.", nameof(commonPopulation));
        if (currentStrata is not null && currentStrata.Count != previous.Design.Strata)
            throw new ArgumentException("Each stratum of the previous design needs its number in the current one.", nameof(currentStrata));
        RequireMatches(currentRows, previousRows);

        int[] now = currentRows.ToArray(), then = previousRows.ToArray();
        Array.Sort(now, then);
        var pairs = new SortedDictionary<(int Now, int Then), List<int>>();
        for (var i = 0; i < now.Length; i++)
        {
            var key = (StratumOf(current, now[i]), StratumOf(previous, then[i]));
            if (!pairs.TryGetValue(key, out var rows))
                pairs.Add(key, rows = []);
            rows.Add(i);
        }

        var covariance = 0.0;
        foreach (var (key, rows) in pairs)
        {
            if (rows.Count > 1)
                covariance += Correction(current, previous, key, (currentStrata?[key.Then] ?? key.Then) == key.Now, rows.Count, commonPopulation) * Product(rows, now, then, currentInfluences, previousInfluences);
        }

        return covariance;
    }

    private static double Product(List<int> rows, int[] now, int[] then, ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        CompensatedSum sum1 = default, sum2 = default, products = default;
        foreach (var i in rows)
        {
            sum1.Add(first[now[i]]);
            sum2.Add(second[then[i]]);
        }

        var (mean1, mean2) = (sum1.Value / rows.Count, sum2.Value / rows.Count);
        foreach (var i in rows)
            products.Add((first[now[i]] - mean1) * (second[then[i]] - mean2));
        return products.Value * rows.Count / (rows.Count - 1);
    }

    private static double Correction(
        DesignFrame current, DesignFrame previous, (int Now, int Then) strata, bool isSame, int both, IReadOnlyList<long>? commonPopulation)
    {
        if (current.Design.Populations[strata.Now] is not { } all1 || previous.Design.Populations[strata.Then] is not { } all2)
            return 1;
        var fraction1 = Sampled(current, strata.Now) / (double)all1;
        var fraction2 = Sampled(previous, strata.Then) / (double)all2;
        if (!isSame)
            return 1 - Math.Max(fraction1, fraction2);
        var common = commonPopulation?[strata.Now] ?? Math.Min(all1, all2);
        if (common < both || common > Math.Min(all1, all2))
            throw new ArgumentOutOfRangeException(nameof(commonPopulation), common, $"The common population of stratum {strata.Now} lies between {both} and {Math.Min(all1, all2)}.");
        return 1 - (common * fraction1 * fraction2 / both);
    }

    private static long Sampled(DesignFrame frame, int stratum) => frame.Groups.Where(group => group.Stratum == stratum).Sum(group => group.Sampled);

    private static int StratumOf(DesignFrame frame, int row) => frame.Groups[frame.GroupOf[row]].Stratum;

    private static void RequireMatches(ReadOnlySpan<int> currentRows, ReadOnlySpan<int> previousRows)
    {
        if (currentRows.Length != previousRows.Length)
            throw new ArgumentException($"{currentRows.Length} current rows are matched with {previousRows.Length} previous ones.", nameof(previousRows));
        if (new HashSet<int>(currentRows.ToArray()).Count != currentRows.Length || new HashSet<int>(previousRows.ToArray()).Count != previousRows.Length)
            throw new ArgumentException("A person is matched once only.", nameof(currentRows));
    }

    // Neumaier's sum: the rounding errors are added up apart.
    private struct CompensatedSum
    {
        private double _sum;
        private double _rest;

        public readonly double Value => _sum + _rest;

        public void Add(double value)
        {
            var sum = _sum + value;
            _rest += Math.Abs(_sum) >= Math.Abs(value) ? _sum - sum + value : value - sum + _sum;
            _sum = sum;
        }
    }
}
