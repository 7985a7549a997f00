using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Statistics;

public sealed class RatioEstimateTests
{
    private static readonly DesignProportionMethod[] Methods = Enum.GetValues<DesignProportionMethod>();

    [Fact]
    public void The_variance_is_that_of_the_unit_totals_term_by_term() => Seeded.ForAll(60, random =>
    {
        var survey = new RandomSurvey(random, random.Next(2) == 0);
        var sex = random.Next(2);
        var estimate = RatioEstimate.Of(survey.Tally(survey.Frame, i => survey.Sex[i] == sex)).Value;
        int[] domain = [.. Enumerable.Range(0, survey.Count).Where(i => survey.InBase[i] && survey.Sex[i] == sex)];
        var sum = domain.Sum(survey.DesignWeights.ValueOf);
        var mean = domain.Sum(i => survey.DesignWeights.ValueOf(i) * survey.Scores[i]) / sum;
        var influences = new double[survey.Count];
        foreach (var i in domain)
            influences[i] = survey.DesignWeights.ValueOf(i) * (survey.Scores[i] - mean) / sum;
        Assert.Equal(mean, estimate.Value, 1e-12);
        if (estimate.Variance.TryGet(out var variance))
            Assert.Equal(1, variance / survey.VarianceOf(influences), 1e-9);
    });

    [Fact]
    public void The_variance_of_calibrated_weights_is_that_of_the_influences() => Seeded.ForAll(60, random =>
    {
        var survey = new RandomSurvey(random, random.Next(2) == 0);
        var sex = random.Next(2);
        var estimate = RatioEstimate.Of(survey.Tally(survey.CalibratedFrame, i => survey.Sex[i] == sex)).Value;
        var influences = estimate.Influences([.. survey.InBase.Select((inBase, i) => inBase && survey.Sex[i] == sex)], survey.Scores);
        if (estimate.Variance.TryGet(out var variance))
            Assert.Equal(1, variance / survey.VarianceOf(influences), 1e-8);
        // The residuals are those of a regression with the design weights: they are orthogonal to every category.
        var raked = survey.Raked;
        for (var age = 0; age < 3; age++)
        {
            var sum = Enumerable.Range(0, survey.Count).Where(i => survey.Age[i] == age)
                .Sum(i => influences[i] * survey.DesignWeights.ValueOf(i) / raked.Weights.ValueOf(i));
            Assert.Equal(0, sum, 1e-9);
        }
    });

    [Fact]
    public void Weights_times_a_constant_change_nothing() => Seeded.ForAll(40, random =>
    {
        var survey = new RandomSurvey(random, random.Next(2) == 0);
        var factor = random.Next(2, 1000);
        var scaled = new Weights([.. survey.DesignWeights.Units.ToArray().Select(unit => unit * factor)], random.Next(6));
        var (one, other) = (Positive(survey, survey.Frame), Positive(survey, DesignFrame.Of(survey.Design, survey.Strata, survey.Units, scaled)));
        Assert.Equal(one.Value, other.Value, 1e-14);
        Assert.Equal(one.Variance.IsEstimable, other.Variance.IsEstimable);
        foreach (var method in Methods)
            SameInterval(one.ProportionInterval(method, Level.P95), other.ProportionInterval(method, Level.P95), 1e-11);

        // Calibration gives the same weights from scaled ones.
        var raked = Calibrate.Of(CalibrationMethod.Raking, scaled, [survey.SexMargin, survey.AgeMargin], CalibrationOptions.Default).Value;
        for (var i = 0; i < survey.Count; i++)
            Assert.Equal(1, raked.Weights.ValueOf(i) / survey.Raked.Weights.ValueOf(i), 1e-9);
        var again = Positive(survey, DesignFrame.Of(survey.Design, survey.Strata, survey.Units, raked));
        SameInterval(Positive(survey, survey.CalibratedFrame).ProportionInterval(default, Level.P95), again.ProportionInterval(default, Level.P95), 1e-8);
    });

    [Fact]
    public void The_complement_mirrors_value_variance_and_intervals() => Seeded.ForAll(40, random =>
    {
        var survey = new RandomSurvey(random, random.Next(2) == 0);
        var frame = random.Next(2) == 0 ? survey.Frame : survey.CalibratedFrame;
        var (one, other) = (Positive(survey, frame), RatioEstimate.Of(survey.Tally(frame, _ => true, y => y > 0 ? 0 : 1)).Value);
        Assert.Equal(one.Value, 1 - other.Value, 1e-14);
        Assert.Equal(one.Variance.Value, other.Variance.Value, 1e-14);
        foreach (var method in Methods)
        {
            var mirrored = other.ProportionInterval(method, Level.P90).Select(bounds => new Interval(1 - bounds.Upper, 1 - bounds.Lower));
            SameInterval(one.ProportionInterval(method, Level.P90), mirrored, 1e-9);
        }
    });

