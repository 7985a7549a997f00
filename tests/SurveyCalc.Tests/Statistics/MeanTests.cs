using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Statistics;

public sealed class MeanTests
{
    [Fact]
    public void One_respondent_has_a_mean_but_no_standard_error()
    {
        var estimate = Of(Scores(4)).Value;
        Assert.Equal(4, estimate.Value);
        Assert.Equal(NotEstimableReason.TooFewRespondents, estimate.StandardError.Reason);
        Assert.Equal(NotEstimableReason.TooFewRespondents, estimate.Interval.Reason);
        Assert.Equal(NotEstimableReason.TooFewRespondents, MeanEstimate.StandardDeviation(Scores(4)).Reason);
    }

    [Fact]
    public void Equal_answers_of_a_sample_are_not_certainty()
    {
        var estimate = Of(Scores(5, 5, 5)).Value;
        Assert.Equal(0, estimate.StandardError.Value);
        Assert.Equal(NotEstimableReason.NoVariation, estimate.Interval.Reason);
    }

    [Fact]
    public void Nobody_has_no_mean() => Assert.Equal(NotEstimableReason.NoValidAnswers, Of(Tally.OutsideBase(3)).Reason);

    [Fact]
    public void A_census_is_exact()
    {
        var estimate = MeanEstimate.Of(Scores(1, 2, 5) + Tally.OutsideBase(1), MeanMethod.StudentT, Level.P95, 4).Value;
        Assert.True(estimate.IsCensus);
        Assert.Equal(Interval.Point(8.0 / 3), estimate.Interval.Value);
        Assert.Equal(0, estimate.StandardError.Value);
    }

    [Fact]
    public void A_population_smaller_than_the_sample_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MeanEstimate.Of(Scores(1, 2, 5), MeanMethod.StudentT, Level.P95, 2));

    [Fact]
    public void Standard_deviation_does_not_cancel_far_from_zero()
    {
        // A common offset of 10^12 leaves the spread as it is.
        var far = Scores(1_000_000_000_001, 1_000_000_000_002, 1_000_000_000_003);
        Assert.Equal(1, MeanEstimate.StandardDeviation(far).Value, 1e-12);
    }

    [Fact]
    public void Decimals_of_the_score_change_nothing() => Seeded.ForAll(100, random =>
    {
        long[] scores = [.. Enumerable.Range(0, random.Next(2, 30)).Select(_ => (long)random.Next(-5, 6))];
        var whole = Of(Scores(scores)).Value;
        var tenths = Of(scores.Aggregate(Tally.Empty, (sum, score) => sum + Tally.Of(true, false, 1, 0, 10 * score, 1))).Value;
        Assert.Equal(whole.Value, tenths.Value, 1e-15);
        if (whole.StandardError.Value > 0)
            Assert.Equal(whole.StandardError.Value, tenths.StandardError.Value, 1e-14);
    });

    [Fact]
    public void Weighted_scores_have_no_closed_form() =>
        Assert.Throws<ArgumentException>(() => MeanEstimate.ClosedForm(Tally.Of(true, true, 15, 1, 3, 0), MeanMethod.Normal, Level.P95));

    [Fact]
    public void Net_score_is_top_minus_bottom()
    {
        var tally = Scores(1, 1, 1, 0, -1);
        Assert.Equal(0.6, NetScore.TopShare(tally).Value);
        Assert.Equal(0.2, NetScore.BottomShare(tally).Value);
        Assert.Equal(Math.Sqrt((0.8 - 0.16) / 5), NetScore.StandardError(tally).Value, 1e-15);
        Assert.Equal(NotEstimableReason.TooFewRespondents, NetScore.StandardError(Scores(1)).Reason);
        Assert.Throws<ArgumentException>(() => NetScore.TopShare(Scores(2, 1)));
    }

    [Fact]
    public void Change_of_means_is_Welchs()
    {
        // 1,2,3,4 against 2,4,6: variances 5/12 and 4/3, difference −1.5
        var change = Change(Scores(1, 2, 3, 4), Scores(2, 4, 6));
        var (v1, v2) = (5.0 / 12, 4.0 / 3);
        var df = (v1 + v2) * (v1 + v2) / ((v1 * v1 / 3) + (v2 * v2 / 2));
        Assert.Equal(-1.5, change.Difference);
        Assert.Equal(-1.5 / Math.Sqrt(v1 + v2), change.Test.Value.Statistic, 1e-14);
        Assert.Equal(-1.5 - (Level.P95.T(df) * Math.Sqrt(v1 + v2)), change.Interval.Value.Lower, 1e-12);
        Assert.Equal(Quantile.StudentTwoSided(1.5 / Math.Sqrt(v1 + v2), df), change.Test.Value.PValue, 1e-14);
    }

    [Fact]
    public void Reversing_the_years_reverses_the_change() => Seeded.ForAll(100, random =>
    {
        var (now, then) = (Any(random), Any(random));
        var (forth, back) = (Change(now, then), Change(then, now));
        Assert.Equal(forth.Difference, -back.Difference);
        Assert.Equal(forth.Interval.IsEstimable, back.Interval.IsEstimable);
        if (forth.Interval.IsEstimable)
            Assert.Equal(forth.Interval.Value.Lower, -back.Interval.Value.Upper, 1e-12);
    });

    [Fact]
    public void A_change_needs_two_respondents_each_and_some_variation()
    {
        Assert.Equal(NotEstimableReason.TooFewRespondents, Change(Scores(1, 2), Scores(3)).Interval.Reason);
        Assert.Equal(NotEstimableReason.TooFewRespondents, Change(Scores(1, 2), Scores(3)).Test.Reason);
        Assert.Equal(NotEstimableReason.NoVariation, Change(Scores(1, 1), Scores(3, 3)).Interval.Reason);
        Assert.True(Change(Scores(1, 1, 1), Scores(3, 4, 5)).Interval.IsEstimable);
    }

    [Fact]
    public void Two_censuses_differ_exactly_even_with_one_person()
    {
        var change = MeanDifference.Of(Scores(4), 1, Scores(3, 4), 2, MeanMethod.StudentT, Level.P95).Value;
        Assert.Equal(Interval.Point(0.5), change.Interval.Value);
        Assert.Equal(NotEstimableReason.NoSamplingError, change.Test.Reason);
        var half = MeanDifference.Of(Scores(4), 1, Scores(3, 4), null, MeanMethod.StudentT, Level.P95).Value;
        Assert.Equal(0.5 - (Level.P95.T(1) * 0.5), half.Interval.Value.Lower, 1e-12);
    }

    private static Tally Any(Random random) => Scores([.. Enumerable.Range(0, random.Next(1, 20)).Select(_ => (long)random.Next(1, 6))]);

    private static Tally Scores(params long[] scores) => scores.Aggregate(Tally.Empty, (sum, score) => sum + Tally.Of(true, score > 0, 1, 0, score, 0));

    private static Estimable<Estimate> Of(Tally tally) => MeanEstimate.Of(tally, MeanMethod.StudentT, Level.P95, null);

    private static Change Change(Tally now, Tally then) => MeanDifference.Of(now, null, then, null, MeanMethod.StudentT, Level.P95).Value;
}
