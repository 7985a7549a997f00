using System.Text.Json;

namespace SurveyCalc.Tests.Scenarios;

public sealed class PortfolioCommandTests : IDisposable
{
    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Pairs_are_shown_with_intervals_gap_and_place()
    {
        await ImportAsync(pairs: true);
        var (exit, text, error, _) = await CommandRun.RunAsync("portfolio", "--survey", "市民調査", "--year", "R2", "--data", run.Data);
        Assert.True(exit == 0, error);
        Assert.Contains("重点改善", text, StringComparison.Ordinal);
        Assert.Contains("維持", text, StringComparison.Ordinal);
        Assert.Contains("+60.0pt", text, StringComparison.Ordinal);
        Assert.Contains("市民調査 令和2年度 組の平均: 満足度 50.0%、重要度 50.0%", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_and_csv_hold_the_same_pairs()
    {
        await ImportAsync(pairs: true);
        var json = JsonDocument.Parse((await CommandRun.RunAsync("portfolio", "--data", run.Data, "--format", "json")).Out).RootElement;
        Assert.Equal(["improveFirst", "keep"], json.EnumerateArray().Select(r => r.GetProperty("quadrant").GetString()));
        Assert.Equal((20.0m, 80.0m, 60.0m, 100), (
            json[0].GetProperty("satisfactionValue").GetDecimal(), json[0].GetProperty("importanceValue").GetDecimal(),
            json[0].GetProperty("gap").GetDecimal(), json[0].GetProperty("importanceN").GetInt64()));
        Assert.True(json[0].GetProperty("satisfactionLower").GetDouble() < 20 && json[0].GetProperty("satisfactionUpper").GetDouble() > 20);
        var csv = (await CommandRun.RunAsync("portfolio", "--data", run.Data, "--format", "csv")).Out;
        Assert.Contains(",60.0,50,50,重点改善,,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_pair_the_remedy_is_told()
    {
        await ImportAsync(pairs: false);
        var (exit, _, error, _) = await CommandRun.RunAsync("portfolio", "--data", run.Data);
        Assert.Equal(2, exit);
        Assert.Equal("重要度と組になった指標がありません。指標.csvの「重要度の指標」に、満足度の指標ごとに重要度の指標のコードを書き、define してください。\n", error);
    }

    [Fact]
    public async Task A_year_without_answers_is_said()
    {
        await ImportAsync(pairs: true);
        var (exit, text, error, _) = await CommandRun.RunAsync("portfolio", "--year", "R3", "--data", run.Data);
        Assert.Equal((0, "", "あてはまる組はありません。条件を確かめるか、先に import してください。\n"), (exit, text, error));
    }

    [Fact]
    public async Task A_withheld_figure_is_withheld_here_too()
    {
        run.Write("調査.csv", "調査,公表下限\n市民調査,101\n");
        await ImportAsync(pairs: true);
        var (_, text, _, _) = await CommandRun.RunAsync("portfolio", "--data", run.Data, "--format", "csv");
        Assert.Contains("満足度の値がありません(回答者が公表下限(101人)より少ないため公表しません)。重要度の値がありません", text, StringComparison.Ordinal);
        Assert.DoesNotContain("20.0", text, StringComparison.Ordinal);
    }

    private async Task ImportAsync(bool pairs)
    {
        var questions = new[] { "満足1", "重要1", "満足2", "重要2" };
        run.Write("符号表.csv", "調査,年度,設問,設問文,種別,列,選択肢コード,ラベル,区分,対象条件,系列\n"
            + string.Concat(questions.Select(q => $"市民調査,2020,{q},,SA,{q},1,はい,有効,,\n,,,,,,2,いいえ,有効,,\n")));
        run.Write("指標.csv", "指標コード,指標名,調査,設問,算式の種類,算式,分母,向き,桁数,重要度の指標\n"
            + string.Concat(questions.Select(q => $"{q},{q},市民調査,{q},選択肢の割合,はい,無回答を除く,高いほど良い,1,{(pairs && q[0] == '満' ? "重要" + q[^1] : "")}\n")));
        run.Write("市民調査_2020.csv", string.Join(',', questions) + "\n"
            + string.Concat(Enumerable.Range(0, 100).Select(i => i < 20 ? "1,1,1,1\n" : i < 80 ? "2,1,1,2\n" : "2,2,2,2\n")));
        var define = await CommandRun.RunAsync("define", run.Folder, "--data", run.Data);
        Assert.True(define.Exit == 0, define.Out + define.Error);
        var import = await CommandRun.RunAsync("import", run.PathOf("市民調査_2020.csv"), "--data", run.Data);
        Assert.True(import.Exit == 0, import.Out + import.Error);
    }
}
