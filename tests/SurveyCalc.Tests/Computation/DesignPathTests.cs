using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Indicators.Weighting;
using SurveyCalc.Statistics;
using SurveyCalc.Tests.Golden;

namespace SurveyCalc.Tests.Computation;

/// <summary>The reference city under its designs, on the product's own path from the response file to the figure.</summary>
public sealed class DesignPathTests
{
    private const string Dataset = "city_2024.csv";

    private static readonly WaveKey Wave = new("city", new FiscalYear(2024));

    private static readonly Breakdown[] By = [new("sex"), new("age"), new("district"), new("sex", "age")];

    private static readonly DefinitionSet Definitions = new()
    {
        CodeBooks = [GoldenAggregationTests.CodeBook(Wave)],
        Indicators =
        [
            Indicator("top3_q1", "q1", new AggregationRule.CountedChoices(new ChoiceList("1|2|3"))),
            Indicator("q7_ge5", "q7", new AggregationRule.NumericThreshold(Comparison.AtLeast, 5)),
            Indicator("q8_top2_of_q4yes", "q8", new AggregationRule.CountedChoices(new ChoiceList("1|2"))) with { Condition = new AnswerCondition("q4", ["はい"]) },
            Indicator("wavg_q1_p2m2", "q1", new AggregationRule.MeanScore(new ScoreList("1=2|2=1|3=0|4=-1|5=-2"))),
            Indicator("net_q1", "q1", new AggregationRule.NetScore(new ChoiceList("1|2"), new ChoiceList("4|5"))),
        ],
    };

    private static readonly Lazy<WaveSnapshot> Snapshot = new(Read);

    [Theory]
    [InlineData("strat")]
    [InlineData("poststrat")]
    [InlineData("cal_raking")]
    public void Figures_and_cells_agree_with_the_reference(string design)
    {
        var actuals = Compute(design, Definitions, By).ToLookup(a => (a.Indicator, a.Cell.IsEverybody ? "all" : $"{a.Cell.Breakdown}={a.Cell.Label}"));
        var cases = GoldenFile.Open("03_weighted_city.json").Cases.Concat(GoldenFile.Open("06_scores.json").Cases)
            .Where(c => c.Method == "estimate" && c.Has("design") && c.Text("design") == design && (!c.Has("dataset") || c.Text("dataset") == Dataset))
            .Where(c => actuals.Contains((NameOf(c), c.Text("domain")))).ToList();
        Assert.True(cases.Count > 10, $"{cases.Count} cases");
        foreach (var one in cases)
        {
            var actual = actuals[(NameOf(one), one.Text("domain"))].Single();
            var (figure, unit) = (actual.Figure!, actual.Indicator.StartsWith("wavg", StringComparison.Ordinal) ? 1 : 100);
            Assert.True(one.Accepts(figure.Exact / unit, one.Expected.GetProperty("estimate").GetDouble()), one.Id);
            Assert.True(one.Accepts(figure.StandardError!.Value / unit, one.Expected.GetProperty("se").GetDouble()), one.Id);
            Assert.True(one.Accepts(figure.DegreesOfFreedom!.Value, one.Expected.GetProperty("df").GetDouble()), one.Id);
        }
    }

    [Fact]
    public void The_interval_of_a_weighted_wave_rests_on_the_effective_number_of_its_design()
    {
        var figure = Compute("strat", Definitions, [])[0].Figure!;
        var estimate = GoldenDesigns.Estimate(Dataset, "strat", "top3_q1", "all");
        var expected = estimate.ProportionInterval(DesignProportionMethod.Wilson, Level.P95).Value;
        Assert.Equal((expected.Lower * 100, expected.Upper * 100), (figure.Lower!.Value, figure.Upper!.Value));
        Assert.Equal(estimate.EffectiveN.Value, figure.EffectiveN!.Value);
        Assert.Equal(estimate.DesignEffect.Value, figure.DesignEffect!.Value);
        Assert.NotEqual(figure.Denominator, figure.EffectiveN.Value);
        Assert.Equal(estimate.Domain.Frame.Summary.Largest, figure.LargestWeight);
    }

    [Fact]
    public void A_cell_is_a_domain_in_which_everybody_of_the_stratum_stays()
    {
        var frame = Frame("strat");
        var cell = TallyWave.Of(Snapshot.Value, Definitions.CodeBooks[0], [Rule(0)], By, 2, frame).Single(t => t.Cell.Label == "女性×30-39歳");
        Assert.Equal(frame.Frame.Respondents, cell.Tally.Sampled);
        Assert.Same(frame.Frame, cell.Design!.Frame);
        Assert.Equal(cell.Tally, cell.Design.Total);
    }

    [Fact]
    public void Excluded_rows_belong_to_no_figure_whatever_their_place()
    {
        var all = Snapshot.Value.Respondents;
        int[] kept = [.. Enumerable.Range(0, all).Where(r => r % 7 != 3)];
        var groups = new int[all];
        for (var r = 0; r < all; r++) groups[r] = r % 7 == 3 ? 1 : 0;
        var frame = new WaveFrame(DesignFrame.Of(Design.SimpleRandom(null), [], [], Weights.Ones(kept.Length)), groups, kept, null);
        var tally = TallyWave.Of(Snapshot.Value, Definitions.CodeBooks[0], [Rule(0)], [], 1, frame).Single();
        var rule = Rule(0);
        Assert.Equal(kept.Count(r => rule.InBase(Snapshot.Value.Columns["q1"].At(r))), tally.Tally.Base);
        Assert.Equal((kept.Length, kept.Length), (tally.Tally.Sampled, tally.Roles.Total));
    }

