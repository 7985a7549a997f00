using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Statistics;

/// <summary>What holds for every interval of a proportion.</summary>
public sealed class ProportionIntervalTests
{
    public static TheoryData<ProportionMethod> Methods => [.. Enum.GetValues<ProportionMethod>()];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Interval_lies_within_0_and_1_and_is_never_a_point(ProportionMethod method) => Seeded.ForAll(300, random =>
    {
        var valid = random.Valid();
        var interval = IntervalOf(random.Positive(valid), valid, method, random.Level());
        if (!interval.IsEstimable)
            return;
        Assert.InRange(interval.Value.Lower, 0, 1);
        Assert.InRange(interval.Value.Upper, 0, 1);
        Assert.True(interval.Value.Width > 0);
    });

    [Theory]
    [MemberData(nameof(Methods))]
    public void Interval_of_the_complement_is_mirrored(ProportionMethod method) => Seeded.ForAll(200, random =>
    {
        var valid = random.Valid();
        var positive = random.Positive(valid);
        var level = random.Level();
        var (one, other) = (IntervalOf(positive, valid, method, level), IntervalOf(valid - positive, valid, method, level));
        Assert.Equal(one.IsEstimable, other.IsEstimable);
        if (!one.IsEstimable)
            return;
        Assert.Equal(one.Value.Lower, 1 - other.Value.Upper, 1e-12);
        Assert.Equal(one.Value.Upper, 1 - other.Value.Lower, 1e-12);
    });

    [Theory]
    [MemberData(nameof(Methods))]
    public void Higher_level_gives_the_wider_interval(ProportionMethod method) => Seeded.ForAll(200, random =>
    {
        var valid = random.Valid();
        var positive = random.Positive(valid);
        var low = random.Level();
        var high = new Level(low.Value + ((1 - low.Value) * (0.01 + (0.9 * random.NextDouble()))));
        var (narrow, wide) = (IntervalOf(positive, valid, method, low), IntervalOf(positive, valid, method, high));
        if (narrow.IsEstimable)
            Assert.True(Widened(wide.Value).Contains(narrow.Value), $"{method} {positive}/{valid}: {wide} does not contain {narrow}.");
    });

    [Theory]
    [MemberData(nameof(Methods))]
    public void Interval_contains_the_estimate_at_usual_levels(ProportionMethod method) => Seeded.ForAll(200, random =>
    {
        var valid = random.Valid();
        var positive = random.Positive(valid);
        var interval = IntervalOf(positive, valid, method, Level.P95);
        if (interval.IsEstimable)
            Assert.True(Widened(interval.Value).Contains((double)positive / valid), $"{method} {positive}/{valid}: {interval}");
    });

    [Theory]
    [MemberData(nameof(Methods))]
    public void Observed_0_or_1_gives_an_open_side_or_no_interval_but_never_certainty(ProportionMethod method)
    {
        foreach (var valid in new long[] { 1, 2, 10, 1943, 10_000_000 })
        {
            var (none, all) = (IntervalOf(0, valid, method, Level.P95), IntervalOf(valid, valid, method, Level.P95));
            if (method is ProportionMethod.Wald or ProportionMethod.Logit)
            {
                Assert.Equal(NotEstimableReason.UndefinedAtBoundary, none.Reason);
                Assert.Equal(NotEstimableReason.UndefinedAtBoundary, all.Reason);
                continue;
            }

            Assert.Equal(0, none.Value.Lower, 1e-7);
            Assert.True(none.Value.Upper > 0);
            Assert.Equal(1, all.Value.Upper, 1e-7);
            Assert.True(all.Value.Lower < 1);
        }
    }

    [Fact]
    public void Wilson_is_exactly_0_at_none_and_exactly_1_at_all() => Seeded.ForAll(300, random =>
    {
        var valid = random.NextDouble() * 1000;
        if (valid == 0)
            return;
        var level = random.Level();
        Assert.Equal(0, Wilson.Interval(0, valid, level).Lower);
        Assert.Equal(1, Wilson.Interval(valid, valid, level).Upper);
    });

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(11, 10)]
    [InlineData(0, 0)]
    [InlineData(0, -5)]
    [InlineData(double.NaN, 10)]
    [InlineData(1, double.NaN)]
    [InlineData(1, double.PositiveInfinity)]
    public void Impossible_counts_are_refused_by_every_method(double positive, double valid)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Wilson.Interval(positive, valid, Level.P95));
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonCorrected.Interval(positive, valid, Level.P95));
        Assert.Throws<ArgumentOutOfRangeException>(() => Wald.Interval(positive, valid, Level.P95));
        Assert.Throws<ArgumentOutOfRangeException>(() => AgrestiCoull.Interval(positive, valid, Level.P95));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClopperPearson.Interval(positive, valid, Level.P95));
        Assert.Throws<ArgumentOutOfRangeException>(() => Jeffreys.Interval(positive, valid, Level.P95));
        Assert.Throws<ArgumentOutOfRangeException>(() => Logit.Interval(positive, valid, Level.P95));
        Assert.Throws<ArgumentOutOfRangeException>(() => Arcsine.Interval(positive, valid, Level.P95));
    }

    private static Estimable<Interval> IntervalOf(long positive, long valid, ProportionMethod method, Level level) =>
        ProportionEstimate.Of(Tally.OfCounts(valid, positive, valid), method, level, null).Value.Interval;

    private static Interval Widened(Interval interval) => new(interval.Lower - 1e-13, interval.Upper + 1e-13);
}
