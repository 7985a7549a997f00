using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Statistics;

/// <summary>Faults that other survey programs had and fixed, or still have: one test each, named by program and ticket.</summary>
public sealed class NamedBugTests
{
    [Fact]
    public void Survey_manual_an_observed_0_has_an_upper_bound_and_no_NaN()
    {
        // svyciprop gives NaN (beta) or zero width (mean, logit) for 0 of 50.
        var estimate = Share(50, 50, _ => 0);
        Assert.Equal(ClopperPearson.Interval(0, 50, Level.P95), estimate.ProportionInterval(DesignProportionMethod.KornGraubard, Level.P95).Value);
        Assert.Equal(Wilson.Interval(0, 50, Level.P95), estimate.ProportionInterval(DesignProportionMethod.Wilson, Level.P95).Value);
        Assert.Equal(NotEstimableReason.UndefinedAtBoundary, estimate.ProportionInterval(DesignProportionMethod.Linear, Level.P95).Reason);
    }

    [Fact]
    public void Survey_4_5_a_difference_carries_its_own_variance()
    {
        var (now, then) = (Share(100, 100, i => i % 2), Share(80, 80, i => i % 4 == 0 ? 1 : 0));
        var difference = DesignDifference.OfIndependent(now, then);
        Assert.Equal(now.Variance.Value + then.Variance.Value, difference.Variance.Value, 1e-15);
        Assert.NotEqual(now.StandardError.Value, difference.StandardError.Value);
    }

    [Fact]
    public void Srvyr_29_the_standard_error_is_no_confidence_limit()
    {
        var estimate = Share(200, 200, i => i % 3 == 0 ? 1 : 0).ToProportion(DesignProportionMethod.Linear, Level.P95);
        Assert.Equal(estimate.Interval.Value.Width / 2 / Level.P95.T(199), estimate.StandardError.Value, 1e-12);
        Assert.NotEqual(estimate.Interval.Value.Lower, estimate.StandardError.Value);
    }

    [Fact]
    public void Srvyr_33_a_subgroup_is_a_domain_and_not_a_filtered_file()
    {
        // Strata of 6 and 4; the domain has 3 and 2 of them.
        int[] strata = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1];
        long[] answers = [1, 0, 1, 0, 0, 1, 1, 0, 1, 1];
        int[] domain = [0, 1, 2, 6, 7];
        var design = Design.Stratified([60, 40], SingleUnitPolicy.Refuse);
        var builder = new DesignTallyBuilder(DesignFrame.Of(design, strata, [], Weights.Ones(10)));
        var filtered = new DesignTallyBuilder(DesignFrame.Of(design, [.. domain.Select(i => strata[i])], [], Weights.Ones(5)));
        for (var k = 0; k < domain.Length; k++)
        {
            builder.Add(domain[k], answers[domain[k]] > 0, answers[domain[k]]);
            filtered.Add(k, answers[domain[k]] > 0, answers[domain[k]]);
        }