    [Fact]
    public void Every_respondent_a_unit_of_its_own_changes_no_figure()
    {
        var rows = Snapshot.Value.Respondents;
        int[] numbers = [.. Enumerable.Range(0, rows)];
        var units = new WaveFrame(DesignFrame.Of(Design.Clustered([null], SingleUnitPolicy.Refuse), [], numbers, Weights.Ones(rows)), numbers, numbers, null);
        var plain = new WaveFrame(DesignFrame.Of(Design.WeightsOnly, [], [], Weights.Ones(rows)), new int[rows], numbers, null);
        var (one, other) = (Tallies(units), Tallies(plain));
        Assert.Equal(one.Select(t => (t.Cell, t.Tally, t.Roles)), other.Select(t => (t.Cell, t.Tally, t.Roles)));
        Assert.Equal(RatioEstimate.Of(other[0].Design!).Value.StandardError.Value, RatioEstimate.Of(one[0].Design!).Value.StandardError.Value, 1e-12);
    }

    [Fact]
    public void A_frame_that_cannot_be_made_leaves_no_figure_and_says_why()
    {
        var tallies = Count(Definitions, By, new WaveFrameOutcome(null, ["人口表に「女性×30代」がありません。", "基準日が違います。"]));
        var actuals = ComputeActuals.Of(Definitions, PlanActuals.Of(Definitions, [Planned], DateTimeOffset.UnixEpoch), [tallies], DateTimeOffset.UnixEpoch);
        Assert.Equal(5, actuals.Count);
        Assert.All(actuals, a => Assert.Null(a.Figure));
        Assert.All(actuals, a => Assert.Equal("人口表に「女性×30代」がありません。基準日が違います。", a.NoFigureReason));
    }

    [Fact]
    public void A_method_without_a_form_for_designs_is_refused_by_name()
    {
        var settings = Definitions with { Surveys = [new SurveySettings { Survey = "city", Method = ProportionMethod.Jeffreys }] };
        var actuals = Compute("strat", settings, []);
        Assert.Null(actuals[0].Figure);
        Assert.Contains("「Jeffreys」は、標本設計やウエイトのある調査では使えません。", actuals[0].NoFigureReason, StringComparison.Ordinal);
        Assert.NotNull(actuals[3].Figure);
    }

    private static PlannedWave Planned => new(new WaveSource("f", "", "", ""), Definitions.CodeBooks[0]);

    private static IReadOnlyList<IndicatorTally> Tallies(WaveFrame frame) => TallyWave.Of(Snapshot.Value, Definitions.CodeBooks[0], [Rule(0), Rule(3)], By, 2, frame);

    private static IReadOnlyList<Actual> Compute(string design, DefinitionSet definitions, Breakdown[] by) => ComputeActuals.Of(
        definitions, PlanActuals.Of(definitions, [Planned], DateTimeOffset.UnixEpoch), [Count(definitions, by, new WaveFrameOutcome(Frame(design), []))], DateTimeOffset.UnixEpoch);

    private static WaveTallies Count(DefinitionSet definitions, Breakdown[] by, WaveFrameOutcome outcome) =>
        CountWave.Of(definitions, Planned, Snapshot.Value, [.. Enumerable.Range(0, 5).Select(Rule)], by, outcome);

    private static WaveFrame Frame(string design)
    {
        var frame = GoldenDesigns.Frame(Dataset, design);
        return new WaveFrame(frame, frame.GroupOf.ToArray(), [.. Enumerable.Range(0, frame.Respondents)], null);
    }

    private static string NameOf(GoldenCase one) => one.Has("indicator") ? one.Text("indicator") : one.Text("y");

    private static BoundRule Rule(int indicator)
    {
        Assert.True(BoundRule.TryBind(Definitions.Indicators[indicator], Definitions.CodeBooks[0], out var rule, out var reason), reason);
        return rule;
    }

    private static Indicator Indicator(string code, string question, AggregationRule rule) => new()
    {
        Code = code,
        Name = code,
        Survey = "city",
        Question = question,
        Rule = rule,
        Base = BaseRule.Substantive,
        Unit = rule.IsPercent ? "%" : "点",
        Direction = Direction.HigherIsBetter,
        Decimals = 1,
    };

    private static WaveSnapshot Read()
    {
        using var stream = File.OpenRead(GoldenFile.DataPath(Dataset));
        var profile = new ImportProfile { Wave = Wave, IdColumn = "id", UnmarkedBlock = UnmarkedBlock.NoneChosen };
        var read = ResponseImport.Read(stream, Dataset, GoldenAggregationTests.CodeBook(Wave), "b", profile);
        Assert.NotNull(read.Snapshot);
        return read.Snapshot;
    }
}
