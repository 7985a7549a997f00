using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace SurveyCalc.Tests.Scenarios;

/// <summary>From 速報 to 確定 to 訂正 as two people at a command line do it.</summary>
public sealed class RevisionCommandTests : IDisposable
{
    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Preliminary_becomes_final_and_then_corrected_by_two_people_and_the_errata_say_so()
    {
        await ImportAsync(droppedRows: 0);
        var release = await OkAsync("release", "S6-5-2", "R2", "--by", "企画課長", "--reason", "庁議で決定");
        Assert.Contains("令和2年度: 76.4% を確定しました(第2版、確定者 企画課長、理由 庁議で決定)。", release, StringComparison.Ordinal);
        Assert.DoesNotContain("正誤表", release, StringComparison.Ordinal);

        var import = await ImportAsync(droppedRows: 60);
        Assert.Contains("実績2件のうち1件を計算し、書きました(新規0件、改訂1件)。すべて速報です。", import, StringComparison.Ordinal);
        Assert.Contains("確定・訂正済みの実績のうち1件は、今の入力で計算した値が確定した時と異なります。値は変えていません(差異報告 1件、うち新しいもの1件。correct で一覧)。", import, StringComparison.Ordinal);
        Assert.Contains("確定・訂正済みの実績のうち1件は", await OkAsync("recompute"), StringComparison.Ordinal);
        var value = (await RowAsync())[^1].GetProperty("value").GetDecimal();
        Assert.Equal(76.4m, value);

        var list = await OkAsync("correct");
        Assert.Contains("差異報告(確定した値と、今の入力で計算した値)", list, StringComparison.Ordinal);
        Assert.Contains("職員意識調査 令和2年度", list, StringComparison.Ordinal);
        Assert.Contains("承認を待つ訂正案はありません。", list, StringComparison.Ordinal);
        Assert.Contains("の訂正案を出しました(提案者 山田、理由 入力漏れ、変わった入力 回答ファイル(職員意識調査_令和2年度.csv))。", await OkAsync("correct", "S6-5-2", "R2", "--reason", "入力漏れ", "--by", "山田"), StringComparison.Ordinal);
        Assert.Contains("承認を待つ訂正案\n", await OkAsync("correct"), StringComparison.Ordinal);

        var same = await RunAsync("release", "S6-5-2", "R2", "--by", "山田");
        Assert.Equal(2, same.Exit);
        Assert.Contains("別の人の承認がいります。", same.Error, StringComparison.Ordinal);
        var corrected = await OkAsync("release", "S6-5-2", "R2", "--by", "鈴木");
        Assert.Contains("を訂正しました(第3版、提案者 山田、承認者 鈴木、理由 入力漏れ)。\n正誤表\n", corrected, StringComparison.Ordinal);

        var erratum = Assert.Single(JsonDocument.Parse(await OkAsync("errata", "--format", "json")).RootElement.EnumerateArray());
        var latest = (await RowAsync())[^1];
        Assert.Equal((76.4m, latest.GetProperty("value").GetDecimal()), (erratum.GetProperty("wrong").GetDecimal(), erratum.GetProperty("right").GetDecimal()));
        Assert.NotEqual(76.4m, latest.GetProperty("value").GetDecimal());
        var csv = (await OkAsync("errata", "--format", "csv")).Split("\r\n");
        Assert.Equal("\uFEFF指標コード,指標名,調査,年度,年度(西暦),単位,改訂,誤,誤の値がない理由,正,正の値がない理由,原因,訂正の理由,提案者,承認者,訂正日時", csv[0]);
        Assert.StartsWith("S6-5-2,", csv[1], StringComparison.Ordinal);
        Assert.Contains(",3,76.4,,", csv[1], StringComparison.Ordinal);
        Assert.Empty(JsonDocument.Parse(await OkAsync("errata", "-y", "R1", "--format", "json")).RootElement.EnumerateArray());
    }

