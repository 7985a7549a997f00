using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Statistics;

public sealed class DesignDifferenceTests
{
    private static readonly DesignDifferenceMethod[] Methods = Enum.GetValues<DesignDifferenceMethod>();

    [Fact]
    public void Reversing_the_waves_reverses_the_change() => Seeded.ForAll(40, random =>
    {
        var (now, then) = (Share(random), Share(random));
        var shared = random.NextInt64(Math.Min(now.Respondents, then.Respondents) + 1);
        var correlation = (2 * random.NextDouble()) - 1;
        var (forth, back) = (DesignDifference.OfOverlap(now, then, shared, correlation), DesignDifference.OfOverlap(then, now, shared, correlation));
        foreach (var method in Methods)
        {
            var (one, other) = (forth.ToChange(method, Level.P95), back.ToChange(method, Level.P95));
            Assert.Equal(one.Difference, -other.Difference);
            Assert.Equal(one.Interval.IsEstimable, other.Interval.IsEstimable);
            if (!one.Interval.IsEstimable)
                continue;
            Assert.Equal(one.Interval.Value.Lower, -other.Interval.Value.Upper, 1e-12);
            Assert.True(one.Interval.Value.Contains(one.Difference));
            if (one.Test.IsEstimable)
                Assert.Equal(one.Test.Value.PValue, other.Test.Value.PValue, 1e-12);
        }
    });

    [Fact]
    public void A_wider_level_contains_a_narrower() => Seeded.ForAll(40, random =>
    {
        var difference = DesignDifference.OfIndependent(Share(random), Share(random));
        foreach (var method in Methods)
        {
            var (narrow, wide) = (difference.ToChange(method, Level.P90).Interval, difference.ToChange(method, Level.P99).Interval);
            if (narrow.IsEstimable)
                Assert.True(wide.Value.Contains(narrow.Value));
        }
    });

    [Fact]
    public void The_same_persons_in_both_waves_make_the_paired_t_test()
    {
        long[] now = [4, 3, 5, 2, 4, 5, 1, 3], then = [3, 3, 4, 2, 3, 5, 2, 1];
        double[] gaps = [.. now.Zip(then, (a, b) => (double)(a - b))];
        var (mean, n) = (gaps.Average(), gaps.Length);
        var variance = gaps.Sum(gap => (gap - mean) * (gap - mean)) / (n - 1) / n;
        var (one, other) = (Wave(now, null), Wave(then, null));
        int[] rows = [.. Enumerable.Range(0, n)];
        var covariance = PanelCovariance.Of(one.Domain.Frame, Influences(one, now), other.Domain.Frame, Influences(other, then), rows, rows);
        var difference = DesignDifference.OfCorrelated(one, other, covariance);
        Assert.Equal(mean, difference.Value, 1e-14);
        Assert.Equal(variance, difference.Variance.Value, 1e-14);
        Assert.True(difference.Variance.Value < DesignDifference.OfIndependent(one, other).Variance.Value);
    }

    [Fact]
    public void The_order_of_the_matches_does_not_matter() => Seeded.ForAll(30, random =>
    {
        long[] now = [.. Enumerable.Range(0, 40).Select(_ => (long)random.Next(1, 6))];
        long[] then = [.. now.Select(y => Math.Clamp(y + random.Next(-1, 2), 1, 5))];
        var (one, other) = (Wave(now, 60), Wave(then, 55));
        int[] rows = [.. Enumerable.Range(0, 40).Where(_ => random.Next(3) > 0)];
        int[] shuffled = [.. rows];
        random.Shuffle(shuffled);
        double Covariance(int[] order) => PanelCovariance.Of(one.Domain.Frame, Influences(one, now), other.Domain.Frame, Influences(other, then), order, order);
        Assert.Equal(Covariance(rows), Covariance(shuffled));
    });

