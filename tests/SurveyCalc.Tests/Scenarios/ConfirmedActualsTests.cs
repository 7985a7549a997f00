using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Feeds;
using static SurveyCalc.Tests.Scenarios.SmallCity;

namespace SurveyCalc.Tests.Scenarios;

/// <summary>A value that was decided upon stays, whatever happens to its inputs, until two people correct it (速報・確定・訂正).</summary>
public sealed class ConfirmedActualsTests
{
    private static readonly string[] First = [.. Rows(40, "1,1"), .. Rows(30, "2,2"), .. Rows(30, "3,2")];
    private static readonly string[] Second = [.. Rows(80, "1,1"), .. Rows(10, "2,2"), .. Rows(10, "3,2")];
    private static readonly string[] Third = [.. Rows(50, "1,1"), .. Rows(10, "2,2"), .. Rows(40, "3,2")];

    [Fact]
    public async Task A_nightly_run_after_the_decision_changes_no_confirmed_value_and_reports_the_difference()
    {
        await using var city = await CreateAsync(First);
        await city.ReleaseAllAsync(2020);
        var decided = Json(await city.RevisionsAsync());
        await city.ImportAsync(2020, Second);
        var night = await city.RecomputeAsync();
        Assert.Empty(night.Written);
        Assert.Equal((3, 3), (night.Differing, night.Reported.Count));
        Assert.Equal((70.0m, 90.0m, "回答ファイル(2020.csv)"), (night.Reported[0].Confirmed, night.Reported[0].Recomputed.Figure!.Printed, night.Reported[0].Cause));
        var next = await city.RecomputeAsync();
        Assert.Equal((0, 3, 0), (next.Reported.Count, next.Differing, next.SnapshotsRead));
        Assert.Equal(decided, Json(await city.RevisionsAsync()));
    }

    [Fact]
    public async Task A_night_without_a_change_after_the_decision_writes_nothing()
    {
        await using var city = await CreateAsync(First);
        await city.ReleaseAllAsync(2020);
        var night = await city.RecomputeAsync();
        Assert.Equal((0, 0, 0, 0), (night.Written.Count, night.Differing, night.Reported.Count, night.SnapshotsRead));
    }

    [Fact]
    public async Task A_difference_that_prints_the_same_value_is_reported_too()
    {
        await using var city = await CreateAsync(First);
        await city.ReleaseAllAsync(2020);
        await city.ImportAsync(2020, [.. First.Concat(First)]);
        var report = (await city.RecomputeAsync()).Reported[0];
        Assert.Equal((70.0m, 70.0m, 200L), (report.Confirmed, report.Recomputed.Figure!.Printed, report.Recomputed.Figure.Denominator));
    }

