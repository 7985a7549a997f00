using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Statistics;
using SurveyCalc.Tests.Golden;

namespace SurveyCalc.Tests.Computation;

/// <summary>Net scores of the reference city, from the response file to the figure, its change and its sentence.</summary>
public sealed class NetScorePathTests
{
    private static readonly Lazy<(DefinitionSet Definitions, IReadOnlyList<Actual> Actuals)> City = new(Compute);

    [Theory]
    [InlineData(2023)]
    [InlineData(2024)]
    public void Figures_of_a_simple_random_sample_agree_with_the_reference(int year)
    {
        var cases = GoldenFile.Open("06_scores.json").Cases.Where(c => c.Has("design") && c.Text("design") == "srs_unweighted"
            && c.Text("dataset") == FileOf(year) && c.Text("domain") == "all" && c.Text("indicator").StartsWith("net_", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, cases.Count(c => c.Method == "estimate" || (c.Method == "mean" && c.Number("conf_level") is 0.95)));
        foreach (var one in cases)
        {
            var figure = Of(year, one.Text("indicator")).Figure!;
            double Expected(string name) => one.Expected.GetProperty(name).GetDouble();
            if (one.Method == "estimate")
            {
                Assert.True(one.Accepts(figure.Exact / 100, Expected("estimate")), one.Id);
                Assert.True(one.Accepts(figure.StandardError!.Value / 100, Expected("se")), one.Id);
                Assert.Equal(Expected("nrow"), figure.Denominator);
            }
            else if (one.Method == "mean" && one.Number("conf_level") is 0.95)
            {
                Assert.True(one.Accepts(figure.Lower!.Value / 100, Expected("lower")), one.Id);
                Assert.True(one.Accepts(figure.Upper!.Value / 100, Expected("upper")), one.Id);
            }
        }
    }

    [Fact]
    public void The_figure_is_the_difference_of_the_two_shares_and_its_error_is_multinomial()
    {
        var closed = GoldenFile.Open("06_scores.json").Cases.Single(c => c.Id == "2024:closed:net_q1").Expected;
        var figure = Of(2024, "net_q1").Figure!;
        Assert.Equal((closed.GetProperty("top2").GetDouble() - closed.GetProperty("bottom2").GetDouble()) * 100, figure.Exact, 1e-9);
        Assert.Equal(28.3m, figure.Printed);
        var sampled = GoldenDesigns.Table(FileOf(2024)).Rows.Count;
        var multinomial = closed.GetProperty("se_multinomial").GetDouble();
        Assert.Equal(multinomial * Math.Sqrt(sampled / (sampled - 1.0)) * 100, figure.StandardError!.Value, 1e-9);
    }

    [Fact]
    public void The_change_is_in_points_with_both_roundings_and_its_sentence_says_so()
    {
        var change = Of(2024, "net_q1").Change;
        var (now, then) = (Of(2024, "net_q1").Figure!, Of(2023, "net_q1").Figure!);
        Assert.Equal(now.Exact - then.Exact, change.Difference!.Value, 1e-9);
        Assert.Equal(now.Printed - then.Printed, change.OfPrinted);
        Assert.Equal(Math.Round((decimal)change.Difference.Value, 1, MidpointRounding.AwayFromZero), change.OfExact);
        Assert.True(change.Lower < change.Difference && change.Difference < change.Upper);
        var row = ActualFeed.Rows(City.Value.Actuals, City.Value.Definitions).Single(r => r.Year == 2024 && r.Indicator == "net_q1");
        Assert.StartsWith("28.3%(n=1,855、95%信頼区間 24.8〜31.8%)。前回(令和5年度)の", row.Sentence, StringComparison.Ordinal);
        Assert.Contains("ポイント", row.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_interval_of_a_net_score_stays_between_minus_100_and_100()
    {
        var indicator = City.Value.Definitions.Indicators[0];
        var tally = Enumerable.Range(0, 20).Aggregate(Tally.Empty, (sum, i) => sum + Tally.Of(true, i > 0, 1, 0, i > 0 ? -1 : 0, 0));
        var (figure, _) = EstimateFigure.Of(new IndicatorTally(indicator, BreakdownCell.Everybody, tally, default), new SurveySettings { Survey = "city" }, null);
        Assert.Equal((-95.0m, -100), (figure!.Printed, figure.Lower));
        Assert.True(figure.Upper > -95);
    }

    private static Actual Of(int year, string code) => City.Value.Actuals.Single(a => a.Indicator == code && a.Wave.FiscalYear.FirstYear == year);

    private static string FileOf(int year) => FormattableString.Invariant($"city_{year}.csv");

    private static (DefinitionSet, IReadOnlyList<Actual>) Compute()
    {
        var waves = new[] { 2023, 2024 }.Select(year => new WaveKey("city", new FiscalYear(year))).ToList();
        var definitions = new DefinitionSet
        {
            CodeBooks = [.. waves.Select(GoldenAggregationTests.CodeBook)],
            Profiles = [.. waves.Select(w => new ImportProfile { Wave = w, IdColumn = "id", UnmarkedBlock = UnmarkedBlock.NoneChosen })],
            Indicators = [Net("q1", "満足|やや満足", "やや不満|不満"), Net("q3", "1|2", "4|5")],
        };
        var files = definitions.CodeBooks.Select(b => (b, new FileInfo(GoldenFile.DataPath(FileOf(b.Wave.FiscalYear.FirstYear))))).ToList();
        var outcome = AnalyzeFiles.Run(definitions, files, [], DateTimeOffset.UnixEpoch, null, null, CancellationToken.None);
        Assert.All(outcome.Reports, r => Assert.True(r.IsAccepted, string.Join('\n', r.Problems)));
        return (definitions, outcome.Actuals);
    }

    private static Indicator Net(string question, string favourable, string unfavourable) => new()
    {
        Code = "net_" + question,
        Name = question,
        Survey = "city",
        Question = question,
        Rule = new AggregationRule.NetScore(new ChoiceList(favourable), new ChoiceList(unfavourable)),
        Base = BaseRule.Substantive,
        Unit = "%",
        Direction = Direction.HigherIsBetter,
        Decimals = 1,
    };
}