    [Fact]
    public void Independent_responses_from_the_same_staff_are_hardly_correlated()
    {
        // N = 10 both years, 8 of 10 answer each year, 6.4 expected in both: with 6 the first factor is 1 − 10·0.64/6.
        long[] now = [5, 4, 3, 2, 1, 5, 4, 3], then = [5, 4, 3, 2, 1, 4, 2, 2];
        var (one, other) = (Wave(now, 10), Wave(then, 10));
        int[] rows = [0, 1, 2, 3, 4, 5];
        double Covariance(IReadOnlyList<long>? common) =>
            PanelCovariance.Of(one.Domain.Frame, Influences(one, now), other.Domain.Frame, Influences(other, then), rows, rows, common);
        var (u1, u2) = (Influences(one, now), Influences(other, then));
        var (m1, m2) = (rows.Average(i => u1[i]), rows.Average(i => u2[i]));
        var product = rows.Sum(i => (u1[i] - m1) * (u2[i] - m2)) * 6 / 5;
        Assert.Equal((1 - (10 * 0.64 / 6)) * product, Covariance(null), 1e-15);
        Assert.Equal((1 - (8 * 0.64 / 6)) * product, Covariance([8]), 1e-15);
        Assert.Throws<ArgumentOutOfRangeException>(() => Covariance([5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Covariance([11]));
    }

    [Theory]
    [InlineData(20, 16)]
    [InlineData(8, 16)]
    public void Persons_who_changed_their_stratum_hang_together_no_closer_than_its_correction_allows(int now, int then)
    {
        long[] scores = [5, 4, 3, 2, 1, 5, 4, 3];
        RatioEstimate Of(int stratum, int population)
        {
            int[] strata = [.. scores.Select(_ => stratum)];
            var builder = new DesignTallyBuilder(DesignFrame.Of(Design.Stratified([population, population], SingleUnitPolicy.Refuse), strata, [], Weights.Ones(8)));
            for (var i = 0; i < 8; i++)
                builder.Add(i, true, scores[i]);
            return RatioEstimate.Of(builder.ToTally()).Value;
        }

        var (one, other) = (Of(1, now), Of(0, then));
        int[] rows = [.. Enumerable.Range(0, 8)];
        double Covariance(IReadOnlyList<int>? strata) => PanelCovariance.Of(
            one.Domain.Frame, Influences(one, scores), other.Domain.Frame, Influences(other, scores), rows, rows, null, strata);
        var product = Influences(one, scores).Zip(Influences(other, scores), (a, b) => a * b).Sum() * 8 / 7;
        Assert.Equal((1 - Math.Max(8.0 / now, 8.0 / then)) * product, Covariance(null), 1e-15);
        // The same stratum under another number: N_c is at most the smaller population.
        Assert.Equal((1 - (Math.Min(now, then) * 8.0 / now * 8 / then / 8)) * product, Covariance([1, 0]), 1e-15);
        Assert.Throws<ArgumentException>(() => Covariance([1]));
    }

    [Fact]
    public void Nobody_in_both_waves_is_two_independent_samples()
    {
        var (one, other) = (Wave([1, 2, 3], null), Wave([3, 4, 4], null));
        Assert.Equal(0, PanelCovariance.Of(one.Domain.Frame, new double[3], other.Domain.Frame, new double[3], [], []));
        Assert.Throws<ArgumentException>(() => PanelCovariance.Of(one.Domain.Frame, new double[3], other.Domain.Frame, new double[3], [1, 1], [0, 1]));
        Assert.Throws<ArgumentException>(() => PanelCovariance.Of(one.Domain.Frame, new double[3], other.Domain.Frame, new double[3], [1], [0, 1]));
        Assert.Throws<ArgumentException>(() => PanelCovariance.Of(one.Domain.Frame, new double[2], other.Domain.Frame, new double[3], [], []));
    }

    [Fact]
    public void A_full_overlap_with_correlation_1_leaves_the_difference_of_the_errors()
    {
        var (one, other) = (Wave([1, 2, 3, 5], null), Wave([1, 2, 2, 3], null));
        var (e1, e2) = (one.StandardError.Value, other.StandardError.Value);
        Assert.Equal(Math.Abs(e1 - e2), DesignDifference.OfOverlap(one, other, 4, 1).StandardError.Value, 1e-12);
        Assert.Equal(e1 + e2, DesignDifference.OfOverlap(one, other, 4, -1).StandardError.Value, 1e-12);
        Assert.Equal(DesignDifference.OfIndependent(one, other).Variance, DesignDifference.OfOverlap(one, other, 0, 0.9).Variance);
    }

    [Theory]
    [InlineData(1.01)]
    [InlineData(-1.01)]
    [InlineData(double.NaN)]
    public void A_correlation_outside_of_minus_1_to_1_is_refused(double correlation)
    {
        var wave = Wave([1, 2, 3], null);
        Assert.Throws<ArgumentOutOfRangeException>(() => DesignDifference.OfOverlap(wave, wave, 2, correlation));
        Assert.Throws<ArgumentOutOfRangeException>(() => DesignDifference.OfOverlap(wave, wave, 4, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => DesignDifference.OfCorrelated(wave, wave, double.PositiveInfinity));
    }

    [Fact]
    public void Two_subgroups_have_the_variance_of_their_common_influences() => Seeded.ForAll(60, random =>
    {
        var survey = new RandomSurvey(random, random.Next(2) == 0);
        var frame = random.Next(2) == 0 ? survey.Frame : survey.CalibratedFrame;
        var (men, women) = (survey.Tally(frame, i => survey.Sex[i] == 0), survey.Tally(frame, i => survey.Sex[i] == 1));
        var outcome = DesignDifference.OfDomains(men, women);
        if (!outcome.TryGet(out var difference) || !difference.Variance.TryGet(out var variance))
            return;
        double[] Of(DesignTally domain, int sex) => RatioEstimate.Of(domain).Value
            .Influences([.. survey.InBase.Select((inBase, i) => inBase && survey.Sex[i] == sex)], survey.Scores);
        double[] common = [.. Of(men, 0).Zip(Of(women, 1), (a, b) => a - b)];
        Assert.Equal(1, variance / survey.VarianceOf(common), 1e-8);
    });

    [Fact]
    public void Subgroups_that_overlap_or_lie_in_different_waves_are_refused()
    {
        var (one, other) = (Wave([1, 2, 3], null).Domain, Wave([1, 2, 3], null).Domain);
        Assert.Throws<ArgumentException>(() => DesignDifference.OfDomains(one, one));
        Assert.Throws<ArgumentException>(() => DesignDifference.OfDomains(one, other));
        Assert.Equal(NotEstimableReason.NoValidAnswers, DesignDifference.OfDomains(one, DesignTally.Empty(one.Frame)).Reason);
    }

    [Fact]
    public void Two_censuses_differ_exactly()
    {
        var change = DesignDifference.OfIndependent(Wave([1, 0, 1], 3), Wave([0, 0, 1, 1], 4)).ToChange(DesignDifferenceMethod.Hybrid, Level.P95);
        Assert.Equal(Interval.Point(change.Difference), change.Interval.Value);
        Assert.Equal(NotEstimableReason.NoSamplingError, change.Test.Reason);
    }

    [Fact]
    public void One_census_adds_no_variance()
    {
        var (census, sample) = (Wave([1, 0, 1], 3), Wave([0, 0, 1, 1], null));
        var change = DesignDifference.OfIndependent(census, sample);
        Assert.Equal(sample.Variance, change.Variance);
        Assert.Equal(Level.P95.T(3) * sample.StandardError.Value, change.ToChange(DesignDifferenceMethod.Satterthwaite, Level.P95).Interval.Value.Width / 2, 1e-12);
    }

    [Fact]
    public void Everybody_alike_in_both_waves_has_a_hybrid_interval_and_no_test()
    {
        var change = DesignDifference.OfIndependent(Wave([1, 1, 1, 1], null), Wave([0, 0, 0, 0], null));
        var hybrid = change.ToChange(DesignDifferenceMethod.Hybrid, Level.P95);
        Assert.True(hybrid.Interval.Value.Lower < 1 && hybrid.Interval.Value.Width > 0.1);
        Assert.Equal(NotEstimableReason.NoVariation, hybrid.Test.Reason);
        Assert.Equal(NotEstimableReason.NoVariation, change.ToChange(DesignDifferenceMethod.StudentT, Level.P95).Interval.Reason);
    }

    [Fact]
    public void Hybrid_tests_at_the_pooled_proportion_of_the_effective_numbers()
    {
        var (now, then) = (Wave([1, 1, 1, 0, 1], null), Wave([0, 0, 1, 0, 0, 0, 0, 1], null));
        var test = DesignDifference.OfIndependent(now, then).ToChange(DesignDifferenceMethod.Hybrid, Level.P95).Test.Value;
        var (n1, n2) = (now.EffectiveN.Value, then.EffectiveN.Value);
        Assert.Equal(PooledZTest.Of(now.Value * n1, n1, then.Value * n2, n2).Value.Statistic, test.Statistic, 1e-12);
    }

    [Fact]
    public void Hybrid_takes_a_census_as_known()
    {
        var (census, sample) = (Wave([1, 0, 1], 3), Wave([0, 0, 1, 0, 1, 0], null));
        var test = DesignDifference.OfIndependent(census, sample).ToChange(DesignDifferenceMethod.Hybrid, Level.P95).Test.Value;
        var variance = 2 / 3.0 * (1 / 3.0) / sample.EffectiveN.Value;
        Assert.Equal((census.Value - sample.Value) / Math.Sqrt(variance), test.Statistic, 1e-12);
    }

    [Fact]
    public void A_panel_in_which_nobody_moved_keeps_a_width()
    {
        var wave = Wave([1, 0, 1, 0, 1, 1], null);
        var still = DesignDifference.OfCorrelated(wave, wave, wave.Variance.Value);
        Assert.Equal(0, still.Variance.Value);
        Assert.True(still.ToChange(DesignDifferenceMethod.Hybrid, Level.P95).Interval.Value.Width > 0.1);
        Assert.Equal(NotEstimableReason.NoVariation, still.ToChange(DesignDifferenceMethod.Satterthwaite, Level.P95).Interval.Reason);
    }

    [Fact]
    public void A_single_respondent_has_no_test()
    {
        var change = DesignDifference.OfIndependent(Wave([1], null), Wave([0, 1, 1], null)).ToChange(DesignDifferenceMethod.Satterthwaite, Level.P95);
        Assert.Equal(NotEstimableReason.TooFewRespondents, change.Interval.Reason);
        Assert.Equal(NotEstimableReason.TooFewRespondents, change.Test.Reason);
    }

    private static RatioEstimate Share(Random random)
    {
        var survey = new RandomSurvey(random, random.Next(2) == 0);
        return RatioEstimate.Of(survey.Tally(random.Next(2) == 0 ? survey.Frame : survey.CalibratedFrame, _ => true, y => y > 0 ? 1 : 0)).Value;
    }

    private static RatioEstimate Wave(long[] scores, long? population)
    {
        var builder = new DesignTallyBuilder(DesignFrame.Of(Design.SimpleRandom(population), [], [], Weights.Ones(scores.Length)));
        for (var i = 0; i < scores.Length; i++)
            builder.Add(i, scores[i] > 0, scores[i]);
        return RatioEstimate.Of(builder.ToTally()).Value;
    }

    private static double[] Influences(RatioEstimate estimate, long[] scores) => estimate.Influences([.. scores.Select(_ => true)], scores);
}
