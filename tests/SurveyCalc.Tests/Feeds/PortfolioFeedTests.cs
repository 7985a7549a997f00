using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Feeds;

namespace SurveyCalc.Tests.Feeds;

/// <summary>Pairs of importance and satisfaction against the means of all pairs.</summary>
public sealed class PortfolioFeedTests
{
    [Fact]
    public void Every_quadrant_is_named_when_both_intervals_lie_on_one_side()
    {
        var rows = Place((30, 80), (70, 80), (70, 20), (30, 20));
        Assert.Equal(["重点改善", "重点維持", "維持", "改善"], rows.Select(r => r.Quadrant.InJapanese()));
        Assert.All(rows, r => Assert.Null(r.Reason));
        Assert.All(rows, r => Assert.Equal((50, 50), (r.SatisfactionMean, r.ImportanceMean)));
        Assert.Equal([50m, 10m, -50m, -10m], rows.Select(r => r.Gap!.Value));
    }

    [Fact]
    public void An_interval_that_contains_the_mean_decides_nothing()
    {
        var rows = Place((30, 80), (48, 52), (72, 30));
        Assert.Equal(PortfolioQuadrant.ImproveFirst, rows[0].Quadrant);
        Assert.Equal(("判定できない", "満足度の信頼区間が、組の平均(50.0%)を含みます。重要度の信頼区間が、組の平均(54.0%)を含みます。"), (rows[1].Quadrant.InJapanese(), rows[1].Reason));
    }

    [Fact]
    public void A_bound_on_the_mean_is_not_beyond_it()
    {
        var rows = Place((45, 90), (55, 10));
        Assert.Equal("満足度の信頼区間が、組の平均(50.0%)を含みます。", rows[0].Reason);
    }

    [Fact]
    public void A_withheld_figure_is_in_no_mean_and_its_pair_has_a_reason()
    {
        var figures = Rows((30, 80), (70, 20), (90, 90));
        figures[4] = figures[4] with { Value = null, Exact = null, Lower = null, Upper = null, NoValueReason = "回答者が公表下限(10人)より少ないため公表しません。" };
        var rows = PortfolioFeed.Rows(figures, Pairs(3));
        Assert.Equal((50, 50), (rows[0].SatisfactionMean, rows[0].ImportanceMean));
        Assert.Equal("満足度の値がありません(回答者が公表下限(10人)より少ないため公表しません)。", rows[2].Reason);
        Assert.Equal((PortfolioQuadrant.Undecided, null, null, null), (rows[2].Quadrant, rows[2].Gap, rows[2].SatisfactionMean, rows[2].IsReference));
    }

    [Fact]
    public void A_year_without_the_importance_says_so()
    {
        var rows = PortfolioFeed.Rows([Rows((30, 80))[0]], Pairs(1));
        Assert.Equal("この年度の重要度の実績がありません。", Assert.Single(rows).Reason);
    }

    [Fact]
    public void A_single_pair_has_nothing_to_be_compared_with() =>
        Assert.Equal("比べる組がほかにないため、平均と比べられません。", Assert.Single(Place((30, 80))).Reason);

    [Fact]
    public void A_figure_without_an_interval_is_undecided()
    {
        var figures = Rows((30, 80), (70, 20));
        figures[0] = figures[0] with { Lower = null, Upper = null };
        Assert.Equal("満足度の信頼区間を計算できません。", PortfolioFeed.Rows(figures, Pairs(2))[0].Reason);
    }

    [Fact]
    public void Units_are_never_averaged_together()
    {
        var figures = Rows((30, 80), (70, 20), (1, 2), (2, 1)).Select((r, i) => i < 4 ? r : r with { Unit = "点" }).ToList();
        var rows = PortfolioFeed.Rows(figures, Pairs(4));
        Assert.Equal([50d, 50d, 1.5, 1.5], rows.Select(r => r.SatisfactionMean!.Value));
    }

    [Fact]
    public void The_csv_keeps_the_numbers_apart()
    {
        var lines = PortfolioCsv.Write(Place((30, 80), (70, 20))).Split("\r\n");
        Assert.StartsWith("調査,年度,年度(西暦),満足度の指標,満足度の指標名,重要度の指標,重要度の指標名,単位,満足度,満足度の下限,満足度の上限,満足度のn,重要度,", lines[0], StringComparison.Ordinal);
        Assert.Equal("調査,令和2年度,2020,S0,S0の名前,I0,I0の名前,%,30.0,25,35,400,80.0,75,85,400,0.95,50.0,50,50,重点改善,,", lines[1]);
    }

    private static IReadOnlyList<PortfolioRow> Place(params (int Satisfaction, int Importance)[] pairs) => PortfolioFeed.Rows(Rows(pairs), Pairs(pairs.Length));

    private static List<ActualRow> Rows(params (int Satisfaction, int Importance)[] pairs) =>
        [.. pairs.SelectMany((p, i) => new[] { Row($"S{i}", p.Satisfaction), Row($"I{i}", p.Importance) })];

    private static DefinitionSet Pairs(int count) => new()
    {
        Indicators = [.. Enumerable.Range(0, count).SelectMany(i => new[] { Indicator($"S{i}", $"I{i}"), Indicator($"I{i}", null) })],
    };

    private static Indicator Indicator(string code, string? importance) =>
        Definitions.Sample.Indicator(Definitions.Sample.Counting("1"), BaseRule.Answered) with { Code = code, Name = code + "の名前", ImportanceIndicator = importance };

    private static ActualRow Row(string code, int value) => new()
    {
        Indicator = code,
        Name = code + "の名前",
        Survey = "調査",
        FiscalYear = "令和2年度",
        Year = 2020,
        Cell = "全体",
        Unit = "%",
        Value = value + 0.0m,
        Exact = value,
        Denominator = 400,
        Level = 0.95,
        Lower = value - 5,
        Upper = value + 5,
        IsReference = false,
        ChangeVerdict = ChangeVerdict.NoEarlierWave,
        TargetVerdict = TargetVerdict.NoTarget,
        Revision = 1,
        Status = Status.Preliminary,
        FileName = "",
        FileSha256 = "",
        CodeBookHash = "",
        IndicatorHash = "",
        EngineVersion = "",
        Fingerprint = "",
        ComputedAt = default,
    };
}
