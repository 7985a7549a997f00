using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Statistics;

public sealed class MultipleComparisonsTests
{
    [Fact]
    public void Methods_are_ordered_from_strict_to_lenient() => Seeded.ForAll(200, random =>
    {
        double[] p = [.. Enumerable.Range(0, random.Next(1, 20)).Select(_ => random.NextDouble() * random.NextDouble())];
        var (bonferroni, holm) = (MultipleComparisons.Bonferroni(p), MultipleComparisons.Holm(p));
        var (hochberg, bh) = (MultipleComparisons.Hochberg(p), MultipleComparisons.BenjaminiHochberg(p));
        for (var i = 0; i < p.Length; i++)
        {
            Assert.True(bonferroni[i] >= holm[i] && holm[i] >= hochberg[i] && hochberg[i] >= bh[i] - 1e-15 && bh[i] >= p[i] - 1e-15);
            Assert.InRange(bonferroni[i], 0, 1);
        }
    });

    [Fact]
    public void The_order_of_the_tests_does_not_matter() => Seeded.ForAll(100, random =>
    {
        double[] p = [.. Enumerable.Range(0, 10).Select(_ => random.Next(5) / 10.0)];
        var order = Enumerable.Range(0, 10).ToArray();
        random.Shuffle(order);
        double[] shuffled = [.. order.Select(i => p[i])];
        Assert.Equal(order.Select(i => MultipleComparisons.Holm(p)[i]), MultipleComparisons.Holm(shuffled));
        Assert.Equal(order.Select(i => MultipleComparisons.BenjaminiHochberg(p)[i]), MultipleComparisons.BenjaminiHochberg(shuffled));
    });

    [Fact]
    public void No_tests_give_no_p_values() => Assert.Empty(MultipleComparisons.BenjaminiHochberg([]));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void What_is_no_p_value_is_refused(double p)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MultipleComparisons.Bonferroni([0.5, p]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MultipleComparisons.Holm([0.5, p]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MultipleComparisons.Hochberg([0.5, p]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MultipleComparisons.BenjaminiHochberg([0.5, p]));
    }
}
