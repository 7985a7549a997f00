using System.Text.Json;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Feeds;
using static SurveyCalc.Tests.Scenarios.SmallCity;

namespace SurveyCalc.Tests.Scenarios.Situations;

/// <summary>Situations 8, 9, 14, 21 to 27 and 30: what plans print, and what becomes of an actual.</summary>
public sealed class PlanSituations : IDisposable
{
    private const string Targets = "指標コード,年度,計画値,採用値,改定日,理由\r\n";

    private static readonly string[] First = [.. Rows(40, "1,1"), .. Rows(30, "2,2"), .. Rows(30, "3,2")];
    private static readonly string[] Second = [.. Rows(80, "1,1"), .. Rows(10, "2,2"), .. Rows(10, "3,2")];

    private readonly PlannerDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task S08_final_replaces_preliminary_and_a_difference_between_the_two_standings_says_so()
    {
        await using var city = await CreateAsync();
        await city.DefineAsync(Define([2020, 2021], SameSeries(2020), SameSeries(2021)));
        await city.ImportAsync(2020, First);
        await city.ImportAsync(2021, Second);
        await city.RecomputeAsync();
        await city.ReleaseAsync("A", 2020);
        var history = (await city.RevisionsAsync()).Where(a => a.Indicator == "A" && a.Wave.FiscalYear.FirstYear == 2020);
        Assert.Equal([(1, Status.Preliminary, 70.0m), (2, Status.Final, 70.0m)], history.Select(a => (a.Revision, a.Status, a.Figure!.Printed)));
        var rows = ActualFeed.Rows(await city.Store.GetActualsAsync(allRevisions: false, CancellationToken.None), DefinitionItems.ToSet(await city.Store.GetDefinitionsAsync(CancellationToken.None)));
        Assert.Equal("今回は速報、前回は確定の値です。", rows.Single(r => r.Indicator == "A" && r.Year == 2021).RevisionNote);
    }

