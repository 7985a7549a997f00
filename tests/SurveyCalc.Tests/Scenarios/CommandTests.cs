using System.Text;
using System.Text.Json;

namespace SurveyCalc.Tests.Scenarios;

public sealed class CommandTests : IDisposable
{
    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Import_stores_and_computes_and_check_stores_nothing()
    {
        await DefineAsync();
        var file = Path.Combine(CommandRun.Demo, "職員意識調査_令和2年度.csv");
        var check = await CommandRun.RunAsync("check", file, "--data", run.Data);
        Assert.Equal(0, check.Exit);
        Assert.Contains("データ行 348 = 採用 348 + 不採用 0 + 除外 0", check.Out, StringComparison.Ordinal);
        Assert.Contains("あてはまる実績はありません。", (await CommandRun.RunAsync("actuals", "--data", run.Data)).Error, StringComparison.Ordinal);
        var import = await CommandRun.RunAsync("import", file, "--data", run.Data);
        Assert.Equal(0, import.Exit);
        Assert.Contains("実績2件のうち2件を計算し、書きました(新規2件、改訂0件)。", import.Out, StringComparison.Ordinal);
        var again = await CommandRun.RunAsync("import", file, "--data", run.Data);
        Assert.Equal(0, again.Exit);
        Assert.Contains("同じ内容のファイルを受け付け済みです", again.Out, StringComparison.Ordinal);
        Assert.Contains("実績2件に変わりはありません。何も書いていません。", again.Out, StringComparison.Ordinal);
        Assert.Contains("実績2件に変わりはありません。", (await CommandRun.RunAsync("recompute", "--data", run.Data)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_errors_is_refused_with_exit_code_1_and_its_problem_list()
    {
        await DefineAsync();
        var text = await File.ReadAllTextAsync(Path.Combine(CommandRun.Demo, "職員意識調査_令和2年度.csv"));
        var broken = run.Write("職員意識調査_令和2年度.csv", text.Replace("そう思う", "そうおもう", StringComparison.Ordinal));
        var (exit, output, _, _) = await CommandRun.RunAsync("import", broken, "--data", run.Data, "--problems", run.PathOf("問題.csv"));
        Assert.Equal(1, exit);
        Assert.Contains("何も保存していません。", output, StringComparison.Ordinal);
        Assert.StartsWith("\uFEFF重要度,", await ReadWithMarkAsync(run.PathOf("問題.csv")), StringComparison.Ordinal);
        Assert.Empty(JsonDocument.Parse((await CommandRun.RunAsync("actuals", "--data", run.Data, "--format", "json")).Out).RootElement.EnumerateArray());
    }

    [Fact]
    public async Task Actuals_in_json_keep_their_numbers_and_their_origin()
    {
        await ImportStaffAsync();
        var (exit, text, _, _) = await CommandRun.RunAsync("actuals", "--data", run.Data, "-i", "S6-5-2", "-y", "R2", "--format", "json");
        Assert.Equal(0, exit);
        var row = Assert.Single(JsonDocument.Parse(text).RootElement.EnumerateArray());
        Assert.Equal((76.4m, 262, 343), (row.GetProperty("value").GetDecimal(), row.GetProperty("numerator").GetInt64(), row.GetProperty("denominator").GetInt64()));
        Assert.Equal("職員意識調査_令和2年度.csv", row.GetProperty("fileName").GetString());
        Assert.Equal(64, row.GetProperty("fileSha256").GetString()!.Length);
        Assert.Equal("noEarlierWave", row.GetProperty("changeVerdict").GetString());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("change").ValueKind);
    }

    [Fact]
    public async Task Csv_has_a_byte_order_mark_by_default_and_cp932_on_request()
    {
        await ImportStaffAsync();
        var utf8 = await CommandRun.RunAsync("actuals", "--data", run.Data, "--format", "csv");
        Assert.Equal([0xEF, 0xBB, 0xBF], utf8.Bytes[..3]);
        var cp932 = await CommandRun.RunAsync("actuals", "--data", run.Data, "--format", "csv", "--encoding", "cp932");
        Assert.Equal(utf8.Out.TrimStart('\uFEFF').Replace('〜', '～'), CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetString(cp932.Bytes));
    }

    [Fact]
    public async Task Characters_outside_cp932_are_reported()
    {
        var folder = Directory.CreateDirectory(run.PathOf("定義")).FullName;
        foreach (var file in Directory.GetFiles(CommandRun.Demo, "*.csv")) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var indicators = Path.Combine(folder, "指標.csv");
        await File.WriteAllTextAsync(indicators, (await File.ReadAllTextAsync(indicators)).Replace("見本: この1年間", "㏚𠮷: この1年間", StringComparison.Ordinal));
        var (exit, _, error, bytes) = await CommandRun.RunAsync("analyze", folder, "--format", "csv", "--encoding", "cp932");
        Assert.Equal(0, exit);
        Assert.Contains("CP932で表せない文字を〓に置き換えました: 「㏚」(U+33DA) 3か所、「𠮷」(U+20BB7) 3か所。", error, StringComparison.Ordinal);
        Assert.Contains("〓〓: この1年間", CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Define_prints_what_changed_and_keeps_the_rest()
    {
        await DefineAsync();
        Assert.Contains("定義に変わりはありません。", (await CommandRun.RunAsync("define", CommandRun.Demo, "--data", run.Data)).Out, StringComparison.Ordinal);
        var folder = run.PathOf("書き出し");
        Assert.Equal(0, (await CommandRun.RunAsync("define", folder, "--export", "--data", run.Data)).Exit);
        Assert.Contains("定義に変わりはありません。", (await CommandRun.RunAsync("define", folder, "--data", run.Data)).Out, StringComparison.Ordinal);
        var targets = Path.Combine(folder, "計画値.csv");
        await File.WriteAllTextAsync(targets, (await File.ReadAllTextAsync(targets)).Replace("S1-2-1,令和2年度,56.5", "S1-2-1,令和2年度,57.5", StringComparison.Ordinal));
        var changed = await CommandRun.RunAsync("define", folder, "--data", run.Data);
        Assert.Contains("定義を登録しました: 新規0件、変更1件。", changed.Out, StringComparison.Ordinal);
        Assert.Contains("56.5 → 57.5", changed.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Templates_read_without_a_problem_and_are_not_overwritten()
    {
        var folder = run.PathOf("ひな形");
        Assert.Equal(0, (await CommandRun.RunAsync("template", folder)).Exit);
        var define = await CommandRun.RunAsync("define", folder, "--data", run.Data);
        Assert.True(define.Exit == 0 && define.Error.Length == 0, define.Error);
        var again = await CommandRun.RunAsync("template", folder);
        Assert.Equal(2, again.Exit);
        Assert.Contains("がすでにあります。", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Actuals_are_told_in_sentences()
    {
        await ImportStaffAsync();
        var (exit, text, _, _) = await CommandRun.RunAsync("actuals", "--data", run.Data, "-i", "S6-5-2", "--sentences");
        Assert.Equal(0, exit);
        Assert.Contains("令和2年度: 76.4%(n=343、95%信頼区間 ", text, StringComparison.Ordinal);
        Assert.Contains("比べられる前回の調査はありません。", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stored_waves_are_broken_down_on_request_as_analyze_does()
    {
        await DefineAsync();
        var file = Path.Combine(CommandRun.Demo, "市民意識調査_令和2年度.csv");
        Assert.Equal(0, (await CommandRun.RunAsync("import", file, "--data", run.Data)).Exit);
        var (exit, text, _, _) = await CommandRun.RunAsync("actuals", "--data", run.Data, "-i", "S1-2-1", "-b", "性別", "-b", "性別×年代", "--format", "json");
        Assert.Equal(0, exit);
        var rows = JsonDocument.Parse(text).RootElement.EnumerateArray().ToList();
        var stored = Assert.Single(JsonDocument.Parse((await CommandRun.RunAsync("actuals", "--data", run.Data, "-i", "S1-2-1", "--format", "json")).Out).RootElement.EnumerateArray());
        Assert.Equal(stored.GetProperty("exact").GetDouble(), rows[0].GetProperty("exact").GetDouble());
        var analyzed = JsonDocument.Parse((await CommandRun.RunAsync("analyze", CommandRun.Demo, "-b", "性別", "-b", "性別×年代", "--format", "json")).Out).RootElement
            .EnumerateArray().Where(r => r.GetProperty("indicator").GetString() == "S1-2-1" && r.GetProperty("year").GetInt32() == 2020);
        Assert.Equal(
            analyzed.Select(r => (r.GetProperty("cell").GetString(), r.GetProperty("exact").ToString())),
            rows.Select(r => (r.GetProperty("cell").GetString(), r.GetProperty("exact").ToString())));
        var unknown = await CommandRun.RunAsync("actuals", "--data", run.Data, "-b", "血液型");
        Assert.Equal(2, unknown.Exit);
        Assert.Contains("集計区分「血液型」は、どの符号表にも選択肢のある設問としてありません。", unknown.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("情報入手手段", "集計区分「情報入手手段」は複数回答の設問なので、集計区分にできません。選択肢を1つ選ぶ設問(属性、SA)にしてください。")]
    [InlineData("性別×性別", "集計区分「性別×性別」は、同じ設問を掛け合わせています。違う設問にしてください。")]
    [InlineData("性別×年代×地区", "集計区分「性別×年代×地区」は掛け合わせが多すぎます。2つまでにしてください。")]
    public async Task A_breakdown_that_cannot_be_made_is_refused(string breakdown, string expected)
    {
        var refused = await CommandRun.RunAsync("analyze", CommandRun.Demo, "-b", breakdown);
        Assert.Equal(2, refused.Exit);
        Assert.Contains(expected, refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_breakdown_asked_for_twice_is_made_once()
    {
        var (exit, text, _, _) = await CommandRun.RunAsync("analyze", CommandRun.Demo, "-b", "性別", "-b", " 性別", "--format", "json");
        Assert.Equal(0, exit);
        var cells = JsonDocument.Parse(text).RootElement.EnumerateArray()
            .Select(r => (r.GetProperty("indicator").GetString(), r.GetProperty("year").GetInt32(), r.GetProperty("cell").GetString())).ToList();
        Assert.Equal(cells.Distinct(), cells);
    }

    [Fact]
    public async Task Analyze_breaks_down_by_attributes_and_agrees_with_the_total()
    {
        var (exit, text, _, _) = await CommandRun.RunAsync("analyze", CommandRun.Demo, "-b", "性別", "-b", "性別×年代", "--format", "json");
        Assert.Equal(0, exit);
        var rows = JsonDocument.Parse(text).RootElement.EnumerateArray().Where(r => r.GetProperty("indicator").GetString() == "S1-2-1" && r.GetProperty("year").GetInt32() == 2020).ToList();
        Assert.Equal("全体", rows[0].GetProperty("cell").GetString());
        Assert.Contains(rows, r => r.GetProperty("breakdown").GetString() == "性別" && r.GetProperty("cell").GetString() == "女性");
        Assert.Contains(rows, r => r.GetProperty("breakdown").GetString() == "性別×年代");
        Assert.True(rows.Where(r => r.GetProperty("breakdown").GetString() == "性別").Sum(r => r.GetProperty("denominator").GetInt64()) <= rows[0].GetProperty("denominator").GetInt64());
    }

    [Fact]
    public async Task Interval_and_compare_calculate()
    {
        var interval = await CommandRun.RunAsync("interval", "--positive", "81", "--valid", "263", "--method", "all", "--format", "csv");
        Assert.Contains("\r\nwilson,0.30798479087452474,0.2552885198782743", interval.Out, StringComparison.Ordinal);
        Assert.Equal(9, interval.Out.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        var compare = await CommandRun.RunAsync("compare", "--positive", "56", "--valid", "70", "--previous-positive", "48", "--previous-valid", "80");
        Assert.Contains("上昇した", compare.Out, StringComparison.Ordinal);
        Assert.Contains("0.0524", compare.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("分子は0以上、分母(10)以下にしてください(指定: 11)。", "interval", "--positive", "11", "--valid", "10")]
    [InlineData("母集団の数(5)は分母(10)以上にしてください。", "interval", "--positive", "1", "--valid", "10", "--population", "5")]
    [InlineData("--level の「95」は使えません。0と1の間の数(例: 0.95)にしてください。", "interval", "--positive", "1", "--valid", "10", "--level", "95")]
    [InlineData("--valid を指定してください。", "interval", "--positive", "1")]
    [InlineData("--valid の「百」を数として読めません。半角の整数にしてください。", "interval", "--positive", "1", "--valid", "百")]
    [InlineData("--format の「xml」は使えません。table、csv、json のどれかにしてください。", "actuals", "--format", "xml")]
    [InlineData("年度「来年」を読めません。令和2年度、R2、2020 のように書いてください。", "actuals", "--year", "来年")]
    [InlineData("どの調査の何年度か分かりません。", "check", "回答.csv")]
    [InlineData("ファイルまたはフォルダーが見つかりません。", "analyze", "ない場所")]
    public async Task A_command_that_cannot_run_says_why_and_exits_with_2(string message, params string[] args)
    {
        var (exit, _, error, _) = await CommandRun.RunAsync(args is ["actuals" or "check", ..] ? [.. args, "--data", run.Data] : args);
        Assert.Equal(2, exit);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wave_without_a_code_book_names_those_that_have_one()
    {
        await DefineAsync();
        var (exit, _, error, _) = await CommandRun.RunAsync("check", Path.Combine(CommandRun.Demo, "職員意識調査_令和2年度.csv"), "-s", "健康調査", "--data", run.Data);
        Assert.Equal(2, exit);
        Assert.Contains("「健康調査 令和2年度」の符号表がありません。登録済み: ", error, StringComparison.Ordinal);
    }

    private async Task DefineAsync()
    {
        var define = await CommandRun.RunAsync("define", CommandRun.Demo, "--data", run.Data);
        Assert.True(define.Exit == 0, define.Error);
    }

    private async Task ImportStaffAsync()
    {
        await DefineAsync();
        Assert.Equal(0, (await CommandRun.RunAsync("import", Path.Combine(CommandRun.Demo, "職員意識調査_令和2年度.csv"), "--data", run.Data)).Exit);
    }

    private static async Task<string> ReadWithMarkAsync(string path) => new UTF8Encoding(false).GetString(await File.ReadAllBytesAsync(path));
}