    [Fact]
    public void Intervals_hold_the_estimate_lie_in_0_to_1_and_widen_with_the_level() => Seeded.ForAll(60, random =>
    {
        var survey = new RandomSurvey(random, random.Next(2) == 0);
        var frame = random.Next(2) == 0 ? survey.Frame : survey.CalibratedFrame;
        var (age, edge) = (random.Next(3), random.Next(-3, 4));
        var domain = RatioEstimate.Of(survey.Tally(frame, i => survey.Age[i] == age, y => y > edge ? 1 : 0));
        if (!domain.TryGet(out var estimate))
            return;
        Level[] levels = [.. new[] { random.Level(), random.Level() }.OrderBy(level => level.Value)];
        foreach (var method in Methods)
        {
            var (narrow, wide) = (estimate.ProportionInterval(method, levels[0]), estimate.ProportionInterval(method, levels[1]));
            Assert.Equal(narrow.IsEstimable, wide.IsEstimable);
            if (!narrow.IsEstimable)
                continue;
            Assert.True(narrow.Value.Width > 0, "An interval of a sample has a width.");
            Assert.InRange(narrow.Value.Lower, 0, estimate.Value + 1e-9);
            Assert.InRange(narrow.Value.Upper, estimate.Value - 1e-9, 1);
            Assert.True(wide.Value.Lower <= narrow.Value.Lower + 1e-9 && narrow.Value.Upper <= wide.Value.Upper + 1e-9, $"{method}: {wide.Value} holds {narrow.Value}.");
        }
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Observed_0_or_1_has_the_bound_of_the_domains_respondents(int answer)
    {
        // 40 of 4,000 respondents are in the domain, and all answer alike.
        var builder = new DesignTallyBuilder(DesignFrame.Of(Design.WeightsOnly, [], [], Weights.Ones(4000)));
        for (var i = 0; i < 40; i++)
            builder.Add(i, answer > 0, answer);
        var estimate = RatioEstimate.Of(builder.ToTally()).Value;
        Assert.Equal(40, estimate.EffectiveN.Value);
        Assert.Equal(Wilson.Interval(40 * answer, 40, Level.P95), estimate.ProportionInterval(DesignProportionMethod.Wilson, Level.P95).Value);
        Assert.Equal(ClopperPearson.Interval(40 * answer, 40, Level.P95), estimate.ProportionInterval(DesignProportionMethod.KornGraubard, Level.P95).Value);
        Assert.Equal(NotEstimableReason.UndefinedAtBoundary, estimate.ProportionInterval(DesignProportionMethod.Logit, Level.P95).Reason);
        Assert.Equal(NotEstimableReason.UndefinedAtBoundary, estimate.ProportionInterval(DesignProportionMethod.Linear, Level.P95).Reason);
        Assert.Equal(NotEstimableReason.NoVariation, estimate.MeanInterval(MeanMethod.StudentT, Level.P95).Reason);
    }

    [Fact]
    public void One_respondent_has_a_wide_interval_and_no_standard_error()
    {
        var builder = new DesignTallyBuilder(DesignFrame.Of(Design.SimpleRandom(1000), [], [], Weights.Ones(500)));
        builder.Add(7, true, 1);
        var estimate = RatioEstimate.Of(builder.ToTally()).Value;
        Assert.Equal(NotEstimableReason.TooFewRespondents, estimate.StandardError.Reason);
        Assert.Equal(NotEstimableReason.TooFewRespondents, estimate.MeanInterval(MeanMethod.StudentT, Level.P95).Reason);
        var interval = estimate.ProportionInterval(DesignProportionMethod.Wilson, Level.P95).Value;
        Assert.Equal(Wilson.Interval(999.0 / 500, 999.0 / 500, Level.P95).Lower, interval.Lower, 1e-12);
    }

    [Fact]
    public void Answers_that_vary_between_strata_only_are_not_certainty()
    {
        var builder = new DesignTallyBuilder(DesignFrame.Of(Design.Stratified([100, 100], SingleUnitPolicy.Refuse), [0, 0, 0, 1, 1, 1], [], Weights.Ones(6)));
        for (var i = 0; i < 6; i++)
            builder.Add(i, i < 3, i < 3 ? 1 : 0);
        var estimate = RatioEstimate.Of(builder.ToTally()).Value;
        Assert.Equal(0, estimate.Variance.Value);
        Assert.Equal(NotEstimableReason.NoVariation, estimate.ProportionInterval(DesignProportionMethod.Linear, Level.P95).Reason);
        Assert.True(estimate.ProportionInterval(DesignProportionMethod.Wilson, Level.P95).Value.Width > 0.5);
    }

    [Fact]
    public void A_handful_of_light_respondents_makes_no_large_effective_number()
    {
        // One yes of weight 0.01 among 99 noes of weight 1: p(1−p)/v alone would claim thousands of respondents.
        var weights = new Weights([1, .. Enumerable.Repeat(100L, 99)], 2);
        var builder = new DesignTallyBuilder(DesignFrame.Of(Design.WeightsOnly, [], [], weights));
        for (var i = 0; i < 100; i++)
            builder.Add(i, i == 0, i == 0 ? 1 : 0);
        var estimate = RatioEstimate.Of(builder.ToTally()).Value;
        Assert.True(estimate.Value * (1 - estimate.Value) / estimate.Variance.Value > 5000);
        Assert.Equal(estimate.KishEffectiveN, estimate.EffectiveN.Value);
        Assert.True(estimate.ProportionInterval(DesignProportionMethod.Wilson, Level.P95).Value.Upper > 0.03);
    }

    [Fact]
    public void A_simple_random_sample_keeps_its_Wilson_interval()
    {
        var builder = new DesignTallyBuilder(DesignFrame.Of(Design.WeightsOnly, [], [], Weights.Ones(1000)));
        for (var i = 0; i < 1000; i++)
            builder.Add(i, i < 552, i < 552 ? 1 : 0);
        var estimate = RatioEstimate.Of(builder.ToTally()).Value;
        Assert.Equal(999, estimate.EffectiveN.Value, 1e-9);
        Assert.Equal(1000.0 / 999, estimate.DesignEffect.Value, 1e-12);
        var interval = estimate.ProportionInterval(DesignProportionMethod.Wilson, Level.P95).Value;
        Assert.Equal(Wilson.Interval(0.552 * 999, 999, Level.P95).Lower, interval.Lower, 1e-12);
    }

    [Fact]
    public void The_categories_of_a_calibration_cost_the_default_interval_their_share() => Seeded.ForAll(30, random =>
    {
        var survey = new RandomSurvey(random, false);
        var estimate = Positive(survey, survey.CalibratedFrame);
        var yes = estimate.Domain.Total.Positive;
        if (Math.Min(yes, estimate.Respondents - yes) < RatioEstimate.FewRespondents)
            return;
        // Two sexes and three ages are four independent categories, one of them the size of the population.
        var loss = Level.P95.T(estimate.Respondents - 1) / Level.P95.T(estimate.DegreesOfFreedom);
        var n = estimate.EffectiveN.Value * loss * loss * (1 - (3.0 / survey.Count));
        Assert.Equal(Wilson.Interval(estimate.Value * n, n, Level.P95).Lower, estimate.ProportionInterval(DesignProportionMethod.Wilson, Level.P95).Value.Lower, 1e-12);
        // Korn–Graubard stays as R has it, with the respondents of the domain.
        var exact = DesignInterval.KornGraubard(estimate.Value, estimate.Variance.Value, estimate.DegreesOfFreedom, estimate.Respondents, Level.P95);
        SameInterval(exact, estimate.ProportionInterval(DesignProportionMethod.KornGraubard, Level.P95), 1e-9);
    });

    [Fact]
    public void A_scale_is_no_proportion()
    {
        var builder = new DesignTallyBuilder(DesignFrame.Of(Design.WeightsOnly, [], [], Weights.Ones(3)), 1);
        builder.Add(0, true, 15);
        builder.Add(1, true, 25);
        var estimate = RatioEstimate.Of(builder.ToTally()).Value;
        Assert.Equal(2, estimate.Value);
        Assert.False(estimate.IsProportion);
        Assert.Throws<InvalidOperationException>(() => estimate.ProportionInterval(DesignProportionMethod.Wilson, Level.P95));
        Assert.Equal(0.25 / estimate.Variance.Value, estimate.EffectiveN.Value, 1e-12);
        Assert.Throws<ArgumentException>(() => estimate.Influences([true], [15]));
    }

    private static RatioEstimate Positive(RandomSurvey survey, DesignFrame frame) => RatioEstimate.Of(survey.Tally(frame, _ => true, y => y > 0 ? 1 : 0)).Value;

    private static void SameInterval(Estimable<Interval> one, Estimable<Interval> other, double tolerance)
    {
        Assert.Equal(one.IsEstimable, other.IsEstimable);
        if (!one.IsEstimable)
        {
            Assert.Equal(one.Reason, other.Reason);
            return;
        }

        Assert.Equal(one.Value.Lower, other.Value.Lower, tolerance);
        Assert.Equal(one.Value.Upper, other.Value.Upper, tolerance);
    }
}