    [Fact]
    public async Task The_history_says_who_made_each_revision_and_why()
    {
        await ImportAsync(droppedRows: 0);
        await OkAsync("release", "--survey", "職員意識調査", "--year", "R2", "--by", "企画課長");
        Assert.Contains("速報の実績はありません。", await OkAsync("release", "--survey", "職員意識調査", "--year", "R2"), StringComparison.Ordinal);
        var rows = await RowAsync("--all-revisions");
        Assert.Equal(
            [("preliminary", "SurveyCalc", "初めての計算"), ("final", "企画課長", "確定")],
            rows.Select(r => (r.GetProperty("status").GetString(), r.GetProperty("by").GetString(), r.GetProperty("why").GetString())));
        var table = await OkAsync("actuals", "--all-revisions");
        Assert.Contains("第1版 SurveyCalc: 初めての計算", table, StringComparison.Ordinal);
        Assert.Contains("第2版 企画課長: 確定", table, StringComparison.Ordinal);
        var csv = (await OkAsync("actuals", "--all-revisions", "--format", "csv")).Split("\r\n");
        Assert.Contains(",改訂者,承認者,改訂の理由,改訂日時,前回差の注", csv[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_person_may_do_both_where_the_installation_says_so()
    {
        await ImportAsync(droppedRows: 0);
        await OkAsync("release", "S6-5-2", "R2", "--by", "山田");
        await ImportAsync(droppedRows: 60);
        await OkAsync("correct", "S6-5-2", "R2", "--reason", "入力漏れ", "--by", "山田");
        Environment.SetEnvironmentVariable("SURVEYCALC_OnePersonOffice", "true");
        try
        {
            Assert.Contains("理由 入力漏れ(一人の職場の設定により、提案者本人が承認))。", await OkAsync("release", "S6-5-2", "R2", "--by", "山田"), StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("SURVEYCALC_OnePersonOffice", null);
        }
    }

    [Fact]
    public async Task Verify_prints_counts_and_a_hash_that_it_takes_back()
    {
        await ImportAsync(droppedRows: 0);
        var text = await OkAsync("verify");
        Assert.Contains("検証した記録: 改訂 2件、", text, StringComparison.Ordinal);
        Assert.Contains("、取込 1件、差異報告 0件、訂正案 0件\n", text, StringComparison.Ordinal);
        var hash = text.Split('\n').Single(l => l.StartsWith("鎖のハッシュ値(2番目): ", StringComparison.Ordinal))[^64..];
        Assert.Contains("控えのハッシュ値まで、すべて書き込んだ時のままです。", await OkAsync("verify", "--expect", hash), StringComparison.Ordinal);
        var other = await RunAsync("verify", "--expect", new string('a', 64));
        Assert.Equal(1, other.Exit);
        Assert.Contains("書き込んだ時と異なる箇所が1件あります。\n改訂の鎖: 控えのハッシュ値 aaaa", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_exits_with_1_when_a_guard_of_the_database_was_removed()
    {
        await ImportAsync(droppedRows: 0);
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(run.Data, "surveycalc.db")};Pooling=False"))
            connection.Execute("drop trigger actual_no_update");
        var (exit, _, error, _) = await RunAsync("verify");
        Assert.Equal(1, exit);
        Assert.Contains("の構造が SurveyCalc によらずに変更されています(trigger actual_no_update)。", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_makes_no_database_where_there_is_none()
    {
        var (exit, _, error, _) = await RunAsync("verify");
        Assert.Equal(2, exit);
        Assert.Contains("がありません。", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(run.Data));
    }

    [Theory]
    [InlineData("何を確定するか分かりません。", "release")]
    [InlineData("何を確定するか分かりません。", "release", "--survey", "職員意識調査")]
    [InlineData("指標「S6-5-2」のどの年度か分かりません。", "release", "S6-5-2")]
    [InlineData("指標「S9」の実績はありません。", "release", "S9", "R2")]
    [InlineData("指標「S6-5-2」に平成30年度の実績はありません。実績のある年度: 令和2年度。", "release", "S6-5-2", "H30")]
    [InlineData("「職員意識調査 平成30年度」の実績はありません。", "release", "--survey", "職員意識調査", "--year", "H30")]
    [InlineData("誰が行うかが分かりません。", "release", "S6-5-2", "R2", "--by", " ")]
    [InlineData("訂正の理由がありません。", "correct", "S6-5-2", "R2")]
    [InlineData("はまだ速報です(第1版)。", "correct", "S6-5-2", "R2", "--reason", "誤り")]
    public async Task What_cannot_be_released_or_corrected_is_refused_with_its_message(string message, params string[] args)
    {
        await ImportAsync(droppedRows: 0);
        var (exit, _, error, _) = await RunAsync(args);
        Assert.Equal(2, exit);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    private async Task<string> ImportAsync(int droppedRows)
    {
        Assert.Equal(0, (await RunAsync("define", CommandRun.Demo)).Exit);
        var lines = await File.ReadAllLinesAsync(Path.Combine(CommandRun.Demo, "職員意識調査_令和2年度.csv"));
        return await OkAsync("import", run.Write("職員意識調査_令和2年度.csv", string.Join("\r\n", lines.SkipLast(droppedRows)) + "\r\n"));
    }

    private async Task<List<JsonElement>> RowAsync(params string[] more) =>
        [.. JsonDocument.Parse(await OkAsync(["actuals", "-i", "S6-5-2", "--format", "json", .. more])).RootElement.EnumerateArray()];

    private async Task<string> OkAsync(params string[] args)
    {
        var (exit, text, error, _) = await RunAsync(args);
        Assert.True(exit == 0, error);
        return text;
    }

    private Task<(int Exit, string Out, string Error, byte[] Bytes)> RunAsync(params string[] args) =>
        CommandRun.RunAsync([.. args, "--data", run.Data]);
}
