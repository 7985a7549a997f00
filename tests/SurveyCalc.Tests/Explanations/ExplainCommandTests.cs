using System.Text.Json;
using SurveyCalc.Tests.Scenarios;

namespace SurveyCalc.Tests.Explanations;

public sealed class ExplainCommandTests : IDisposable
{
    private const string FourPeople = "番号,問1,性別\n1,満足,男\n2,不満,男\n3,満足,女\n4,満足,\n";

    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task A_weighted_wave_tells_its_weights_and_who_is_left_out_of_them()
    {
        await StoreAsync("レイキング,性別,除外,0");
        var text = await ExplainAsync();
        foreach (var expected in new[]
        {
            "  計算: 分子のウエイト計 80 ÷ 分母のウエイト計 100 × 100 = 80.0000% → 四捨五入\n        して 80.0%\n",
            "  1    満足   有効       2       80.00 分子と分母\n",
            "  2    不満   有効       1       20.00 分母のみ\n",
            "  標本設計: 単純無作為\n  ウエイト調整: レイキング(性別)\n  ウエイトの範囲: 20.0000〜60.0000\n",
            "  除いた回答者: 1人 「性別」が不明か、人口表にない回答者です。\n",
            "  注記: 属性不明の回答者1人を、すべての集計から除きました。\n",
            "  採用した回答 4行 = 分母 3 + 除外 1 (行番号はExcelで見える番号)\n  分子に数えた: 2行 (ウエイト計 80)\n    2, 4\n  分母に数えた: 3行 (ウエイト計 100)\n    2–4\n  除外(属性不明などでウエイトの対象外): 1行\n    5\n",
        })
            Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_revision_is_weighted_by_the_population_table_of_its_day()
    {
        await StoreAsync("レイキング,性別,除外,0");
        run.Write("人口.csv", "調査,年度,性別,人数\n市民調査,2020,男,50\n市民調査,2020,女,50\n");
        await DoAsync("define", run.Folder);
        await DoAsync("recompute");
        Assert.Equal((75m, 100m), Sums(await ExplainAsync("--format", "json")));
        Assert.Equal((80m, 100m), Sums(await ExplainAsync("--format", "json", "--revision", "1")));

        static (decimal, decimal) Sums(string json)
        {
            var counts = JsonDocument.Parse(json).RootElement.GetProperty("counts");
            return (counts.GetProperty("dividend").GetDecimal(), counts.GetProperty("divisor").GetDecimal());
        }
    }

    [Fact]
    public async Task Json_holds_the_rows_as_arrays_and_words_for_the_uses()
    {
        await StoreAsync("なし,,,0");
        var root = JsonDocument.Parse(await ExplainAsync("--format", "json")).RootElement;
        var counts = root.GetProperty("counts");
        Assert.Equal([2, 4, 5], counts.GetProperty("numeratorRows").EnumerateArray().Select(r => r.GetInt32()));
        Assert.Equal([2, 3, 4, 5], counts.GetProperty("denominatorRows").EnumerateArray().Select(r => r.GetInt32()));
        Assert.Empty(counts.GetProperty("leftOut").EnumerateArray());
        Assert.Equal(["numerator", "denominatorOnly"], root.GetProperty("answers").EnumerateArray().Select(a => a.GetProperty("use").GetString()));
        Assert.Equal(("市民調査_2020.csv", 75.0m), (root.GetProperty("actual").GetProperty("fileName").GetString(), root.GetProperty("actual").GetProperty("value").GetDecimal()));
        Assert.Equal(JsonValueKind.Null, root.GetProperty("weights").ValueKind);
    }

    [Fact]
    public async Task A_withheld_figure_is_explained_without_counts_and_rows()
    {
        await StoreAsync("レイキング,性別,除外,10");
        const string reason = "回答者が公表下限(10人)より少ないため公表しません。";
        var text = await ExplainAsync();
        foreach (var expected in new[]
        {
            "市民調査 令和2年度 の実績: 秘匿(回答者が公表下限(10人)より少ないため公表しませ\nん) (改訂1、速報)\n", $"  計算: 秘匿。{reason}\n", "  1    満足   有効       — 分子と分母\n",
            "3. ウエイト\n  秘匿のため示しません。\n", $"  行: 秘匿。{reason}\n",
        })
            Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.DoesNotContain("行に数えた", text, StringComparison.Ordinal);
        var root = JsonDocument.Parse(await ExplainAsync("--format", "json")).RootElement;
        Assert.Equal((true, reason), (root.GetProperty("isWithheld").GetBoolean(), root.GetProperty("noCountsReason").GetString()));
        Assert.All(new[] { "counts", "weights" }, name => Assert.Equal(JsonValueKind.Null, root.GetProperty(name).ValueKind));
        Assert.All(root.GetProperty("answers").EnumerateArray(), a => Assert.Equal(JsonValueKind.Null, a.GetProperty("respondents").ValueKind));
        var row = await DoAsync("explain", "--row", "2", "-s", "市民調査", "-y", "R2");
        Assert.Contains($"  A 満足の割合 改訂1(速報)\n    → {reason}\n", row, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "数えた(分子と分母)")]
    [InlineData(3, "分母のみ")]
    [InlineData(5, "除外(属性不明などでウエイトの対象外)")]
    public async Task A_row_is_told_by_its_use_alone(int row, string expected)
    {
        await StoreAsync("レイキング,性別,除外,0");
        var text = await DoAsync("explain", "--row", $"{row}", "-s", "市民調査", "-y", "R2");
        Assert.StartsWith($"市民調査 令和2年度 の{row}行目(Excelで見える行番号)が関わった指標\n\nファイル: 市民調査_2020.csv\n", text, StringComparison.Ordinal);
        Assert.EndsWith($"  A 満足の割合 改訂1(速報)\n    → {expected}\n", text, StringComparison.Ordinal);
        var json = JsonDocument.Parse(await DoAsync("explain", "--row", $"{row}", "-s", "市民調査", "-y", "R2", "--format", "json")).RootElement;
        Assert.Equal(expected, json.GetProperty("indicators")[0].GetProperty("useInJapanese").GetString());
    }

    [Theory]
    [InlineData("「explain 指標コード 年度」(例: explain S6-1-1 R2)か、「explain --row 行 --survey 調査 --year 年度」(例: explain --row 25 --survey 市民意識調査 --year R2)のどちらかにしてください。", "A")]
    [InlineData("「explain 指標コード 年度」(例: explain S6-1-1 R2)か、「explain --row 行 --survey 調査 --year 年度」(例: explain --row 25 --survey 市民意識調査 --year R2)のどちらかにしてください。", "A", "R2", "--row", "2")]
    [InlineData("--survey と --year で調査回を指定してください(例: --survey 市民意識調査 --year R2)。", "--row", "2", "--year", "R2")]
    [InlineData("年度「去年」を読めません。令和2年度、R2、2020 のように書いてください。", "A", "去年")]
    [InlineData("explain はCSVでは書き出せません。--format に table か json を指定してください。", "A", "R2", "--format", "csv")]
    public async Task What_cannot_be_asked_is_told_with_exit_code_2(string expected, params string[] args)
    {
        var (exit, text, error, _) = await CommandRun.RunAsync(["explain", .. args, "--data", run.Data]);
        Assert.Equal((2, "", expected + "\n"), (exit, text, error));
    }

    private async Task StoreAsync(string settings)
    {
        run.Write("調査.csv", $"調査,ウエイト調整,調整の区分,属性不明,公表下限\n市民調査,{settings}\n");
        run.Write("符号表.csv", "調査,年度,設問,設問文,種別,列,選択肢コード,ラベル,区分,対象条件,系列\n市民調査,2020,問1,,SA,問1,1,満足,有効,,\n,,,,,,2,不満,有効,,\n市民調査,2020,性別,,属性,性別,1,男,有効,,\n,,,,,,2,女,有効,,\n");
        run.Write("人口.csv", "調査,年度,性別,人数\n市民調査,2020,男,40\n市民調査,2020,女,60\n");
        run.Write("指標.csv", "指標コード,指標名,政策,施策,調査,設問,算式の種類,算式,分母,対象条件,単位,向き,桁数,計画書の算式\nA,満足の割合,,,市民調査,問1,選択肢の割合,満足,無回答を除く,,%,高いほど良い,1,\n");
        run.Write("市民調査_2020.csv", FourPeople);
        await DoAsync("define", run.Folder);
        await DoAsync("import", run.PathOf("市民調査_2020.csv"));
    }

    private Task<string> ExplainAsync(params string[] more) => DoAsync(["explain", "A", "R2", .. more]);

    private async Task<string> DoAsync(params string[] args)
    {
        var (exit, text, error, _) = await CommandRun.RunAsync([.. args, "--data", run.Data]);
        Assert.True(exit == 0, error + text);
        return text;
    }
}
