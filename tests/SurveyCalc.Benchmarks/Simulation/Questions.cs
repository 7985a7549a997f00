namespace SurveyCalc.Benchmarks.Simulation;

/// <summary>What every simulated survey asks: single proportions, a family of indicators, and both again after a change.</summary>
/// <remarks>Answers to different questions are independent of each other, given what a person's group makes likely.</remarks>
internal static class Questions
{
    /// <summary>Size of a true change: 5 points, towards the middle.</summary>
    public const double ChangeSize = 0.05;

    /// <summary>Every so manieth indicator of the family changes when the year brings changes.</summary>
    private const int ChangedEvery = 4;

    /// <summary>Proportions whose coverage is measured; questions 0 and following.</summary>
    public static IReadOnlyList<double> Singles { get; } = [0.01, 0.05, 0.1, 0.3, 0.5, 0.9, 0.99];

    /// <summary>Proportions of the indicators that one survey reports together, 0.05 to 0.95.</summary>
    public static IReadOnlyList<double> Family { get; } = [.. Enumerable.Range(0, 20).Select(i => 0.05 + (0.9 * i / 19))];

    /// <summary>Proportion of each question over the whole population.</summary>
    public static IReadOnlyList<double> Proportions { get; } =
    [
        .. Singles, .. Family, .. Singles.Select(Changed), .. Family.Where((_, i) => IsChanged(i)).Select(Changed),
    ];

    /// <summary>Question of an indicator of the family.</summary>
    public static int OfFamily(int indicator) => Singles.Count + indicator;

    /// <summary>The same single question after the change.</summary>
    public static int ChangedSingle(int single) => Singles.Count + Family.Count + single;

    /// <summary>Whether an indicator of the family is one of those that change.</summary>
    public static bool IsChanged(int indicator) => indicator % ChangedEvery == 0;

    /// <summary>The indicator in a year in which some of the family change.</summary>
    public static int LaterOfFamily(int indicator) => IsChanged(indicator)
        ? (2 * Singles.Count) + Family.Count + (indicator / ChangedEvery)
        : OfFamily(indicator);

    /// <summary>Proportions of groups that differ on the log-odds scale and have the given mean.</summary>
    /// <param name="mean">Proportion over all groups, strictly between 0 and 1.</param>
    /// <param name="effects">Distance of each group on the log-odds scale.</param>
    /// <param name="sizes">Persons of each group.</param>
    public static double[] OfGroups(double mean, IReadOnlyList<double> effects, IReadOnlyList<long> sizes)
    {
        var (low, high) = (-20.0, 20.0);
        var total = sizes.Sum();
        double[] At(double intercept) => [.. effects.Select(effect => 1 / (1 + Math.Exp(-intercept - effect)))];
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            var reached = At(middle).Select((proportion, g) => proportion * sizes[g]).Sum() / total;
            (low, high) = reached < mean ? (middle, high) : (low, middle);
        }

        return At(low);
    }

    private static double Changed(double proportion) => proportion < 0.9 ? proportion + ChangeSize : proportion - ChangeSize;
}