    [Fact]
    public async Task Inputs_that_return_to_the_confirmed_ones_differ_no_longer()
    {
        await using var city = await CreateAsync(First);
        await city.ReleaseAllAsync(2020);
        await city.ImportAsync(2020, Second);
        await city.RecomputeAsync();
        await city.ImportAsync(2020, First);
        Assert.Equal(0, (await city.RecomputeAsync()).Differing);
        Assert.Empty((await new ProposeCorrection(city.Store, TimeProvider.System).PendingAsync(CancellationToken.None)).Differences);
        var refusal = await Assert.ThrowsAsync<OperatorException>(() => city.ProposeAsync("A", 2020));
        Assert.Contains("訂正するものがありません", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Final_replaces_preliminary_with_its_history()
    {
        await using var city = await CreateAsync(First);
        await city.ImportAsync(2020, Second);
        await city.RecomputeAsync();
        await city.ReleaseAsync("A", 2020, "企画課長");
        var history = (await city.RevisionsAsync()).Where(a => a.Indicator == "A").ToList();
        Assert.Equal(
            [
                (1, Status.Preliminary, 70.0m, "SurveyCalc", "初めての計算"),
                (2, Status.Preliminary, 90.0m, "SurveyCalc", "入力が変わったため再計算(回答ファイル(2020.csv))"),
                (3, Status.Final, 90.0m, "企画課長", "確定"),
            ],
            history.Select(a => (a.Revision, a.Status, a.Figure!.Printed, a.By, a.Why)));
        Assert.Equal(history[1].Fingerprint, history[2].Fingerprint);
        Assert.Equal(history[1].Provenance.ComputedAt, history[2].Provenance.ComputedAt);
        Assert.All(history, a => Assert.NotNull(a.RecordedAt));
    }

    [Fact]
    public async Task A_change_between_a_final_and_a_preliminary_value_says_so()
    {
        await using var city = await CreateAsync(First, 2020, 2021);
        await city.ImportAsync(2021, Second);
        await city.RecomputeAsync();
        Assert.Null(await NoteAsync(city));
        await city.ReleaseAllAsync(2020);
        Assert.Equal("今回は速報、前回は確定の値です。", await NoteAsync(city));
        await city.ReleaseAllAsync(2021);
        Assert.Null(await NoteAsync(city));
    }

    [Fact]
    public async Task A_change_against_answers_that_give_another_value_than_the_confirmed_one_says_so()
    {
        await using var city = await CreateAsync(First, 2020, 2021);
        await city.ReleaseAllAsync(2020);
        await city.ImportAsync(2020, Third);
        await city.ImportAsync(2021, Second);
        await city.RecomputeAsync();
        Assert.Equal(
            "前回差は、前回の回答から計算した値60.0との差です。令和2年度の確定の値70.0と異なります。今回は速報、前回は確定の値です。", await NoteAsync(city));
    }

    [Fact]
    public async Task What_was_computed_from_older_inputs_is_not_released()
    {
        await using var city = await CreateAsync(First);
        await city.ImportAsync(2020, Second);
        foreach (var release in (Func<Task>[])[() => city.ReleaseAsync("A", 2020), () => city.ReleaseAllAsync(2020)])
        {
            var refusal = await Assert.ThrowsAsync<OperatorException>(release);
            Assert.Contains("A 調査 令和2年度", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("recompute を実行し、新しい値を確かめてから、もう一度 release してください", refusal.Message, StringComparison.Ordinal);
        }

        Assert.All(await city.RevisionsAsync(), a => Assert.Equal(Status.Preliminary, a.Status));
    }

    [Fact]
    public async Task A_correction_needs_a_second_person_and_appears_in_the_errata()
    {
        await using var city = await DifferingAsync();
        await city.ProposeAsync("A", 2020, "山田 太郎");
        var refusal = await Assert.ThrowsAsync<OperatorException>(() => city.ReleaseAsync("A", 2020, "山田　太郎"));
        Assert.StartsWith("訂正案は山田 太郎さんが出したものです。訂正の確定には別の人の承認がいります。", refusal.Message, StringComparison.Ordinal);
        var corrected = await city.ReleaseAsync("A", 2020, "鈴木 花子");
        Assert.Equal(
            (3, Status.Corrected, 90.0m, "山田 太郎", "鈴木 花子", "回答票の入力漏れ"),
            (corrected.Revision, corrected.Status, corrected.Figure!.Printed, corrected.By, corrected.ApprovedBy, corrected.Why));
        var line = Assert.Single(Errata.Of(await city.RevisionsAsync(), await DefinitionsAsync(city)));
        Assert.Equal(
            ("A", 70.0m, 90.0m, "回答ファイル(2020.csv)", "回答票の入力漏れ", "山田 太郎", "鈴木 花子"),
            (line.Indicator, line.Wrong, line.Right, line.Cause, line.Reason, line.ProposedBy, line.ApprovedBy));
        Assert.Equal(2, (await city.RecomputeAsync()).Differing);
    }

    [Theory]
    [InlineData("yamada", "ＹＡＭＡＤＡ")]
    [InlineData("山田太郎", " 山田　太郎 ")]
    [InlineData("山田太郎", "山田\u200B太郎")]
    [InlineData("渡邉", "渡邉\U000E0101")]
    public async Task Another_spelling_of_the_same_name_is_no_second_person(string proposer, string approver)
    {
        await using var city = await DifferingAsync();
        await city.ProposeAsync("A", 2020, proposer);
        await Assert.ThrowsAsync<OperatorException>(() => city.ReleaseAsync("A", 2020, approver));
    }

    [Fact]
    public async Task In_a_one_person_office_the_same_person_may_approve_and_the_revision_says_so()
    {
        await using var city = await DifferingAsync();
        await city.ProposeAsync("A", 2020, "山田");
        var corrected = await city.ReleaseAsync("A", 2020, "山田", isOnePersonOffice: true);
        Assert.Equal("回答票の入力漏れ(一人の職場の設定により、提案者本人が承認)", corrected.Why);
        Assert.Equal(("山田", "山田"), (corrected.By, corrected.ApprovedBy));
    }

    [Fact]
    public async Task A_proposal_whose_inputs_changed_again_is_refused_with_the_remedy()
    {
        await using var city = await DifferingAsync();
        await city.ProposeAsync("A", 2020);
        await city.ImportAsync(2020, Third);
        var refusal = await Assert.ThrowsAsync<OperatorException>(() => city.ReleaseAsync("A", 2020, "承認者"));
        Assert.Equal(
            "A 調査 令和2年度: 訂正案(提案者、理由: 回答票の入力漏れ)の後に入力がまた変わったため、承認できません。recompute で差異を確かめ、correct で訂正案を出し直してください。何も変えていません。",
            refusal.Message);
        await city.ProposeAsync("A", 2020, reason: "再点検");
        Assert.Equal((60.0m, "再点検"), (await city.ReleaseAsync("A", 2020, "承認者")) is var a ? (a.Figure!.Printed, a.Why) : default);
    }

    [Fact]
    public async Task A_new_proposal_replaces_the_pending_one()
    {
        await using var city = await DifferingAsync();
        await city.ProposeAsync("A", 2020, "山田", "一回目");
        await city.ProposeAsync("A", 2020, "鈴木", "二回目");
        var pending = await new ProposeCorrection(city.Store, TimeProvider.System).PendingAsync(CancellationToken.None);
        Assert.Equal(("鈴木", "二回目"), pending.Proposals.Select(p => (p.By, p.Reason)).Single());
        Assert.Equal(("鈴木", "二回目"), await city.ReleaseAsync("A", 2020, "山田") is var a ? (a.By, a.Why) : default);
        Assert.Empty((await new ProposeCorrection(city.Store, TimeProvider.System).PendingAsync(CancellationToken.None)).Proposals);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 　")]
    public async Task A_correction_without_a_reason_is_refused(string reason)
    {
        await using var city = await DifferingAsync();
        var refusal = await Assert.ThrowsAsync<OperatorException>(() => city.ProposeAsync("A", 2020, reason: reason));
        Assert.Equal("訂正の理由がありません。--reason に、確定値のどこがなぜ誤りかを書いてください。", refusal.Message);
    }

    [Fact]
    public async Task A_preliminary_actual_is_not_corrected()
    {
        await using var city = await CreateAsync(First);
        await city.ImportAsync(2020, Second);
        var refusal = await Assert.ThrowsAsync<OperatorException>(() => city.ProposeAsync("A", 2020));
        Assert.StartsWith("A 調査 令和2年度はまだ速報です(第1版)。", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_is_not_released_twice()
    {
        await using var city = await DifferingAsync();
        await city.ProposeAsync("A", 2020);
        await city.ReleaseAsync("A", 2020, "承認者");
        var refusal = await Assert.ThrowsAsync<OperatorException>(() => city.ReleaseAsync("A", 2020, "承認者"));
        Assert.Equal("A 調査 令和2年度はすでに訂正しています(第3版)。何も変えていません。", refusal.Message);
    }

    [Fact]
    public async Task Every_changed_input_is_named_as_the_cause()
    {
        await using var city = await CreateAsync(First);
        await city.ReleaseAllAsync(2020);
        await city.DefineAsync(Define([2020], ("A,2020,60", "A,2020,65")));
        Assert.Equal("計画値", (await city.RecomputeAsync()).Reported.Single().Cause);
        await city.DefineAsync(Define([2020], ("A,満足の割合,,,調査,問1,選択肢の割合,満足、普通", "A,満足の割合,,,調査,問1,選択肢の割合,満足")));
        Assert.Equal("指標の定義(算式など)", (await city.RecomputeAsync()).Reported.Single().Cause);
        await city.DefineAsync(Define([2020], ("わからない,わからない", "わからない,無回答")));
        await city.ImportAsync(2020, First);
        Assert.Equal(["符号表", "符号表", "符号表"], (await city.RecomputeAsync()).Reported.Select(d => d.Cause));
    }

    private static async Task<SmallCity> CreateAsync(string[] rows, params int[] years)
    {
        var city = await SmallCity.CreateAsync();
        int[] waves = years.Length == 0 ? [2020] : years;
        await city.DefineAsync(Define(waves, waves.Length > 1 ? [.. waves.Select(SameSeries)] : []));
        await city.ImportAsync(2020, rows);
        await city.RecomputeAsync();
        return city;
    }

    /// <summary>Confirmed at 70.0 while the inputs now give 90.0.</summary>
    private static async Task<SmallCity> DifferingAsync()
    {
        var city = await CreateAsync(First);
        await city.ReleaseAllAsync(2020);
        await city.ImportAsync(2020, Second);
        await city.RecomputeAsync();
        return city;
    }

    private static async Task<DefinitionSet> DefinitionsAsync(SmallCity city) =>
        DefinitionItems.ToSet(await city.Store.GetDefinitionsAsync(CancellationToken.None));

    private static async Task<string?> NoteAsync(SmallCity city) =>
        ActualFeed.Rows(await city.Store.GetActualsAsync(allRevisions: false, CancellationToken.None), await DefinitionsAsync(city))
            .Single(r => r.Indicator == "A" && r.Year == 2021).RevisionNote;

    private static IEnumerable<string> Json(IEnumerable<Actual> actuals) => actuals.Select(CanonicalJson.Write);
}
