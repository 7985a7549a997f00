using System.IO.Compression;

namespace SurveyCalc.Tests.Scenarios;

/// <summary><c>sheet</c> on the shipped demo city, against what the source document prints.</summary>
public sealed class SheetCommandTests
{
    /// <summary>
    /// 小諸市 第11次基本計画 施策評価表(令和2年度実績), 施策1-5 and 6-5: 計画策定時, 計画 of 令和2 to 5年度, 実績 of 令和2年度.
    /// </summary>
    public static TheoryData<string, string, string[]> Printed => new()
    {
        { "施策1-5", "S1-5-1", ["54.5", "56", "57", "58", "60", "55.7"] },
        { "施策1-5", "S1-5-2", ["-", "40", "41", "43", "45", "31.9"] },
        { "施策6-5", "S6-5-1", ["76.1", "77", "78", "79", "80", "75.5"] },
        { "施策6-5", "S6-5-2", ["65", "70", "75", "80", "85", "76.4"] },
    };

    private static readonly Lazy<Task<CommandRun>> Demo = new(async () =>
    {
        var run = new CommandRun();
        var (exit, _, error, _) = await CommandRun.RunAsync("demo", "--data", run.Data);
        Assert.True(exit == 0, error);
        return run;
    });

    [Theory]
    [MemberData(nameof(Printed))]
    public async Task The_sheet_carries_the_figures_of_the_document(string measure, string code, string[] printed)
    {
        var run = await Demo.Value;
        var (exit, text, error, _) = await CommandRun.RunAsync("sheet", "--plan", "施策評価", "--measure", measure, "--year", "令和2年度", "--format", "csv", "--data", run.Data);
        Assert.True(exit == 0, error);
        var heads = text.TrimStart('\uFEFF').Split("\r\n")[0].Split(',');
        var rows = text.Split("\r\n").Skip(1).Select(l => l.Split(',')).Where(c => c.Length == heads.Length && c[3] == code).ToList();
        string[] Cells(string kind) => [.. rows.Where(c => c[8] == kind && (c[9].Length == 0 || c[9] != "令和元年度")).Select(c => c[13].TrimStart('\''))];
        string[] shown = [.. Cells("計画策定時"), .. Cells("計画"), .. Cells("実績")];
        Assert.Equal(printed, shown);
    }

    [Fact]
    public async Task Page_and_workbook_show_the_same_figures_and_no_later_actual()
    {
        var run = await Demo.Value;
        var html = (await CommandRun.RunAsync("sheet", "--plan", "施策評価", "-m", "施策6-5", "-y", "R2", "--format", "html", "--data", run.Data)).Out;
        var file = run.PathOf("施策6-5.xlsx");
        var (exit, _, error, _) = await CommandRun.RunAsync("sheet", "--plan", "施策評価", "-m", "施策6-5", "-y", "R2", "-o", file, "--data", run.Data);
        Assert.True(exit == 0, error);
        await using var zip = await ZipFile.OpenReadAsync(file);
        using var part = new StreamReader(await zip.Entries.Single(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).OpenAsync());
        var xlsx = await part.ReadToEndAsync();
        foreach (var figure in new[] { "76.1", "77", "75.5", "65", "70", "76.4" })
        {
            Assert.Contains($">{figure}</td>", html, StringComparison.Ordinal);
            Assert.Contains($"<x:v>{figure}</x:v>", xlsx, StringComparison.Ordinal);
        }

        Assert.Contains("速報、n=568、95%区間71.9〜78.8", html, StringComparison.Ordinal);
        Assert.DoesNotContain(">77.2<", html + xlsx, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_later_the_changed_question_is_a_break_with_its_reason()
    {
        var run = await Demo.Value;
        var html = (await CommandRun.RunAsync("sheet", "--plan", "施策評価", "-m", "施策6-5", "-y", "R3", "--format", "html", "--data", run.Data)).Out;
        Assert.Contains("指標1: 【断絶】令和3年度の実績は令和2年度とは比べられません。設問の系列が変わりました(「満足_窓口」→「満足_窓口_電話を含む」)。", html, StringComparison.Ordinal);
        Assert.Contains("断絶※1", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_measure_of_a_plan_has_its_sheet()
    {
        var run = await Demo.Value;
        var file = run.PathOf("全施策.xlsx");
        Assert.Equal(0, (await CommandRun.RunAsync("sheet", "--plan", "施策評価", "-y", "R2", "-o", file, "--data", run.Data)).Exit);
        await using var zip = await ZipFile.OpenReadAsync(file);
        Assert.Equal(16, zip.Entries.Count(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_cannot_be_done_is_refused_with_its_remedy()
    {
        var run = await Demo.Value;
        async Task<string> Refused(params string[] args)
        {
            var (exit, _, error, _) = await CommandRun.RunAsync(["sheet", "--data", run.Data, .. args]);
            Assert.Equal(2, exit);
            return error;
        }

        Assert.StartsWith("--measure の「施策1」にあてはまる施策が6件あります。", await Refused("-m", "施策1", "-y", "R2", "--format", "csv"), StringComparison.Ordinal);
        Assert.Equal("評価する年度がありません。--year 令和2年度 のように付けてください。\n", await Refused("--format", "csv"));
        Assert.StartsWith("--format の「pdf」は使えません。", await Refused("-y", "R2", "--format", "pdf"), StringComparison.Ordinal);
        Assert.StartsWith("出力の形が分かりません。", await Refused("-y", "R2"), StringComparison.Ordinal);
        Assert.StartsWith("Excelファイルは画面に出せません。", await Refused("-y", "R2", "--format", "xlsx"), StringComparison.Ordinal);
    }
}
