namespace SurveyCalc.Statistics;

/// <summary>P-values adjusted for many comparisons at once (多重比較の補正).</summary>
/// <remarks>
/// Every method takes p-values within [0,1] and returns as many adjusted ones, in the order given, within [0,1]; an
/// adjusted value at or under α is significant at α. An empty list gives an empty one; a value outside [0,1] or NaN is
/// an <see cref="ArgumentOutOfRangeException"/>.
/// </remarks>
public static class MultipleComparisons
{
    /// <summary>min(1, m·p): controls the chance of any false finding.</summary>
    /// <remarks>Source: Dunn (1961), Journal of the American Statistical Association 56, 52–64.</remarks>
    public static IReadOnlyList<double> Bonferroni(IReadOnlyList<double> pValues)
    {
        Require(pValues);
        return [.. pValues.Select(p => Math.Min(1, pValues.Count * p))];
    }

    /// <summary>Step-down Bonferroni: controls the chance of any false finding and rejects no less.</summary>
    /// <remarks>Source: Holm (1979), Scandinavian Journal of Statistics 6, 65–70.</remarks>
    public static IReadOnlyList<double> Holm(IReadOnlyList<double> pValues) => Step(pValues, ascending: true, (count, rank) => count - rank + 1);

    /// <summary>Step-up version of Holm's method, for independent tests.</summary>
    /// <remarks>Source: Hochberg (1988), Biometrika 75, 800–802.</remarks>
    public static IReadOnlyList<double> Hochberg(IReadOnlyList<double> pValues) => Step(pValues, ascending: false, (count, rank) => count - rank + 1);

    /// <summary>Controls the expected share of false findings among all findings (偽発見率), for independent tests.</summary>
    /// <remarks>Source: Benjamini, Hochberg (1995), Journal of the Royal Statistical Society B 57, 289–300.</remarks>
    public static IReadOnlyList<double> BenjaminiHochberg(IReadOnlyList<double> pValues) => Step(pValues, ascending: false, (count, rank) => (double)count / rank);

    // Multiplies each p by the factor of its rank (1 = smallest) and keeps the result monotone from the given end.
    private static double[] Step(IReadOnlyList<double> pValues, bool ascending, Func<int, int, double> factor)
    {
        Require(pValues);
        var count = pValues.Count;
        var order = Enumerable.Range(0, count).OrderBy(i => pValues[i]).ToArray();
        var adjusted = new double[count];
        var reached = ascending ? 0.0 : 1.0;
        for (var step = 1; step <= count; step++)
        {
            var rank = ascending ? step : count - step + 1;
            var index = order[rank - 1];
            var value = Math.Min(1, factor(count, rank) * pValues[index]);
            reached = ascending ? Math.Max(reached, value) : Math.Min(reached, value);
            adjusted[index] = reached;
        }

        return adjusted;
    }

    private static void Require(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        foreach (var p in pValues)
        {
            if (!(p >= 0 && p <= 1))
                throw new ArgumentOutOfRangeException(nameof(pValues), p, "A p-value lies within 0 and 1.");
        }
    }
}
