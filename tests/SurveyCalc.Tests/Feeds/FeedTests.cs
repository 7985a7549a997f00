using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Tests.Contracts;

namespace SurveyCalc.Tests.Feeds;

/// <summary>What leaves the house: suppression, 参考値 and the adjustment for many comparisons.</summary>
public sealed class FeedTests
{
    private static readonly WaveKey Wave = new("調査", new FiscalYear(2021));

    [Fact]
    public void Errata_and_register_follow_the_version_of_the_rule()
    {
        var old = Definitions.Sample.Indicator(new AggregationRule.CountedChoices(new ChoiceList("満足")), BaseRule.Answered) with { Code = "I1", Unit = "%" };
        var young = old with { Rule = new AggregationRule.CountedChoices(new ChoiceList("満足|やや満足")), ValidFrom = new FiscalYear(2020), Unit = "ポイント" };
        var definitions = new DefinitionSet { Indicators = [old, young], Register = [RegisterEntry.Of(young)] };
        var final = StoreSamples.Actual("I1", StoreSamples.Wave()) with { Revision = 2, Status = Status.Final };
        var erratum = Assert.Single(Errata.Of([final, final with { Revision = 3, Status = Status.Corrected, Fingerprint = "f2" }], definitions));
        Assert.Equal("ポイント", erratum.Unit);
        Assert.Contains("満足|やや満足", RegisterFeed.Rows(definitions, [], new DateOnly(2026, 4, 1)).Single().Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_a_period_and_one_of_its_last_year_are_each_in_force_and_compared()
    {
        var entry = new RegisterEntry { Code = "E", Name = "参加者", Unit = "人", Direction = Direction.HigherIsBetter };
        var definitions = new DefinitionSet
        {
            Register = [entry],
            Targets = [new Target("E", new FiscalYear(2021), "70", 70), new Target("E", new FiscalYear(2021), "90/取組期間", 90) { From = new FiscalYear(2019) }],
            EnteredActuals = [new EnteredActual("E", new FiscalYear(2021), "80", Status.Final, "")],
        };
        var rows = TargetFeed.Rows(definitions, [], new DateOnly(2026, 4, 1));
        Assert.Equal(
            [("70", true, TargetVerdict.Achieved), ("90/取組期間", true, TargetVerdict.Missed)],
            rows.Select(r => (r.Text, r.IsInForce, r.Verdict!.Value)));
    }

    [Fact]
    public void A_single_small_cell_takes_the_next_smallest_with_it()
    {
        var rows = Rows(10, Of("", "全体", 100), Of("地区", "東", 4), Of("地区", "西", 30), Of("地区", "南", 66));
        Assert.Equal([true, false, false, true], rows.Select(r => r.Value is not null));
        Assert.Equal("回答者が公表下限(10人)より少ないため公表しません。", rows[1].NoValueReason);
        Assert.Equal(SuppressionGate.Derivable, rows[2].NoValueReason);
        Assert.Null(rows[2].NoAnswer);
        Assert.Null(rows[2].PValue);
    }

    [Fact]
    public void Two_small_cells_hide_each_other_only_when_together_they_are_large_enough()
    {
        Assert.Equal([false, false, true], Rows(10, Of("地区", "東", 6), Of("地区", "西", 7), Of("地区", "南", 66)).Select(r => r.Value is not null));
        Assert.Equal([false, false, false, true], Rows(10, Of("地区", "東", 3), Of("地区", "西", 4), Of("地区", "南", 20), Of("地区", "北", 66)).Select(r => r.Value is not null));
    }

    [Fact]
    public void A_crossed_cell_cannot_be_derived_along_either_way()
    {
        var rows = Rows(10,
            Of("性別×年代", "男×若", 3), Of("性別×年代", "男×中", 20), Of("性別×年代", "男×老", 30),
            Of("性別×年代", "女×若", 40), Of("性別×年代", "女×中", 25), Of("性別×年代", "女×老", 60));
        var shown = rows.Where(r => r.Value is not null).Select(r => r.Cell).ToList();
        foreach (var line in new[] { "男", "女", "若", "中", "老" })
            Assert.NotEqual(1, rows.Count(r => r.Value is null && r.Cell.Split('×').Contains(line)));
        Assert.Equal(["男×老", "女×老"], shown);
    }

    [Fact]
    public void A_withheld_cell_is_not_added_up_from_its_crossed_parts()
    {
        var rows = Rows(10,
            Of("性別", "男", 50), Of("性別", "女", 40), Of("性別", "他", 4),
            Of("性別×年代", "男×若", 20), Of("性別×年代", "男×老", 30), Of("性別×年代", "女×若", 18), Of("性別×年代", "女×老", 22));
        Assert.Null(rows.Single(r => r.Cell == "女").Value);
        Assert.Null(rows.Single(r => r.Cell == "女×若").Value);
        Assert.Null(rows.Single(r => r.Cell == "女×老").Value);
    }

    [Fact]
    public void A_small_base_is_not_derived_from_another_base_of_the_same_question_and_its_number_of_no_answers()
    {
        var indicators = new (string Code, string Question, bool IncludesNoAnswer)[] { ("A", "問1", false), ("B", "問1", true), ("C", "問2", true) }
            .Select(i => new Indicator
            {
                Code = i.Code,
                Name = i.Code,
                Survey = "調査",
                Question = i.Question,
                Rule = new AggregationRule.CountedChoices(new ChoiceList("満足")),
                Base = i.IncludesNoAnswer ? BaseRule.Everybody : BaseRule.Answered,
                Unit = "%",
                Direction = Direction.HigherIsBetter,
                Decimals = 1,
            }).ToList();
        var definitions = new DefinitionSet { Surveys = [new SurveySettings { Survey = "調査", MinimumBase = 10 }], Indicators = indicators };
        var rows = ActualFeed.Rows([Of("", "全体", 9) with { Indicator = "A" }, Of("", "全体", 12) with { Indicator = "B" }, Of("", "全体", 12) with { Indicator = "C" }], definitions);
        Assert.Equal(["回答者が公表下限(10人)より少ないため公表しません。", SuppressionGate.Derivable, null], rows.Select(r => r.NoValueReason));
        Assert.Equal([null, null, 12L], rows.Select(r => r.Denominator));
    }

    [Fact]
    public void Without_a_limit_nothing_is_withheld_and_small_bases_are_marked()
    {
        var rows = Rows(0, Of("", "全体", 100), Of("地区", "東", 29), Of("地区", "西", 30));
        Assert.All(rows, r => Assert.NotNull(r.Value));
        Assert.Equal([false, true, false], rows.Select(r => r.IsReference!.Value));
        Assert.Contains("参考値", rows[1].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_against_a_withheld_figure_is_withheld()
    {
        var earlier = Of("", "全体", 5) with { Wave = Wave with { FiscalYear = new FiscalYear(2020) } };
        var rows = Rows(10, earlier, Of("", "全体", 500));
        Assert.NotNull(rows[1].Value);
        Assert.Equal((ChangeVerdict.NotComparable, null, SuppressionGate.EarlierWithheld), (rows[1].ChangeVerdict, rows[1].ChangeExact, rows[1].ChangeReason));
    }

    [Fact]
    public void P_values_are_adjusted_over_everybody_of_the_survey_and_year()
    {
        double[] values = [0.01, 0.02, 0.04, 0.6];
        var actuals = values.Select((p, i) => Changed(Of("", "全体", 500) with { Indicator = $"I{i}" }, p, p < 0.05)).ToList();
        actuals.Add(Changed(Of("地区", "東", 100), 0.0001, true));
        actuals.Add(Changed(Of("", "全体", 500) with { Wave = Wave with { Survey = "別の調査" } }, 0.04, true));
        var rows = Rows(0, [.. actuals]);
        double[] adjusted = [0.04, 0.04, 0.04 * 4 / 3, 0.6];
        for (var i = 0; i < adjusted.Length; i++) Assert.Equal(adjusted[i], rows[i].AdjustedPValue!.Value, 1e-12);
        Assert.Equal([ChangeVerdict.Rose, ChangeVerdict.Rose, ChangeVerdict.NotShown, ChangeVerdict.NotShown], rows.Take(4).Select(r => r.AdjustedVerdict!.Value));
        Assert.Equal(ChangeVerdict.Rose, rows[2].ChangeVerdict);
        Assert.Contains("多重比較の補正後", rows[2].Sentence, StringComparison.Ordinal);
        Assert.Null(rows[4].AdjustedPValue);
        Assert.Equal(0.04, rows[5].AdjustedPValue);
    }

    [Fact]
    public void New_columns_of_the_csv_stand_behind_those_that_readers_know()
    {
        var lines = ActualCsv.Write(Rows(0, Of("", "全体", 100))).Split("\r\n");
        Assert.Contains("p値(多重比較の補正後),前回差の判定(多重比較の補正後),判定に必要な回答者数,説明", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_withheld_figure_is_not_given_away_by_its_achievement_rate()
    {
        var actual = Of("", "全体", 20) with { Achievement = new Achievement { Rate = 98.1m } };
        Assert.Equal(98.1m, Rows(0, actual).Single().AchievementRate);
        var row = Rows(30, actual).Single();
        Assert.Equal((null, "回答者が公表下限(30人)より少ないため公表しません。"), (row.AchievementRate, row.NoAchievementRateReason));
    }

    private static IReadOnlyList<ActualRow> Rows(int limit, params Actual[] actuals) => ActualFeed.Rows(
        actuals, new DefinitionSet { Surveys = [new SurveySettings { Survey = "調査", MinimumBase = limit }] });

    private static Actual Of(string breakdown, string label, long respondents)
    {
        var one = StoreSamples.Actual("A", Wave);
        return one with
        {
            Cell = new BreakdownCell(breakdown, label),
            Figure = one.Figure! with { Numerator = respondents / 2, Denominator = respondents, Lower = 50 },
            Change = one.Change with { Against = new FiscalYear(2020), Skipped = [] },
        };
    }

    private static Actual Changed(Actual actual, double p, bool rose) => actual with
    {
        Change = actual.Change with
        {
            Verdict = rose ? ChangeVerdict.Rose : ChangeVerdict.NotShown,
            OfPrinted = 2.0m,
            OfExact = 2.0m,
            Difference = 2,
            Lower = rose ? 0.1 : -1,
            Upper = 4,
            PValue = p,
        },
    };
}
