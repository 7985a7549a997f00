using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Statistics;

public sealed class SamplingErrorTests
{
    [Fact]
    public void Two_stage_samples_use_twice_the_variance_and_2()
    {
        var margin = SamplingError.Margin(0.3, 1943, 165432, SamplingErrorConvention.TwoStageStratified);
        Assert.Equal(2 * Math.Sqrt(2 * (163489.0 / 165431) * 0.21 / 1943), margin, 1e-16);
    }

    [Fact]
    public void The_multiplier_is_the_printed_number_and_not_the_quantile() =>
        Assert.Equal(1.96 * 0.05, SamplingError.Margin(0.5, 100, null, SamplingErrorConvention.SimpleRandom), 1e-16);

    [Theory]
    [InlineData(10)]
    [InlineData(1)]
    public void A_census_has_no_sampling_error(long size) =>
        Assert.Equal(0, SamplingError.Margin(0.5, size, size, SamplingErrorConvention.FinitePopulation));

    [Fact]
    public void Impossible_arguments_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SamplingError.Margin(double.NaN, 10, 20, SamplingErrorConvention.FinitePopulation));
        Assert.Throws<ArgumentOutOfRangeException>(() => SamplingError.Margin(50, 10, 20, SamplingErrorConvention.FinitePopulation));
        Assert.Throws<ArgumentOutOfRangeException>(() => SamplingError.Margin(0.5, 0, 20, SamplingErrorConvention.FinitePopulation));
        Assert.Throws<ArgumentOutOfRangeException>(() => SamplingError.Margin(0.5, 10, 9, SamplingErrorConvention.FinitePopulation));
        Assert.Throws<ArgumentException>(() => SamplingError.Margin(0.5, 10, null, SamplingErrorConvention.FinitePopulation));
        Assert.Throws<ArgumentException>(() => SamplingError.Margin(0.5, 10, 20, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SamplingErrorConvention(double.NaN, true, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SamplingErrorConvention(2, true, 0.5));
    }
}
