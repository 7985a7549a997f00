using SurveyCalc.Tests.Scenarios;

namespace SurveyCalc.Tests.Weighting;

public sealed class WeightsCommandTests : IDisposable
{
    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData("csv", "性別,男,2,0.6666666666666666,0.4,40,0.4,")]
    [InlineData("json", "\"調整後の構成比\": 0.4")]
    [InlineData("table", "66.67%")]
    public async Task A_folder_shows_what_the_weighting_did(string format, string expected)
    {
        Write("レイキング", "女");
        var (exit, text, error, _) = await CommandRun.RunAsync("weights", "--folder", run.Folder, "--format", format);
        Assert.True(exit == 0, error);
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.Contains("有効標本サイズ(Kish)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_weighting_says_why_with_exit_code_1()
    {
        Write("レイキング", "");
        var (exit, text, error, _) = await CommandRun.RunAsync("weights", "--folder", run.Folder);
        Assert.Equal((1, ""), (exit, text));
        Assert.Contains("「性別」が不明な回答者が1人います。", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_figure_tells_whom_the_weighting_left_out()
    {
        Write("レイキング", "");
        run.Write("調査.csv", "調査,ウエイト調整,調整の区分,属性不明\n市民調査,レイキング,性別,除外\n");
        run.Write("市民調査_2020.csv", "番号,性別\n1,男\n2,女\n3,\n");
        Assert.Equal(0, (await CommandRun.RunAsync("define", run.Folder, "--data", run.Data)).Exit);
        Assert.Equal(0, (await CommandRun.RunAsync("import", run.PathOf("市民調査_2020.csv"), "--data", run.Data)).Exit);
        var row = System.Text.Json.JsonDocument.Parse((await CommandRun.RunAsync("actuals", "--data", run.Data, "--format", "json")).Out).RootElement[0];
        Assert.Equal(1, row.GetProperty("excluded").GetInt64());
        Assert.Equal("属性不明の回答者1人を、すべての集計から除きました。", row.GetProperty("designNotes").GetString());
        Assert.Contains("属性不明の1人を除いて集計しています。", row.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Contains(",1,属性不明の回答者1人を、すべての集計から除きました。,", (await CommandRun.RunAsync("actuals", "--data", run.Data, "--format", "csv")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stored_wave_shows_the_same()
    {
        Write("事後層化", "女");
        Assert.Equal(0, (await CommandRun.RunAsync("define", run.Folder, "--data", run.Data)).Exit);
        Assert.Equal(0, (await CommandRun.RunAsync("import", run.PathOf("市民調査_2020.csv"), "--data", run.Data)).Exit);
        var stored = await CommandRun.RunAsync("weights", "--survey", "市民調査", "--year", "R2", "--data", run.Data, "--format", "csv");
        var folder = await CommandRun.RunAsync("weights", "--folder", run.Folder, "--format", "csv");
        Assert.Equal((0, folder.Out), (stored.Exit, stored.Out));
    }

    private void Write(string method, string third)
    {
        run.Write("調査.csv", $"調査,ウエイト調整,調整の区分\n市民調査,{method},性別\n");
        run.Write("符号表.csv", "調査,年度,設問,設問文,種別,列,選択肢コード,ラベル,区分,対象条件,系列\n市民調査,2020,性別,,属性,性別,1,男,有効,,\n,,,,,,2,女,有効,,\n");
        run.Write("人口.csv", "調査,年度,性別,人数\n市民調査,2020,男,40\n市民調査,2020,女,60\n");
        run.Write("指標.csv", "指標コード,指標名,政策,施策,調査,設問,算式の種類,算式,分母,対象条件,単位,向き,桁数,計画書の算式\nA,女性,,,市民調査,性別,選択肢の割合,女,無回答を除く,,%,高いほど良い,1,\n");
        run.Write("取込設定.csv", "調査,年度,項目,値\n市民調査,,回答ファイル,市民調査_2020.csv\n");
        run.Write("市民調査_2020.csv", $"番号,性別\n1,男\n2,男\n3,{third}\n");
    }
}
