using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Statistics;

/// <summary>Respondents of whom a margin knows only a part, spread over its categories.</summary>
public sealed class SpreadCategoriesTests
{
    private static readonly IReadOnlyList<int>[] Groups = [[0, 1], [2, 3], [0, 2], [0, 1, 2, 3]];

    [Fact]
    public void One_attribute_gives_the_same_margin_as_a_category_of_its_own()
    {
        int[] categories = [0, 0, 1, 1, 1, 2];
        var weights = new Weights([2, 1, 3, 1, 1, 2], 0);
        var spread = UnknownCategories.Spread(categories, [600, 410], [[0, 1]], weights);
        var own = UnknownCategories.OwnCategory(new[] { 0, 0, 1, 1, 1, -1 }, [600, 410], weights);
        Assert.Equal(own.Population, spread.Population);
        Assert.Equal(own.Categories.ToArray(), spread.Categories.ToArray());
    }

    [Fact]
    public void Margins_and_totals_hold_for_any_pattern_of_unknowns() => Seeded.ForAll(200, random =>
    {
        var population = Enumerable.Range(0, 4).Select(_ => (long)random.Next(100_000, 1_000_000)).ToArray();
        int[] categories = [0, 1, 2, 3, .. Enumerable.Range(0, 80).Select(_ => random.Next(8))];
        var weights = new Weights([.. categories.Select(_ => (long)random.Next(1, 50))], 1);
        var margin = UnknownCategories.Spread(categories, population, Groups, weights);
        Assert.Equal(population.Sum(), margin.Total);
        var fit = Calibrate.Of(CalibrationMethod.PostStratification, weights, [margin], CalibrationOptions.Default);
        Assert.All(fit.Problems, p => Assert.Equal(CalibrationProblemKind.EmptyCategory, p.Kind));
        if (!fit.TryGet(out var calibration)) return;
        Assert.Equal(population.Sum(), calibration.Summary.Sum, 1e-3);
        // No category gives the spread more than it has.
        var known = Enumerable.Range(0, 4).Select(k => (double)margin.Population[k]).ToArray();
        Assert.All(known.Zip(population), p => Assert.InRange(p.First, 1, p.Second));
    });

    [Fact]
    public void The_known_keep_their_proportions_and_the_unknown_have_the_average_weight() => Seeded.ForAll(200, random =>
    {
        long[] population = [.. Enumerable.Range(0, 3).Select(_ => random.Next(1, 100) * 1_000_000L)];
        int[] categories = [0, 1, 2, 3, .. Enumerable.Range(0, 60).Select(_ => random.Next(4))];
        var weights = new Weights([.. categories.Select(_ => (long)random.Next(1, 50))], 0);
        var margin = UnknownCategories.Spread(categories, population, [[0, 1, 2]], weights);
        var known = margin.Population.Take(3).Sum();
        for (var k = 0; k < 3; k++)
            Assert.Equal(population[k] / (double)population.Sum(), margin.Population[k] / (double)known, 1e-5);
        var sum = Enumerable.Range(0, weights.Count).Sum(weights.ValueOf);
        var unknown = Enumerable.Range(0, weights.Count).Where(i => categories[i] == 3).Sum(weights.ValueOf);
        Assert.Equal(unknown / sum, margin.Population[3] / (double)population.Sum(), 1e-5);
    });

    [Fact]
    public void Wrong_shapes_are_refused()
    {
        Assert.Throws<ArgumentException>(() => UnknownCategories.Spread(new[] { 0, 3 }, [1, 1], [[0, 1]], Weights.Ones(2)));
        Assert.Throws<ArgumentException>(() => UnknownCategories.Spread(new[] { 0, -1 }, [1, 1], [[0, 1]], Weights.Ones(2)));
        Assert.Throws<ArgumentException>(() => UnknownCategories.Spread(new[] { 0, 1 }, [0, 0], [], Weights.Ones(2)));
        Assert.Throws<ArgumentException>(() => UnknownCategories.Spread(new[] { 0, 1 }, [1, 1], [], Weights.Ones(3)));
    }
}
