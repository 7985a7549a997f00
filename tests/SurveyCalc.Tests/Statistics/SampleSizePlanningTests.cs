using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Statistics;

public sealed class SampleSizePlanningTests
{
    [Theory]
    [InlineData(0.50, 0.45, 1565)] // (1.959964·√(2·0.475·0.525) + 0.841621·√(0.25 + 0.2475))²/0.05²
    [InlineData(0.552, 0.541, 32152)]
    [InlineData(0.60, 0.40, 97)]
    public void Proportions_need_the_respondents_of_the_formula(double current, double previous, long respondents)
    {
        var (z, power) = (1.959963984540054, 0.8416212335729143);
        var mean = (current + previous) / 2;
        var root = (z * Math.Sqrt(2 * mean * (1 - mean))) + (power * Math.Sqrt((current * (1 - current)) + (previous * (1 - previous))));
        Assert.Equal((long)Math.Ceiling(Math.Pow(root / (current - previous), 2)), SampleSizePlanning.ForProportions(current, previous, Level.P95).Value);
        Assert.Equal(respondents, SampleSizePlanning.ForProportions(current, previous, Level.P95).Value);
        Assert.Equal(respondents, SampleSizePlanning.ForProportions(previous, current, Level.P95).Value);
    }

    [Fact]
    public void Means_need_the_respondents_of_the_formula()
    {
        var expected = Math.Ceiling(2 * Math.Pow((1.959963984540054 + 0.8416212335729143) / 0.1, 2));
        Assert.Equal(expected, SampleSizePlanning.ForMeans(0.1, 1, Level.P95).Value);
        Assert.Equal(SampleSizePlanning.ForMeans(0.2, 2, Level.P95), SampleSizePlanning.ForMeans(-0.1, 1, Level.P95));
    }

    [Fact]
    public void As_many_respondents_as_planned_put_the_change_at_the_edge_of_the_test()
    {
        // With n respondents each the expected z is z(α/2) + z(β).
        var n = SampleSizePlanning.ForProportions(0.55, 0.5, Level.P95).Value;
        var variance = ((0.55 * 0.45) + 0.25) / n;
        Assert.Equal(1.959964 + 0.841621, 0.05 / Math.Sqrt(variance), 0.01);
    }

    [Fact]
    public void Design_panel_and_population_change_the_number()
    {
        long Needed(double deff = 1, double rho = 0, long? population = null) =>
            SampleSizePlanning.ForProportions(0.55, 0.5, Level.P95, designEffect: deff, correlation: rho, population: population).Value;
        Assert.Equal(Needed() * 1.5, Needed(deff: 1.5), 1.0);
        Assert.Equal(Needed() * 0.4, Needed(rho: 0.6), 1.0);
        Assert.True(Needed(population: 380) < 380);
        Assert.True(Needed(population: 2) <= 2);
    }

    [Fact]
    public void No_change_cannot_be_planned_and_impossible_numbers_are_refused()
    {
        Assert.Equal(NotEstimableReason.NoDifference, SampleSizePlanning.ForProportions(0.5, 0.5, Level.P95).Reason);
        Assert.Equal(NotEstimableReason.NoDifference, SampleSizePlanning.ForMeans(0, 1, Level.P95).Reason);
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSizePlanning.ForProportions(50, 0.5, Level.P95));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSizePlanning.ForProportions(0.5, 0.4, Level.P95, power: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSizePlanning.ForProportions(0.5, 0.4, Level.P95, designEffect: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSizePlanning.ForProportions(0.5, 0.4, Level.P95, correlation: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSizePlanning.ForProportions(0.5, 0.4, Level.P95, population: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSizePlanning.ForMeans(0.1, 0, Level.P95));
        Assert.Equal(1_000_000_000_000, SampleSizePlanning.ForProportions(0.5, 0.5 + 1e-9, Level.P95).Value);
    }
}
