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
        return new(numbers, Shrink(population, total, share));
    }

    private static long[] Shrink(IReadOnlyList<long> population, long total, double share)
    {
        double[] exact = [.. population.Select(count => count * (1 - share)), total * share];
        long[] whole = [.. exact.Select(count => (long)Math.Floor(count))];
        var left = (int)(total - whole.Sum());
        foreach (var k in Enumerable.Range(0, exact.Length).OrderByDescending(k => exact[k] - whole[k]).ThenBy(k => k).Take(left))
            whole[k]++;
        return whole;
    }
}
