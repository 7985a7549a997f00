using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Statistics;

public sealed class ProportionEstimateTests
{
    [Fact]
    public void Without_valid_answers_nothing_is_estimated() =>
        Assert.Equal(NotEstimableReason.NoValidAnswers, Of(Tally.OutsideBase(20)).Reason);

    [Fact]
    public void A_small_base_in_a_large_sample_keeps_its_own_width()
    {
        // 0 of 50 in a sample of 10,000: an interval computed from all rows would be two hundred times too narrow.
        var interval = Of(Tally.OfCounts(10_000, 0, 50)).Value.Interval.Value;
        Assert.Equal(Wilson.Interval(0, 50, Level.P95), interval);
        Assert.True(interval.Upper > 0.05);
    }

    [Fact]
    public void One_respondent_has_an_interval_but_no_standard_error()
    {
        var estimate = Of(Tally.OfCounts(1, 1, 1)).Value;
        Assert.Equal(NotEstimableReason.TooFewRespondents, estimate.StandardError.Reason);
        Assert.Equal(0, estimate.DegreesOfFreedom);
        Assert.True(estimate.Interval.Value.Width > 0.5);
    }

    [Fact]
    public void A_census_is_exact()
    {
        var estimate = Of(Tally.OfCounts(380, 171, 380), 380).Value;
        Assert.True(estimate.IsCensus);
        Assert.Equal(0, estimate.StandardError.Value);
        Assert.Equal(Interval.Point(0.45), estimate.Interval.Value);
        Assert.Equal(NotEstimableReason.NoSamplingError, estimate.EffectiveN.Reason);
    }

    [Fact]
    public void A_census_stays_one_when_some_gave_no_valid_answer() =>
        Assert.True(Of(Tally.OfCounts(365, 197, 360), 365).Value.IsCensus);

    [Fact]
    public void A_known_population_narrows_the_interval() => Seeded.ForAll(200, random =>
    {
        var valid = random.Valid() + 1;
        var tally = Tally.OfCounts(valid, random.Positive(valid), valid);
        var (endless, finite) = (Of(tally).Value, Of(tally, valid + 1 + random.NextInt64(100_000)).Value);
        Assert.True(finite.Interval.Value.Width < endless.Interval.Value.Width);
        Assert.True(finite.EffectiveN.Value > endless.EffectiveN.Value);
    });

    [Fact]
    public void A_population_smaller_than_the_base_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(Tally.OfCounts(10, 3, 10), 9));
        Assert.Throws<ArgumentOutOfRangeException>(() => SimpleRandomSample.Variance(3, 10, 9));
        Assert.Throws<ArgumentOutOfRangeException>(() => SimpleRandomSample.EffectiveN(10, 9));
    }

    [Fact]
    public void Scores_other_than_0_and_1_are_no_proportion()
    {
        Assert.Throws<ArgumentException>(() => Of(Tally.Of(true, true, 1, 0, 5, 0)));
        Assert.Throws<ArgumentException>(() => Of(Tally.Of(true, true, 1, 0, 0, 0)));
        Assert.Throws<ArgumentException>(() => Of(Tally.Of(true, false, 1, 0, -1, 0)));
    }

    [Fact]
    public void Equal_weights_change_neither_estimate_nor_interval() => Seeded.ForAll(100, random =>
    {
        var valid = random.Next(2, 300);
        var positive = random.Next(valid + 1);
        Int128 weight = random.Next(1, 100_000);
        var weighted = Tally.OfGroup(positive, true, positive * weight, positive * weight * weight, 3, 1, 0)
            + Tally.OfGroup(valid - positive, false, (valid - positive) * weight, (valid - positive) * weight * weight, 3, 0, 0);
        var (one, other) = (Of(Tally.OfCounts(valid, positive, valid)).Value, Of(weighted).Value);
        Assert.Equal(one.Value, other.Value, 1e-15);
        Assert.Equal(one.Interval.Value.Lower, other.Interval.Value.Lower, 1e-12);
        Assert.Equal(one.Interval.Value.Upper, other.Interval.Value.Upper, 1e-12);
        Assert.Equal(one.StandardError.Value, other.StandardError.Value, 1e-15);
    });

    [Fact]
    public void Uneven_weights_widen_the_interval()
    {
        var even = Tally.OfCounts(4, 2, 4);
        var uneven = Tally.Of(true, true, 5, 1) + Tally.Of(true, true, 15, 1) + Tally.Of(true, false, 5, 1) + Tally.Of(true, false, 15, 1);
        Assert.Equal(even.Ratio, uneven.Ratio);
        Assert.Equal(3.2, Of(uneven).Value.EffectiveN.Value, 1e-12);
        Assert.True(Of(uneven).Value.Interval.Value.Width > Of(even).Value.Interval.Value.Width);
    }

    [Fact]
    public void Weighted_0_and_1_stay_exact()
    {
        var all = Tally.Of(true, true, 333, 3) + Tally.Of(true, true, 777, 3);
        Assert.Equal(1, Of(all).Value.Interval.Value.Upper);
        Assert.True(Of(all).Value.Interval.Value.Lower < 1);
        var none = Tally.Of(true, false, 333, 3) + Tally.Of(true, false, 777, 3);
        Assert.Equal(0, Of(none).Value.Interval.Value.Lower);
    }

    [Fact]
    public void An_unknown_method_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionEstimate.Of(Tally.OfCounts(2, 1, 2), (ProportionMethod)99, Level.P95, null));

    private static Estimable<Estimate> Of(Tally tally, long? population = null) =>
        ProportionEstimate.Of(tally, ProportionMethod.Wilson, Level.P95, population);
}
