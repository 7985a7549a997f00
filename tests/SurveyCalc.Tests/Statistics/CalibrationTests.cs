using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Statistics;

public sealed class CalibrationTests
{
    private static readonly int[] Sex = [0, 0, 0, 1, 1];
    private static readonly int[] Age = [0, 1, 1, 0, 1];

    [Fact]
    public void Every_method_reproduces_its_margins() => Seeded.ForAll(80, random =>
    {
        var survey = new RandomSurvey(random, false);
        foreach (var method in new[] { CalibrationMethod.Raking, CalibrationMethod.Linear })
        {
            var outcome = Calibrate.Of(method, survey.DesignWeights, [survey.SexMargin, survey.AgeMargin], CalibrationOptions.Default);
            if (!outcome.TryGet(out var calibration))
            {
                Assert.Equal(CalibrationMethod.Linear, method);
                Assert.Equal(CalibrationProblemKind.NonPositiveWeights, Assert.Single(outcome.Problems).Kind);
                continue;
            }

            Assert.InRange(calibration.MaxMarginError, 0, 1e-10);
            Assert.Equal(survey.SexMargin.Total, calibration.Summary.Sum, 1e-6);
            for (var sex = 0; sex < 2; sex++)
            {
                var sum = Enumerable.Range(0, survey.Count).Where(i => survey.Sex[i] == sex).Sum(calibration.Weights.ValueOf);
                Assert.Equal(1, sum / survey.SexMargin.Population[sex], 1e-10);
            }
        }
    });

    [Fact]
    public void Raking_multiplies_a_factor_of_each_category()
    {
        var calibration = Rake([60, 40], [30, 70]).Value;
        // In a table of factors the cross ratio of the factors is 1.
        double G(int i) => calibration.Weights.ValueOf(i) / calibration.DesignWeights.ValueOf(i);
        Assert.Equal(1, G(0) * G(4) / (G(1) * G(3)), 1e-8);
        Assert.Equal(G(1), G(2));
    }

    [Fact]
    public void Linear_calibration_adds_a_change_of_each_category()
    {
        var calibration = Calibrate.Of(CalibrationMethod.Linear, Weights.Ones(5), [new(Sex, [60, 40]), new(Age, [30, 70])], CalibrationOptions.Default).Value;
        double G(int i) => calibration.Weights.ValueOf(i);
        Assert.Equal(0, G(0) + G(4) - G(1) - G(3), 1e-7);
        Assert.Equal(0, calibration.Sweeps);
    }

    [Fact]
    public void Post_stratification_gives_each_cell_its_population()
    {
        var outcome = Calibrate.Of(CalibrationMethod.PostStratification, new([1, 2, 3, 1, 1], 0), [new(Sex, [60, 40])], CalibrationOptions.Default);
        Assert.Equal([10, 20, 30, 20, 20], Enumerable.Range(0, 5).Select(outcome.Value.Weights.ValueOf));
        Assert.Equal((60, 3, 6.0, 60.0), (outcome.Value.Margins[0].Population, outcome.Value.Margins[0].Respondents, outcome.Value.Margins[0].Before, outcome.Value.Margins[0].After));
    }

    [Fact]
    public void The_order_of_the_respondents_changes_no_bit() => Seeded.ForAll(40, random =>
    {
        var survey = new RandomSurvey(random, false);
        int[] order = [.. Enumerable.Range(0, survey.Count)];
        random.Shuffle(order);
        var shuffled = Calibrate.Of(
            CalibrationMethod.Raking,
            new Weights([.. order.Select(i => survey.DesignWeights.Units[i])], 2),
            [new(order.Select(i => survey.Sex[i]).ToArray(), survey.SexMargin.Population), new(order.Select(i => survey.Age[i]).ToArray(), survey.AgeMargin.Population)],
            CalibrationOptions.Default).Value;
        var raked = survey.Raked;
        Assert.Equal(order.Select(i => raked.Weights.Units[i]), shuffled.Weights.Units.ToArray());
    });

