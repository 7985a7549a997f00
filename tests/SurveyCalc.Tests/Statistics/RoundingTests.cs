using System.Globalization;
using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Statistics;

public sealed class RoundingTests
{
    [Theory]
    [InlineData(1, 8, 0, "13")]
    [InlineData(1, 2, 1, "50.0")]
    [InlineData(-1, 8, 0, "-13")]
    [InlineData(29, 200, 0, "15")]
    [InlineData(-1, 3000, 1, "0.0")]
    [InlineData(2, 3, 4, "66.6667")]
    public void Percent_is_rounded_half_away_from_zero(long numerator, long denominator, int decimals, string printed) =>
        Assert.Equal(printed, Rounding.Percent(numerator, denominator, decimals).ToString(CultureInfo.InvariantCulture));

    [Fact]
    public void Weighted_proportions_are_rounded_from_their_exact_sums()
    {
        // 0.145 exactly: the nearest double lies below it and would print 14.
        var tally = Tally.Of(true, true, 145, 3) + Tally.Of(true, false, 855, 3);
        Assert.Equal(15m, Rounding.Percent(tally, 0).Value);
        Assert.Equal(0.145m, Rounding.Ratio(tally, 3).Value);
    }

    [Fact]
    public void A_mean_score_is_rounded_in_its_own_unit()
    {
        var tally = Tally.Of(true, true, 1, 0, 35, 1) + Tally.Of(true, true, 1, 0, 40, 1);
        Assert.Equal("3.8", Rounding.Ratio(tally, 1).Value.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(NotEstimableReason.NoValidAnswers, Rounding.Ratio(Tally.Empty, 1).Reason);
    }

    [Fact]
    public void The_two_conventions_of_change_may_differ()
    {
        var (now, then) = (Tally.OfCounts(16, 1, 16), Tally.OfCounts(8, 1, 8));
        Assert.Equal(-6.2m, PrintedChange.OfPrinted(Rounding.Percent(now, 1).Value, Rounding.Percent(then, 1).Value));
        Assert.Equal(-6.3m, PrintedChange.ExactPoints(now, then, 1).Value);
        Assert.Equal(-0.06m, PrintedChange.ExactScore(now, then, 2).Value);
        Assert.Equal(NotEstimableReason.NoValidAnswers, PrintedChange.ExactPoints(now, Tally.Empty, 1).Reason);
    }

    [Fact]
    public void Reversing_the_years_reverses_the_rounded_change() => Seeded.ForAll(200, random =>
    {
        var (n1, n2) = (random.Valid(), random.Valid());
        var (x1, x2) = (random.Positive(n1), random.Positive(n2));
        Assert.Equal(-PrintedChange.ExactPoints(x1, n1, x2, n2, 1), PrintedChange.ExactPoints(x2, n2, x1, n1, 1));
    });

    [Fact]
    public void Rounding_is_within_half_a_unit_and_mirrors() => Seeded.ForAll(300, random =>
    {
        var (x, n, decimals) = (random.NextInt64(1_000_000), random.Valid(), random.Next(5));
        var rounded = Rounding.Ratio(x, n, decimals);
        Assert.Equal(-rounded, Rounding.Ratio(-x, n, decimals));
        var unit = (decimal)Math.Pow(10, decimals);
        Assert.True(Math.Abs((2 * rounded * n * unit) - (2m * x * unit)) <= n);
    });

    [Fact]
    public void Impossible_arguments_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.Percent(1, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.Percent(1, -2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.Percent(1, 2, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.Percent(1, 2, 13));
        Assert.Throws<ArgumentOutOfRangeException>(() => PrintedChange.ExactPoints(1, -2, 1, -2, 1));
    }
}