    [Fact]
    public async Task S08_a_printed_pair_of_final_and_preliminary_keeps_year_and_standing_of_both()
    {
        var (exit, text, error, _) = await CommandRun.RunAsync("read-target", "42.7(R1確定値) 40.2(R2速報値)", "--unit", "%");
        Assert.True(exit == 0, error);
        foreach (var part in new[] { "\"number\": 42.7", "\"number\": 40.2", "\"year\": 2019", "\"year\": 2020", "\"status\": \"final\"", "\"status\": \"preliminary\"" }) Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task S09_the_verdict_is_against_the_version_in_force_and_both_versions_are_shown()
    {
        var text = await DefineAndImportAsync("A,R2,99,,,\r\nA,R2,40,,R3.4.1,実績に合わせた\r\n");
        var row = Assert.Single(await desk.ActualsAsync());
        Assert.Equal(("40", "2021-04-01"), (row.GetProperty("plan").GetString(), row.GetProperty("planRevisedOn").GetString()));
        var (exit, output, error) = await desk.RunAsync("targets", "-i", "A");
        Assert.True(exit == 0, error + text);
        Assert.Contains("99", output, StringComparison.Ordinal);
        Assert.Contains("40", output, StringComparison.Ordinal);
        Assert.Contains("実績に合わせた", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task S14_a_near_census_of_staff_uses_the_finite_population()
    {
        await desk.DefineAsync(("母集団.csv", "調査,年度,母集団数\r\n調査,R2,558\r\n"));
        var answers = "問1\r\n" + string.Concat(Enumerable.Repeat("1\r\n", 355)) + string.Concat(Enumerable.Repeat("3\r\n", 80));
        var (exit, output, error) = await desk.ImportAsync(answers);
        Assert.True(exit == 0, output + error);
        var row = Assert.Single(await desk.ActualsAsync());
        var half = (row.GetProperty("upper").GetDouble() - row.GetProperty("lower").GetDouble()) / 2;
        Assert.Equal((81.6m, 558L), (row.GetProperty("value").GetDecimal(), row.GetProperty("population").GetInt64()));
        Assert.InRange(half, 1.6, 1.9);
    }

    [Fact]
    public async Task S14_a_small_section_is_suppressed()
    {
        await desk.DefineAsync(
            ("符号表.csv", PlannerDesk.CodeBook + "調査,R2,所属,,属性,所属,1,総務,,,,,\r\n,,,,,,2,秘書,,,,,\r\n"), ("調査.csv", "調査,公表下限\r\n調査,10\r\n"));
        var (exit, output, error) = await desk.ImportAsync("問1,所属\r\n" + string.Concat(Enumerable.Repeat("1,1\r\n", 30)) + "3,2\r\n3,2\r\n");
        Assert.True(exit == 0, output + error);
        var secret = (await desk.ActualsAsync("-b", "所属")).Single(r => r.GetProperty("cell").GetString() == "秘書");
        Assert.Equal((true, JsonValueKind.Null, JsonValueKind.Null), (secret.GetProperty("isWithheld").GetBoolean(), secret.GetProperty("value").ValueKind, secret.GetProperty("numerator").ValueKind));
    }

    [Fact]
    public async Task S21_a_target_of_zero_where_lower_is_better_has_a_rate_from_the_baseline()
    {
        await DefineAndImportAsync("A,計画策定時,9.8,,,\r\nA,R2,0,,,\r\n", lower: true);
        var row = Assert.Single(await desk.ActualsAsync());
        Assert.Equal("missed", row.GetProperty("targetVerdict").GetString());
        Assert.Equal(JsonValueKind.Number, row.GetProperty("achievementRate").ValueKind);
    }

    [Fact]
    public async Task S21_without_a_baseline_the_rate_against_zero_is_not_defined()
    {
        await DefineAndImportAsync("A,R2,0,,,\r\n", lower: true);
        var row = Assert.Single(await desk.ActualsAsync());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("achievementRate").ValueKind);
        Assert.NotEqual("", row.GetProperty("noAchievementRateReason").GetString());
    }

    [Fact]
    public async Task S22_a_target_worse_than_its_baseline_is_warned_of_and_left_as_it_is()
    {
        var text = await DefineAndImportAsync("A,計画策定時,76.1,,,\r\nA,R2,68,,,\r\n");
        Assert.Contains("指標 A は「高いほど良い」ですが、令和2年度の計画値「68」が計画策定時の「76.1」より悪い値です。計画書のとおりならこのままで構いません。向きと値を確かめてください。[SC-D606]", text, StringComparison.Ordinal);
        Assert.Equal("68", Assert.Single(await desk.ActualsAsync()).GetProperty("plan").GetString());
    }

    [Fact]
    public async Task S23_a_rank_is_better_when_lower_and_has_no_rate()
    {
        await desk.DefineAsync(
            ("台帳.csv", "指標コード,指標名,単位,向き\r\nR,魅力度順位,位,低いほど良い\r\n"), ("入力実績.csv", "指標コード,年度,実績,状態,出典\r\nR,R2,197,確定,\r\n"),
            ("計画値.csv", Targets + "R,計画策定時,185,,,\r\nR,R2,180以内,,,\r\n"));
        using var json = JsonDocument.Parse((await desk.RunAsync("targets", "-i", "R", "--format", "json")).Out);
        var row = json.RootElement.EnumerateArray().Single(r => r.GetProperty("fiscalYear").GetString() == "令和2年度");
        Assert.Equal(("missed", "順位には達成率を定めません。"), (row.GetProperty("verdict").GetString(), row.GetProperty("noAchievementRateReason").GetString()));
    }

    [Fact]
    public async Task S24_a_copied_formula_is_no_rule_and_is_reported()
    {
        var read = await CommandRun.RunAsync("read-formula", "総収支比率(総収益/総費用)×100");
        Assert.Equal(1, read.Exit);
        Assert.Contains("集計の規則ではありません", read.Out + read.Error, StringComparison.Ordinal);
        var text = await desk.DefineAsync(("台帳.csv", "指標コード,指標名,単位,向き,算式\r\nA,満足の割合,%,高いほど良い,総収支比率(総収益/総費用)×100\r\n"));
        Assert.Contains("[SC-D911]", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task S25_a_relative_target_with_two_readings_asks_for_a_choice_and_is_not_judged()
    {
        var text = await DefineAndImportAsync("A,R2,10%向上/取組期間(基準)平成30年度：72%,,,\r\n");
        Assert.Contains("読み方が2通りあります(基準にポイントを足し引きするなら82%、基準に割合を掛けるなら79.2%)。決まるまで達成を判定しません。", text, StringComparison.Ordinal);
        Assert.Equal("notComparable", Assert.Single(await desk.ActualsAsync()).GetProperty("targetVerdict").GetString());
    }

    [Fact]
    public async Task S26_the_same_actual_of_two_indicators_is_noticed()
    {
        var indicators = PlannerDesk.Satisfied + "B,満足の割合その2,調査,問1,選択肢の割合,満足,無回答を除く,%,高いほど良い,1\r\n";
        await desk.DefineAsync(("指標.csv", indicators));
        Assert.Equal(0, (await desk.ImportAsync("問1\r\n1\r\n3\r\n")).Exit);
        var (exit, output, error) = await desk.RunAsync("indicators");
        Assert.True(exit == 0, error);
        Assert.Contains("気づき: 指標 A の令和2年度の実績 50.0% は、指標 B と同じ値です。", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task S27_a_year_before_in_which_nobody_answered_gives_no_difference()
    {
        await using var city = await CreateAsync();
        await city.DefineAsync(Define([2020, 2021], SameSeries(2020), SameSeries(2021)));
        await city.ImportAsync(2020, [.. Rows(5, "8,1")]);
        await city.ImportAsync(2021, Second);
        var actuals = (await city.RecomputeAsync()).Written.Where(a => a.Indicator == "A").ToList();
        Assert.Null(actuals[0].Figure);
        Assert.Equal("有効な回答がありません。", actuals[0].NoFigureReason);
        Assert.Equal((ChangeVerdict.NotComparable, null), (actuals[1].Change.Verdict, actuals[1].Change.OfPrinted));
        Assert.Contains("令和2年度", actuals[1].Change.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task S30_a_nightly_run_after_the_decision_writes_a_difference_report_and_no_value()
    {
        await using var city = await CreateAsync();
        await city.DefineAsync(Define([2020]));
        await city.ImportAsync(2020, First);
        await city.RecomputeAsync();
        await city.ReleaseAllAsync(2020);
        await city.ImportAsync(2020, Second);
        var night = await city.RecomputeAsync();
        Assert.Empty(night.Written);
        Assert.Equal((70.0m, 90.0m), (night.Reported[0].Confirmed, night.Reported[0].Recomputed.Figure!.Printed));
        Assert.Equal(70.0m, (await city.RevisionsAsync()).Last(a => a.Indicator == "A").Figure!.Printed);
    }

    /// <summary>Sixty satisfied of a hundred against these plan values.</summary>
    private async Task<string> DefineAndImportAsync(string targets, bool lower = false)
    {
        var indicators = lower ? PlannerDesk.Satisfied.Replace("高いほど良い", "低いほど良い", StringComparison.Ordinal) : PlannerDesk.Satisfied;
        var text = await desk.DefineAsync(("指標.csv", indicators), ("計画値.csv", Targets + targets));
        var (exit, output, error) = await desk.ImportAsync("問1\r\n" + string.Concat(Enumerable.Repeat("1\r\n", 60)) + string.Concat(Enumerable.Repeat("3\r\n", 40)));
        Assert.True(exit == 0, output + error);
        return text;
    }
}
