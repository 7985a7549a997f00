namespace SurveyCalc.Statistics;

/// <summary>Respondents whose category in a population table is unknown (属性不明).</summary>
public static class UnknownCategories
{
    /// <summary>A margin with one more category, the last one, for respondents without a category.</summary>
    /// <param name="categories">Category of each respondent; any number outside of the table is unknown.</param>
    /// <param name="population">Persons of each category in the population; their total must not be 0.</param>
    /// <param name="designWeights">One per respondent.</param>
    /// <returns>
    /// The margin: the unknown get their share of the design weights as population, and the others are made smaller in
    /// proportion, rounded to persons by largest remainders so that the total stays. Without unknown ones the added
    /// category is empty and has no population.
    /// </returns>
    /// <remarks>
    /// The margin then leaves the unknown as they are, neither up nor down: as if they were spread over the known
    /// categories like the others of the sample. Their number stands in <see cref="MarginCheck.Respondents"/>.
    /// </remarks>
    /// <exception cref="ArgumentException">There is no category or no population, or another number of respondents than weights.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static CalibrationMargin OwnCategory(ReadOnlyMemory<int> categories, IReadOnlyList<long> population, Weights designWeights)
    {
        ArgumentNullException.ThrowIfNull(designWeights);
        var total = new CalibrationMargin(categories, population).Total;
        if (total == 0)
            throw new ArgumentException("The population is empty.", nameof(population));
        if (categories.Length != designWeights.Count)
            throw new ArgumentException($"The margin has {categories.Length} respondents, the weights have {designWeights.Count}.", nameof(categories));

        int[] numbers = [.. categories.ToArray().Select(category => category >= 0 && category < population.Count ? category : population.Count)];
        Int128 unknown = 0, all = 0;
        for (var i = 0; i < numbers.Length; i++)
        {
            all += designWeights.Units[i];
            unknown += numbers[i] == population.Count ? designWeights.Units[i] : 0;
        }

        var share = all == 0 ? 0 : (double)unknown / (double)all;
        return new(numbers, ToPersons([.. population.Select(count => count * (1 - share)), total * share], total));
    }

    /// <summary>A margin with more categories, the last ones, for respondents of whom only a part is known (按分).</summary>
    /// <param name="categories">Category k of each known respondent, population.Count + g of a respondent of group g.</param>
    /// <param name="population">Persons N_k of each category in the population; their total must not be 0.</param>
    /// <param name="groups">Categories that the respondents of each group may belong to.</param>
    /// <param name="designWeights">One per respondent.</param>
    /// <returns>
    /// The margin, rounded to persons by largest remainders so that the total stays. A group none of whose categories has a
    /// known respondent gets no population, and the calibration then refuses it by name.
    /// </returns>
    /// <remarks>
    /// With D_k = Σd of the known, each group g is spread over its categories like the known in them: D_gk = D_g·D_k/ΣD. A
    /// category then has the target N_k·D_k/(D_k + Σ_g D_gk) for the known and N_k·D_gk/(D_k + Σ_g D_gk) for each group. So
    /// known and spread together make N_k exactly; where nothing else is known, N_k·(1 − s) with the share s of the unknown,
    /// which keeps the proportions of the known and gives the unknown the average weight, as <see cref="OwnCategory"/> does.
    /// </remarks>
    /// <exception cref="ArgumentException">There is no population, a category is in no range, or another number of respondents than weights.</exception>
    public static CalibrationMargin Spread(
        ReadOnlyMemory<int> categories, IReadOnlyList<long> population, IReadOnlyList<IReadOnlyList<int>> groups, Weights designWeights)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(designWeights);
        var total = new CalibrationMargin(categories, population).Total;
        if (total == 0)
            throw new ArgumentException("The population is empty.", nameof(population));
        if (categories.Length != designWeights.Count)
            throw new ArgumentException($"The margin has {categories.Length} respondents, the weights have {designWeights.Count}.", nameof(categories));

        var sums = new Int128[population.Count + groups.Count];
        for (var i = 0; i < categories.Length; i++)
        {
            var category = categories.Span[i];
            if (category < 0 || category >= sums.Length)
                throw new ArgumentException($"Category {category} is neither one of the table nor a group.", nameof(categories));
            sums[category] += designWeights.Units[i];
        }

        var (spread, all) = (new double[groups.Count, population.Count], new double[population.Count]);
        for (var k = 0; k < all.Length; k++) all[k] = (double)sums[k];
        for (var g = 0; g < groups.Count; g++)
        {
            var pool = groups[g].Sum(k => (double)sums[k]);
            foreach (var k in groups[g])
            {
                spread[g, k] = pool > 0 ? (double)sums[population.Count + g] * (double)sums[k] / pool : 0;
                all[k] += spread[g, k];
            }
        }

        double Share(double part, int k) => all[k] > 0 ? population[k] * part / all[k] : 0;
        return new(categories, ToPersons(
            [
                .. population.Select((count, k) => all[k] > 0 ? Share((double)sums[k], k) : count),
                .. groups.Select((cells, g) => cells.Sum(k => Share(spread[g, k], k))),
            ],
            total));
    }

    private static long[] ToPersons(double[] exact, long total)
    {
        long[] whole = [.. exact.Select(count => (long)Math.Floor(count))];
        var left = (int)(total - whole.Sum());
        foreach (var k in Enumerable.Range(0, exact.Length).OrderByDescending(k => exact[k] - whole[k]).ThenBy(k => k).Take(left))
            whole[k]++;
        return whole;
    }
}