    [Fact]
    public void Every_table_that_does_not_fit_is_named_at_once()
    {
        var outcome = Rake([60, 0, 40], [30, 69], ages: [0, 1, 1, -1, 1]);
        Assert.False(outcome.IsCalibrated);
        Assert.Equal(
            [
                new(CalibrationProblemKind.NoPopulation, 0, 1, 2, 0),
                new(CalibrationProblemKind.EmptyCategory, 0, 2, 0, 40),
                new(CalibrationProblemKind.UnknownCategory, 1, -1, 1, 0),
                new(CalibrationProblemKind.TotalsDiffer, 1, -1, 99, 100),
            ],
            outcome.Problems);
        Assert.Contains("NoPopulation", Assert.Throws<InvalidOperationException>(() => outcome.Value).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_category_without_a_population_is_no_problem() => Assert.True(Rake([60, 40, 0], [30, 70]).IsCalibrated);

    [Fact]
    public void Margins_no_weights_can_meet_are_infeasible_and_named()
    {
        // Both attributes coincide, their populations do not.
        foreach (var method in new[] { CalibrationMethod.Raking, CalibrationMethod.Linear })
        {
            var outcome = Calibrate.Of(method, Weights.Ones(4), [new(new[] { 0, 0, 1, 1 }, [50, 50]), new(new[] { 0, 0, 1, 1 }, [40, 60])], CalibrationOptions.Default);
            Assert.Equal(CalibrationProblemKind.Infeasible, Assert.Single(outcome.Problems).Kind);
        }
    }

    [Fact]
    public void Margins_only_negative_weights_can_meet_are_named()
    {
        // Men under 40 are missing: 60 men, all of the old, leave 60 for at most 30 old persons.
        CalibrationMargin[] margins = [new(new[] { 0, 0, 1, 1, 1 }, [60, 40]), new(new[] { 1, 1, 0, 0, 1 }, [70, 30])];
        var linear = Calibrate.Of(CalibrationMethod.Linear, Weights.Ones(5), margins, CalibrationOptions.Default);
        var problem = Assert.Single(linear.Problems);
        Assert.Equal((CalibrationProblemKind.NonPositiveWeights, 0.0), (problem.Kind, problem.Expected));
        Assert.Equal(-30, problem.Found, 1e-6);
        var raked = Calibrate.Of(CalibrationMethod.Raking, Weights.Ones(5), margins, new(MaxSweeps: 200));
        Assert.Equal(CalibrationProblemKind.NotConverged, Assert.Single(raked.Problems).Kind);
    }

    [Fact]
    public void A_fit_that_runs_out_of_sweeps_says_how_far_it_is_off()
    {
        var outcome = Calibrate.Of(CalibrationMethod.Raking, Weights.Ones(5), [new(Sex, [60, 40]), new(Age, [5, 95])], new(MaxSweeps: 1));
        var problem = Assert.Single(outcome.Problems);
        Assert.Equal(CalibrationProblemKind.NotConverged, problem.Kind);
        Assert.True(problem.Found > 1e-6);
    }

    [Fact]
    public void Limits_are_kept_and_the_margins_too() => Seeded.ForAll(60, random =>
    {
        var survey = new RandomSurvey(random, false);
        var method = random.Next(2) == 0 ? CalibrationMethod.Raking : CalibrationMethod.Linear;
        var limits = new FactorLimits(0.6 * random.NextDouble(), 1.2 + random.NextDouble());
        var outcome = Calibrate.Of(method, survey.DesignWeights, [survey.SexMargin, survey.AgeMargin], new(limits, MaxSweeps: 2000));
        if (!outcome.TryGet(out var calibration))
        {
            Assert.Contains(outcome.Problems[0].Kind, new[] { CalibrationProblemKind.LimitsTooNarrow, CalibrationProblemKind.NotConverged, CalibrationProblemKind.NonPositiveWeights });
            return;
        }

        Assert.InRange(calibration.SmallestFactor, limits.Lower - 1e-12, 1);
        Assert.InRange(calibration.LargestFactor, 1, limits.Upper + 1e-12);
        Assert.InRange(calibration.MaxMarginError, 0, 1e-10);
    });

    [Fact]
    public void Wide_limits_change_nothing() => Seeded.ForAll(20, random =>
    {
        var survey = new RandomSurvey(random, false);
        var limited = Calibrate.Of(CalibrationMethod.Raking, survey.DesignWeights, [survey.SexMargin, survey.AgeMargin], new(new FactorLimits(0.001, 1000))).Value;
        for (var i = 0; i < survey.Count; i++)
            Assert.Equal(1, limited.Weights.ValueOf(i) / survey.Raked.Weights.ValueOf(i), 1e-9);
    });

    [Fact]
    public void Unknown_categories_get_their_own_and_keep_their_share()
    {
        var margin = UnknownCategories.OwnCategory(new[] { 0, 1, -1, 0, 7 }, [60, 41], new([2, 2, 1, 4, 1], 0));
        // 2 of 10 in weight are unknown: 101·0.2 = 20.2, 60·0.8 = 48, 41·0.8 = 32.8.
        Assert.Equal([48, 33, 20], margin.Population);
        Assert.Equal([0, 1, 2, 0, 2], margin.Categories.ToArray());
        var known = UnknownCategories.OwnCategory(Sex, [60, 40], Weights.Ones(5));
        Assert.Equal([60, 40, 0], known.Population);
        Assert.True(Calibrate.Of(CalibrationMethod.Raking, Weights.Ones(5), [known], CalibrationOptions.Default).IsCalibrated);
        Assert.Throws<ArgumentException>(() => UnknownCategories.OwnCategory(Sex, [0, 0], Weights.Ones(5)));
        Assert.Throws<ArgumentException>(() => UnknownCategories.OwnCategory(Sex, [60, 40], Weights.Ones(4)));
    }

    [Fact]
    public void Wrong_shapes_are_refused()
    {
        CalibrationMargin margin = new(Sex, [60, 40]);
        Assert.Throws<ArgumentException>(() => Calibrate.Of(CalibrationMethod.Raking, Weights.Ones(5), [], CalibrationOptions.Default));
        Assert.Throws<ArgumentException>(() => Calibrate.Of(CalibrationMethod.Raking, Weights.Ones(0), [margin], CalibrationOptions.Default));
        Assert.Throws<ArgumentException>(() => Calibrate.Of(CalibrationMethod.Raking, Weights.Ones(4), [margin], CalibrationOptions.Default));
        Assert.Throws<ArgumentException>(() => Calibrate.Of(CalibrationMethod.PostStratification, Weights.Ones(5), [margin, margin], CalibrationOptions.Default));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CalibrationMargin(Sex, [60, -40]));
        Assert.Throws<ArgumentException>(() => new CalibrationMargin(Sex, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FactorLimits(double.NaN, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FactorLimits(0.5, 1));
    }

    private static CalibrationOutcome Rake(long[] sexes, long[] ages60, int[]? ages = null) => Calibrate.Of(
        CalibrationMethod.Raking, Weights.Ones(5), [new(Sex, sexes), new(ages ?? Age, ages60)], CalibrationOptions.Default);
}
