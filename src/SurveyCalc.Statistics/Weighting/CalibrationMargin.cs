namespace SurveyCalc.Statistics;

/// <summary>One population table and the category of each respondent in it (母集団の周辺分布).</summary>
public sealed class CalibrationMargin
{
    /// <param name="categories">Category of each respondent, counted from 0; any other number is an unknown category and refused by name.</param>
    /// <param name="population">Persons of each category in the population, 0 or more.</param>
    /// <exception cref="ArgumentException">There is no category.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public CalibrationMargin(ReadOnlyMemory<int> categories, IReadOnlyList<long> population)
    {
        ArgumentNullException.ThrowIfNull(population);
        if (population.Count == 0)
            throw new ArgumentException("A margin has at least one category.", nameof(population));
        foreach (var count in population)
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(population));
        (Categories, Population) = (categories, [.. population]);
    }

    /// <summary>Category of each respondent.</summary>
    public ReadOnlyMemory<int> Categories { get; }

    /// <summary>Persons of each category in the population.</summary>
    public IReadOnlyList<long> Population { get; }

    /// <summary>Persons in all categories.</summary>
    public long Total => Population.Sum();
}
