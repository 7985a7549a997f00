using System.Security.Cryptography;
using System.Text;
using SurveyCalc.Worker.Commands;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Tests.Scenarios;

public sealed class DemoCommandTests
{
    /// <summary>What 小諸市's sheet of 令和2年度 prints as 実績, and as 計画策定時 where it prints one.</summary>
    public static TheoryData<string, string, string> Printed => new()
    {
        { "S1-2-1", "55.2", "55.8" }, { "S1-3-1", "31.9", "" }, { "S1-3-2", "61.1", "65.0" }, { "S1-4-1", "69.3", "67.3" },
        { "S1-5-1", "55.7", "54.5" }, { "S1-5-2", "31.9", "" }, { "S1-6-1", "8.3", "9.8" }, { "S2-2-3", "76.7", "76.8" },
        { "S2-3-3", "76.3", "78.1" }, { "S3-1-3", "71.9", "66.3" }, { "S3-2-1", "45.3", "44.2" }, { "S3-2-2", "48.7", "46.8" },
        { "S5-2-2", "45.3", "45.5" }, { "S5-3-1", "85.8", "83.5" }, { "S5-4-1", "74.9", "71.0" }, { "S6-1-1", "12.9", "18.5" },
        { "S6-1-2", "58.3", "" }, { "S6-5-1", "75.5", "76.1" }, { "S6-5-2", "76.4", "65.0" },
    };

    private static readonly Lazy<Task<Dictionary<(string Indicator, string Year), string>>> Values = new(async () =>
    {
        var (exit, text, error, _) = await CommandRun.RunAsync("analyze", CommandRun.Demo, "--format", "csv");
        Assert.True(exit == 0, error);
        var rows = text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')).ToList();
        return rows.ToDictionary(c => (c[0], c[3]), c => c[8]);
    });

    [Theory]
    [MemberData(nameof(Printed))]
    public async Task The_demo_prints_the_published_figures_digit_for_digit(string indicator, string actual, string baseline)
    {
        var values = await Values.Value;
        Assert.Equal(actual, values[(indicator, "令和2年度")]);
        Assert.Equal(baseline, values.GetValueOrDefault((indicator, "令和元年度"), ""));
    }

    [Fact]
    public async Task A_second_demo_says_that_nothing_changed_and_writes_nothing()
    {
        using var run = new CommandRun();
        var first = await CommandRun.RunAsync("demo", "--data", run.Data);
        Assert.True(first.Exit == 0, first.Error);
        Assert.Contains("見本市は架空の市です。", first.Out, StringComparison.Ordinal);
        Assert.Contains("実績68件のうち68件を計算し、書きました(新規68件、改訂0件)。", first.Out, StringComparison.Ordinal);
        Assert.Contains($"データベース: {Path.Combine(run.Data, "surveycalc.db")}", first.Out, StringComparison.Ordinal);
        var before = Files(run.Data);
        var second = await CommandRun.RunAsync("demo", "--data", run.Data);
        Assert.Contains("定義に変わりはありません。", second.Out, StringComparison.Ordinal);
        Assert.Contains("実績68件に変わりはありません。何も書いていません。", second.Out, StringComparison.Ordinal);
        Assert.Equal(before, Files(run.Data));
    }

    [Fact]
    public async Task The_table_names_a_changed_series_instead_of_a_number()
    {
        var (_, text, _, _) = await CommandRun.RunAsync("analyze", CommandRun.Demo);
        Assert.Contains("比較不可(令和2年度比): 設問の系列が変わりました(「満足_窓口」→「満足_窓口_電話を含む」)。", text, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Files(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(f => f, f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f))) + File.GetLastWriteTimeUtc(f).Ticks);

    [Fact]
    public async Task A_narrow_screen_gets_lines_instead_of_a_table()
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        using var terminal = new Terminal(output, error, isInteractive: true);
        Assert.Equal(0, await new CommandLine(terminal).RunAsync(["analyze", CommandRun.Demo], CancellationToken.None));
        terminal.Out.Flush();
        var text = Encoding.UTF8.GetString(output.ToArray()).ReplaceLineEndings("\n");
        Assert.Contains(
            "S6-5-1 市役所窓口・相談等のサービスに対する市民満足度(市民意識調査)\n  令和元年度 76.1% (n=610、95%信頼区間 72.6〜79.2)\n    前回差 —(前回なし)\n",
            text, StringComparison.Ordinal);
    }
}
