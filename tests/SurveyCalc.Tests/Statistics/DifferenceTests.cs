using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Statistics;

public sealed class DifferenceTests
{
    public static TheoryData<DifferenceMethod> Methods => [.. Enum.GetValues<DifferenceMethod>()];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Reversing_the_years_reverses_the_change(DifferenceMethod method) => Seeded.ForAll(150, random =>
    {
        var (now, then, level) = (Counts(random), Counts(random), random.Level());
        var forth = DifferenceEstimate.Of(now, null, then, null, method, level).Value;
        var back = DifferenceEstimate.Of(then, null, now, null, method, level).Value;
        Assert.Equal(forth.Difference, -back.Difference);
        Assert.Equal(forth.Interval.IsEstimable, back.Interval.IsEstimable);
        if (forth.Interval.IsEstimable)
        {
            Assert.Equal(forth.Interval.Value.Lower, -back.Interval.Value.Upper, 1e-12);
            Assert.Equal(forth.Interval.Value.Upper, -back.Interval.Value.Lower, 1e-12);
        }

        if (forth.Test.IsEstimable)
            Assert.Equal(forth.Test.Value.PValue, back.Test.Value.PValue, 1e-12);
    });

    [Theory]
    [MemberData(nameof(Methods))]
    public void Interval_lies_within_minus_1_and_1_and_grows_with_the_level(DifferenceMethod method) => Seeded.ForAll(150, random =>
    {
        var (now, then, low) = (Counts(random), Counts(random), random.Level());
        var high = new Level(low.Value + ((1 - low.Value) * 0.5));
        var narrow = DifferenceEstimate.Of(now, null, then, null, method, low).Value.Interval;
        if (!narrow.IsEstimable)
            return;
        var wide = DifferenceEstimate.Of(now, null, then, null, method, high).Value.Interval.Value;
        Assert.InRange(narrow.Value.Lower, -1, 1);
        Assert.InRange(narrow.Value.Upper, -1, 1);
        Assert.True(narrow.Value.Width > 0);
        Assert.True(new Interval(wide.Lower - 1e-12, wide.Upper + 1e-12).Contains(narrow.Value));
    });

    [Fact]
    public void No_change_from_0_to_0_still_has_a_width_and_no_test()
    {
        var change = Default(Tally.OfCounts(10, 0, 10), Tally.OfCounts(20, 0, 20));
        Assert.Equal(0, change.Difference);
        Assert.True(change.Interval.Value.Width > 0);
        Assert.Equal(NotEstimableReason.UndefinedAtBoundary, change.Test.Reason);
        Assert.False(change.ExcludesZero);
    }

    [Fact]
    public void Wald_has_no_interval_where_it_would_claim_certainty()
    {
        var change = DifferenceEstimate.Of(Tally.OfCounts(10, 10, 10), null, Tally.OfCounts(20, 0, 20), null, DifferenceMethod.Wald, Level.P95).Value;
        Assert.Equal(NotEstimableReason.UndefinedAtBoundary, change.Interval.Reason);
        Assert.False(change.ExcludesZero);
    }

    [Fact]
    public void An_empty_year_gives_no_change()
    {
        var full = Tally.OfCounts(10, 5, 10);
        var empty = Tally.OutsideBase(10);
        Assert.Equal(NotEstimableReason.NoValidAnswers, DifferenceEstimate.Of(full, null, empty, null, DifferenceMethod.Newcombe, Level.P95).Reason);
        Assert.Equal(NotEstimableReason.NoValidAnswers, DifferenceEstimate.Of(empty, null, full, null, DifferenceMethod.Newcombe, Level.P95).Reason);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Two_censuses_differ_exactly(DifferenceMethod method)
    {
        var change = DifferenceEstimate.Of(Tally.OfCounts(4, 3, 4), 4, Tally.OfCounts(4, 2, 4), 4, method, Level.P95).Value;
        Assert.Equal(Interval.Point(0.25), change.Interval.Value);
        Assert.Equal(NotEstimableReason.NoSamplingError, change.Test.Reason);
        Assert.True(change.ExcludesZero);
    }

    [Fact]
    public void One_census_leaves_the_error_of_the_other_year()
    {
        var (census, sample) = (Tally.OfCounts(100, 40, 100), Tally.OfCounts(60, 33, 60));
        var change = DifferenceEstimate.Of(sample, null, census, 100, DifferenceMethod.Newcombe, Level.P95).Value;
        var wilson = Wilson.Interval(33, 60, Level.P95);
        Assert.Equal(wilson.Lower - 0.4, change.Interval.Value.Lower, 1e-14);
        Assert.Equal(wilson.Upper - 0.4, change.Interval.Value.Upper, 1e-14);
        Assert.Equal(0.15 / Math.Sqrt(0.4 * 0.6 / 60), change.Test.Value.Statistic, 1e-12);
        Assert.Equal(
            NotEstimableReason.NoSamplingError,
            DifferenceEstimate.Of(sample, null, census, 100, DifferenceMethod.MiettinenNurminen, Level.P95).Value.Interval.Reason);
    }

    [Fact]
    public void Known_populations_narrow_the_change_and_sharpen_the_test()
    {
        var (now, then) = (Tally.OfCounts(342, 301, 342), Tally.OfCounts(351, 290, 351));
        var (endless, finite) = (Default(now, then), DifferenceEstimate.Of(now, 380, then, 380, DifferenceMethod.Newcombe, Level.P95).Value);
        Assert.True(finite.Interval.Value.Width < endless.Interval.Value.Width);
        Assert.True(finite.Test.Value.PValue < endless.Test.Value.PValue);
        var expected = Newcombe.Interval(
            now.Ratio, ProportionEstimate.Of(now, ProportionMethod.Wilson, Level.P95, 380).Value.Interval.Value,
            then.Ratio, ProportionEstimate.Of(then, ProportionMethod.Wilson, Level.P95, 380).Value.Interval.Value);
        Assert.Equal(expected, finite.Interval.Value);
    }

    [Fact]
    public void Impossible_arguments_are_refused()
    {
        var tally = Tally.OfCounts(10, 5, 10);
        Assert.Throws<ArgumentOutOfRangeException>(() => DifferenceEstimate.Of(tally, 9, tally, null, DifferenceMethod.Newcombe, Level.P95));
        Assert.Throws<ArgumentOutOfRangeException>(() => DifferenceEstimate.Of(tally, null, tally, null, (DifferenceMethod)99, Level.P95));
        Assert.Throws<ArgumentOutOfRangeException>(() => Newcombe.Interval(double.NaN, Interval.Point(0), 0, Interval.Point(0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => MiettinenNurminen.Interval(1, 0, 1, 2, Level.P95));
        Assert.Throws<ArgumentOutOfRangeException>(() => PooledZTest.Of(3, 2, 1, 2));
    }

    private static Tally Counts(Random random)
    {
        var valid = random.Valid();
        return Tally.OfCounts(valid, random.Positive(valid), valid);
    }

    private static Change Default(Tally now, Tally then) => DifferenceEstimate.Of(now, null, then, null, DifferenceMethod.Newcombe, Level.P95).Value;
}
