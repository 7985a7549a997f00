namespace SurveyCalc.Tests.Scenarios;

/// <summary>What is said to wrong input at the command line, word for word.</summary>
public sealed class WrongArgumentTests : IDisposable
{
    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData("x")]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    public async Task A_row_that_is_no_number_is_told_in_japanese(string row)
    {
        var (exit, _, error, _) = await CommandRun.RunAsync("explain", "--row", row, "--survey", "調査", "--year", "R2", "--data", run.Data);
        Assert.Equal((2, $"--row の「{row}」を数として読めません。半角の整数にしてください。\n使い方は --help で見られます。\n"), (exit, error));
        Assert.False(Directory.Exists(run.Data));
    }

    [Theory]
    [InlineData("indicators")]
    [InlineData("targets")]
    [InlineData("actuals")]
    [InlineData("portfolio")]
    [InlineData("errata")]
    [InlineData("recompute")]
    [InlineData("explain", "A", "R2")]
    [InlineData("sheet", "--format", "csv", "--year", "R2")]
    [InlineData("release", "A", "R2")]
    [InlineData("correct", "A", "R2", "--reason", "誤り")]
    public async Task A_mistyped_folder_makes_no_empty_database(params string[] args)
    {
        var (exit, _, error, _) = await CommandRun.RunAsync([.. args, "--data", run.Data]);
        Assert.Equal((2, $"データベース「{Path.Combine(run.Data, "surveycalc.db")}」がありません。--data の場所を確かめるか、先に define で定義ファイルを登録してください。\n"), (exit, error));
        Assert.False(Directory.Exists(run.Data));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named_in_japanese()
    {
        var file = run.PathOf("ない.txt");
        foreach (var command in new[] { "read-formula", "read-target", "read-year" })
        {
            var (exit, _, error, _) = await CommandRun.RunAsync(command, "--file", file);
            Assert.Equal((2, $"ファイルまたはフォルダーが見つかりません。場所と名前を確かめてください。({file})\n"), (exit, error));
        }
    }

    [Fact]
    public async Task A_folder_in_the_place_of_a_file_is_named_in_japanese()
    {
        var (exit, _, error, _) = await CommandRun.RunAsync("read-year", "--file", run.Folder);
        Assert.Equal((2, $"読み書きする権限がないか、ファイルでなくフォルダーです。場所と名前を確かめてください。({run.Folder})\n"), (exit, error));
    }
}
