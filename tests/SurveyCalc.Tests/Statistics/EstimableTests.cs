using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Statistics;

public sealed class EstimableTests
{
    [Fact]
    public void A_value_is_given_back()
    {
        var some = Estimable<double>.Of(0.5);
        Assert.True(some.TryGet(out var value));
        Assert.Equal(0.5, value);
        Assert.Equal(1, some.Select(half => 2 * half).Value);
        Assert.Throws<InvalidOperationException>(() => some.Reason);
    }

    [Fact]
    public void A_reason_is_passed_on_and_asking_for_the_value_is_an_error()
    {
        var none = Estimable<double>.Not(NotEstimableReason.TooFewRespondents);
        Assert.False(none.TryGet(out _));
        Assert.Equal(NotEstimableReason.TooFewRespondents, none.Select(value => $"{value}").Reason);
        Assert.Equal(NotEstimableReason.TooFewRespondents, none.SelectMany(Estimable<double>.Of).Reason);
        Assert.Throws<InvalidOperationException>(() => none.Value);
        Assert.Contains("TooFewRespondents", none.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_computed_is_not_a_value() => Assert.Equal(NotEstimableReason.NotComputed, default(Estimable<double>).Reason);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Numbers_that_are_none_are_refused(double value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Estimable<double>.Of(value));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Interval(value, value));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Level(value));
    }

    [Fact]
    public void An_interval_is_in_order()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Interval(0.2, 0.1));
        Assert.True(new Interval(0.1, 0.2).Contains(0.1));
        Assert.False(new Interval(0.1, 0.2).Contains(double.NaN));
    }
}