        var (right, wrong) = (RatioEstimate.Of(builder.ToTally()).Value, RatioEstimate.Of(filtered.ToTally()).Value);
        Assert.Equal(wrong.Value, right.Value);
        // u = (y − 0.6)/5, zeros for the others of the stratum.
        double[] first = [0.08, -0.12, 0.08, 0, 0, 0], second = [0.08, -0.12, 0, 0];
        static double Part(double[] u, double unsampled) =>
            unsampled * u.Length / (u.Length - 1) * u.Sum(one => (one - u.Average()) * (one - u.Average()));
        Assert.Equal(Part(first, 0.9) + Part(second, 0.9), right.Variance.Value, 1e-15);
        Assert.NotEqual(wrong.Variance.Value, right.Variance.Value, 1e-4);
        Assert.Equal(3, right.DegreesOfFreedom);
    }

    [Fact]
    public void Srvyr_58_small_subgroups_have_no_NaN() => Seeded.ForAll(100, random =>
    {
        var survey = new RandomSurvey(random, random.Next(2) == 0);
        var frame = random.Next(2) == 0 ? survey.Frame : survey.CalibratedFrame;
        int[] few = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(survey.Count))];
        if (!RatioEstimate.Of(survey.Tally(frame, few.Contains, y => y > 0 ? 1 : 0)).TryGet(out var estimate))
            return;
        foreach (var method in Enum.GetValues<DesignProportionMethod>())
        {
            var shown = estimate.ToProportion(method, Level.P95);
            Assert.True(double.IsFinite(shown.Value) && !double.IsNaN(shown.DegreesOfFreedom));
            Assert.True(!shown.Interval.IsEstimable || shown.Interval.Value.Width > 0);
            Assert.True(!shown.EffectiveN.IsEstimable || shown.EffectiveN.Value > 0);
        }
    });

    [Fact]
    public void Srvyr_156_a_group_without_answers_is_not_estimable_whatever_else_is_asked()
    {
        var frame = DesignFrame.Of(Design.WeightsOnly, [], [], Weights.Ones(10));
        Assert.Equal(NotEstimableReason.NoValidAnswers, RatioEstimate.Of(DesignTally.Empty(frame)).Reason);
        Assert.Equal(NotEstimableReason.NoValidAnswers, DesignDifference.OfDomains(DesignTally.Empty(frame), DesignTally.Empty(frame)).Reason);
    }

    [Fact]
    public void Convey_148_a_change_over_shared_respondents_needs_their_covariance()
    {
        var (now, then) = (Share(100, 100, i => i < 60 ? 1 : 0), Share(100, 100, i => i < 50 ? 1 : 0));
        bool[] all = [.. Enumerable.Repeat(true, 100)];
        int[] rows = [.. Enumerable.Range(0, 100)];
        var covariance = PanelCovariance.Of(
            now.Domain.Frame, now.Influences(all, [.. rows.Select(i => i < 60 ? 1L : 0)]),
            then.Domain.Frame, then.Influences(all, [.. rows.Select(i => i < 50 ? 1L : 0)]), rows, rows);
        // Ten persons changed from 0 to 1: mean 0.1, variance 0.1·0.9/99.
        Assert.Equal(0.1 * 0.9 / 99, DesignDifference.OfCorrelated(now, then, covariance).Variance.Value, 1e-14);
        Assert.True(DesignDifference.OfIndependent(now, then).Variance.Value > 4 * 0.1 * 0.9 / 99);
    }

    [Fact]
    public void Svy_175_the_bound_of_a_domain_uses_its_own_respondents()
    {
        var estimate = Share(100_000, 30, _ => 0);
        var upper = estimate.ProportionInterval(DesignProportionMethod.KornGraubard, Level.P95).Value.Upper;
        Assert.Equal(ClopperPearson.Interval(0, 30, Level.P95).Upper, upper, 1e-12);
    }

    [Fact]
    public void Svy_96_and_98_without_degrees_of_freedom_nothing_is_known_with_certainty()
    {
        // One cluster only: no variance, no interval.
        var clustered = new DesignTallyBuilder(DesignFrame.Of(Design.Clustered([50, 50], SingleUnitPolicy.Refuse), [0, 0, 0, 1, 1], [1, 1, 2, 1, 2], Weights.Ones(5)));
        clustered.Add(0, true, 1);
        clustered.Add(1, false, 0);
        var one = RatioEstimate.Of(clustered.ToTally()).Value;
        Assert.Equal(0, one.DegreesOfFreedom);
        foreach (var method in Enum.GetValues<DesignProportionMethod>())
            Assert.Equal(NotEstimableReason.TooFewRespondents, one.ProportionInterval(method, Level.P95).Reason);
        Assert.Equal(NotEstimableReason.TooFewRespondents, one.MeanInterval(MeanMethod.Normal, Level.P95).Reason);
    }

    [Fact]
    public void Svy_147_the_standard_error_knows_the_calibration()
    {
        // The answer is all but determined by the attribute weighted by, so the weighting takes most of the variance away.
        int[] sex = [.. Enumerable.Range(0, 200).Select(i => i % 2)];
        var calibration = Calibrate.Of(CalibrationMethod.PostStratification, Weights.Ones(200), [new(sex, [600, 400])], CalibrationOptions.Default).Value;
        RatioEstimate Of(DesignFrame frame)
        {
            var builder = new DesignTallyBuilder(frame);
            for (var i = 0; i < 200; i++)
                builder.Add(i, i % 2 == 0 ^ i < 4, i % 2 == 0 ^ i < 4 ? 1 : 0);
            return RatioEstimate.Of(builder.ToTally()).Value;
        }

        var known = Of(DesignFrame.Of(Design.WeightsOnly, [], [], calibration));
        var given = Of(DesignFrame.Of(Design.WeightsOnly, [], [], calibration.Weights));
        Assert.Equal(given.Value, known.Value);
        // Two of a hundred differ in each half: Σ_k (N_k/N)²·0.02·0.98/100, with n/(n−1) of the sample.
        Assert.Equal(((0.36 + 0.16) * 0.02 * 0.98 / 100) * 200 / 199, known.Variance.Value, 1e-12);
        Assert.True(given.Variance.Value > 10 * known.Variance.Value);
    }

    [Theory]
    [InlineData(SingleUnitPolicy.Refuse, false)]
    [InlineData(SingleUnitPolicy.Merge, true)]
    [InlineData(SingleUnitPolicy.Centre, true)]
    public void Svy_20_a_lonely_unit_follows_a_named_policy(SingleUnitPolicy policy, bool isEstimable)
    {
        var builder = new DesignTallyBuilder(DesignFrame.Of(Design.Stratified([9, 9], policy), [0, 0, 0, 1], [], Weights.Ones(4)));
        for (var i = 0; i < 4; i++)
            builder.Add(i, i % 2 == 0, i % 2 == 0 ? 1 : 0);
        var variance = RatioEstimate.Of(builder.ToTally()).Value.Variance;
        Assert.Equal(isEstimable, variance.IsEstimable);
        if (!isEstimable)
            Assert.Equal(NotEstimableReason.SingleUnitStratum, variance.Reason);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(2.5)]
    [InlineData(40)]
    public void Samplics_64_p_values_are_exact(double t)
    {
        // Closed forms of Student's distribution with 1, 2 and 4 degrees of freedom; golden file 04c holds those of R.
        var h = t / Math.Sqrt(4 + (t * t));
        Assert.Equal(1, Quantile.StudentTwoSided(t, 1) / (2 / Math.PI * Math.Atan(1 / t)), 1e-12);
        Assert.Equal(1, Quantile.StudentTwoSided(t, 2) / (1 - (t / Math.Sqrt(2 + (t * t)))), 1e-9);
        Assert.Equal(1 - (1.5 * h) + (0.5 * h * h * h), Quantile.StudentTwoSided(t, 4), 1e-12);
    }

    [Fact]
    public void Balance_69_limits_are_never_silently_ignored()
    {
        // 90 % of the population stand behind 1 of 10 respondents: a factor of 9 is needed.
        int[] group = [0, 1, 1, 1, 1, 1, 1, 1, 1, 1];
        CalibrationOutcome Fit(FactorLimits? limits) => Calibrate.Of(CalibrationMethod.Raking, Weights.Ones(10), [new(group, [900, 100])], new(limits));
        Assert.Equal(9, Fit(null).Value.LargestFactor, 1e-9);
        var problem = Assert.Single(Fit(new FactorLimits(0.1, 5)).Problems);
        Assert.Equal((CalibrationProblemKind.LimitsTooNarrow, 0, 0), (problem.Kind, problem.Margin, problem.Category));
        Assert.Equal((500.0, 900.0), (problem.Found, problem.Expected));
    }

    [Fact]
    public void Balance_431_raking_starts_from_the_design_weights()
    {
        int[] sex = [0, 0, 1, 1];
        var raked = Calibrate.Of(CalibrationMethod.Raking, new([1, 3, 2, 2], 0), [new(sex, [80, 20])], CalibrationOptions.Default).Value;
        Assert.Equal([20, 60, 10, 10], Enumerable.Range(0, 4).Select(raked.Weights.ValueOf));
    }

    [Fact]
    public void Iterake_4_the_weights_add_up_to_the_population_or_there_are_none() => Seeded.ForAll(60, random =>
    {
        var survey = new RandomSurvey(random, false);
        foreach (var method in new[] { CalibrationMethod.Raking, CalibrationMethod.Linear })
        {
            var outcome = Calibrate.Of(method, survey.DesignWeights, [survey.SexMargin, survey.AgeMargin], new(MaxSweeps: random.Next(1, 20)));
            if (outcome.TryGet(out var calibration))
                Assert.Equal(survey.SexMargin.Total, calibration.Summary.Sum, 1e-6);
            else
                Assert.NotEmpty(outcome.Problems);
        }
    });

    private static RatioEstimate Share(int sampled, int inBase, Func<int, long> answer)
    {
        var builder = new DesignTallyBuilder(DesignFrame.Of(Design.WeightsOnly, [], [], Weights.Ones(sampled)));
        for (var i = 0; i < inBase; i++)
            builder.Add(i, answer(i) > 0, answer(i));
        return RatioEstimate.Of(builder.ToTally()).Value;
    }
}
