using System.CommandLine;
using SurveyCalc.Worker.Commands;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Tests.Scenarios;

/// <summary>A mistyped --data makes no empty database, whichever command it is given to.</summary>
public sealed class MistypedFolderTests : IDisposable
{
    /// <summary>These make a database where there is none, on purpose.</summary>
    private static readonly string[] Creators = ["demo", "serve", "define", "migrate"];

    /// <summary>What every other command that takes --data needs besides.</summary>
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["runs"] = "",
        ["run-again"] = "1",
        ["run-now"] = "",
        ["keys add"] = "--name x --scope read",
        ["keys list"] = "",
        ["keys revoke"] = "x",
        ["accounts add"] = "x --scope read",
        ["accounts list"] = "",
        ["accounts disable"] = "x",
        ["check"] = "市民意識調査_令和2年度.csv",
        ["import"] = "市民意識調査_令和2年度.csv",
        ["recompute"] = "",
        ["actuals"] = "",
        ["indicators"] = "",
        ["targets"] = "",
        ["portfolio"] = "",
        ["release"] = "S6-1-1 R2",
        ["correct"] = "",
        ["errata"] = "",
        ["verify"] = "",
        ["webhooks"] = "",
        ["webhooks replay"] = "会計 --from 1",
        ["explain"] = "S6-1-1 R2",
        ["sheet"] = "--year R2 --output x.csv",
        ["weights"] = "-s 市民意識調査 -y R2",
    };

    private readonly CommandRun run = new();

    public static TheoryData<string> Commands => [.. Others.Keys];

    public void Dispose() => run.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public Task A_command_says_that_there_is_no_database_and_makes_none(string command) => RefusedAsync([.. command.Split(' '), .. Others[command].Split(' ')]);

    [Fact]
    public Task Definitions_that_are_written_out_need_a_database() => RefusedAsync("define", run.PathOf("out"), "--export");

    [Fact]
    public void Every_command_with_a_data_folder_is_known_here()
    {
        using var terminal = new Terminal(Stream.Null, TextWriter.Null, isInteractive: false);
        var found = new CommandLine(terminal).Root().Subcommands.SelectMany(c => Named(c, "")).Order(StringComparer.Ordinal);
        Assert.Equal(Others.Keys.Concat(Creators).Order(StringComparer.Ordinal), found);
    }

    private async Task RefusedAsync(params string[] arguments)
    {
        var (exit, text, error, _) = await CommandRun.RunAsync([.. arguments.Where(a => a.Length > 0), "--data", run.Data]);
        Assert.Equal((ExitCode.CouldNotRun, ""), (exit, text));
        Assert.StartsWith($"データベース「{Path.Combine(run.Data, "surveycalc.db")}」がありません。", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(run.Data));
    }

    private static IEnumerable<string> Named(Command command, string above)
    {
        var name = above + command.Name;
        if (command.Options.Any(o => o.Name == "--data")) yield return name;
        foreach (var inner in command.Subcommands.SelectMany(c => Named(c, name + " "))) yield return inner;
    }
}
