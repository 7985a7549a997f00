using System.Text.Json;

namespace SurveyCalc.Tests.Scenarios;

/// <summary><c>indicators</c> and <c>targets</c> on the shipped city.</summary>
public sealed class RegisterCommandTests : IDisposable
{
    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task The_register_shows_rule_baseline_latest_actual_and_oddities()
    {
        await DemoAsync();
        var (exit, text, error, _) = await CommandRun.RunAsync("indicators", "-i", "S1-5-2", "S4-3-3", "K12-6-1-1", "--data", run.Data);
        Assert.True(exit == 0, error);
        foreach (var line in new[]
        {
            "    施策1-5 スポーツを通じて、交流や活動が生まれるまちを目指します\n      S1-5-2 スポーツを身近に感じている人の割合(市民意識調査)\n",
            "算式(印刷のまま): そう思う・ややそう思うの合計数値\n",
            "計算のしかた: 市民意識調査 設問「実感_スポーツ」 選択肢の割合: そう思う、ややそう思う(分母 無回答を除く)\n",
            "気づき: 指標 S1-5-2 の令和2年度の実績 31.9% は、指標 S1-3-1 と同じ値です。",
            "計画策定時: 185\n        最新の実績: 令和2年度 197(入力、速報)\n",
            "(計画策定時 18.5%、令和元年度 18.5%、令和2年度 12.9%、",
        })
            Assert.Contains(line, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_entry_is_in_the_machine_readable_register()
    {
        await DemoAsync();
        var csv = (await CommandRun.RunAsync("indicators", "--data", run.Data, "--format", "csv")).Out;
        Assert.StartsWith("\uFEFF指標コード,計画,政策,施策,指標名,設定理由,算式,計算のしかた,単位,向き,所管,関連,", csv, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await CommandRun.RunAsync("indicators", "--plan", "第12次", "--data", run.Data, "--format", "json")).Out);
        Assert.Equal(9, json.RootElement.GetArrayLength());
        Assert.Equal("S6-1-1", json.RootElement.EnumerateArray().Single(e => e.GetProperty("indicator").GetString() == "K12-6-1-1").GetProperty("continues").GetString());
    }

    [Fact]
    public async Task Plan_values_show_meaning_verdict_and_rate()
    {
        await DemoAsync();
        using var json = JsonDocument.Parse((await CommandRun.RunAsync("targets", "--data", run.Data, "--format", "json")).Out);
        Assert.Equal(("0%以下", "missed", 15.3m, null), Of(json, "S1-6-1", "令和2年度"));
        Assert.Equal(("77%以上", "undecided", 98.1m, null), Of(json, "S6-5-1", "令和2年度"));
        Assert.Equal(("180位以内", "missed", null, "順位には達成率を定めません。"), Of(json, "S4-3-3", "令和2年度"));
        Assert.Equal(("小 88%以上、中 76%以上", "notComparable", null, "比べられる計画値がありません。"), Of(json, "S1-1-3", "令和2年度"));
        Assert.Equal(("82% か 79.2%(未決定)", "notComparable", null, "比べられる計画値がありません。"), Of(json, "AZ4-04", "令和2年度～令和6年度"));
        Assert.Equal(("67.7%以上", "noFigure", null, "実績がありません。"), Of(json, "K12-6-1-1", "令和9年度"));
    }

    [Fact]
    public async Task An_unknown_code_or_plan_is_told()
    {
        await DemoAsync();
        Assert.Equal((2, "指標コード「S9-9-9」は台帳にありません。indicators で確かめてください。\n"), Told(await CommandRun.RunAsync("targets", "-i", "S9-9-9", "--data", run.Data)));
        Assert.Equal((2, "計画「第99次」の指標は台帳にありません。indicators で計画の名前を確かめてください。\n"), Told(await CommandRun.RunAsync("indicators", "--plan", "第99次", "--data", run.Data)));
    }

    private static (int, string) Told((int Exit, string Out, string Error, byte[] Bytes) command) => (command.Exit, command.Error);

    private static (string? Meaning, string? Verdict, decimal? Rate, string? Reason) Of(JsonDocument json, string code, string year)
    {
        var row = json.RootElement.EnumerateArray().Single(r => r.GetProperty("indicator").GetString() == code && r.GetProperty("fiscalYear").GetString() == year);
        var rate = row.GetProperty("achievementRate");
        return (row.GetProperty("meaning").GetString(), row.GetProperty("verdict").GetString(),
            rate.ValueKind is JsonValueKind.Null ? null : rate.GetDecimal(), row.GetProperty("noAchievementRateReason").GetString());
    }

    private async Task DemoAsync()
    {
        var demo = await CommandRun.RunAsync("demo", "--data", run.Data);
        Assert.True(demo.Exit == 0, demo.Error);
    }
}
