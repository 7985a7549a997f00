using SurveyCalc.Tests.Postgres;

namespace SurveyCalc.Tests.Scenarios;

/// <summary>From the embedded database to a server's, as an operator at a shell does it: real processes, settings by environment.</summary>
public sealed class ServerCommandTests : IDisposable
{
    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [PostgresFact]
    public async Task A_city_moves_to_PostgreSQL_and_every_command_answers_the_same_there()
    {
        var database = PostgresServer.Shared.CreateDatabase();
        Assert.Equal(0, (await CommandRun.RunAsync("demo", "--data", run.Data)).Exit);
        var verified = (await CommandRun.RunAsync("verify", "--data", run.Data)).Out;

        var early = await OnServerAsync(database, "actuals");
        Assert.Equal(2, early.Exit);
        Assert.EndsWith("」に SurveyCalc の表がありません。接続先を確かめるか、migrate を実行して作成してください。\n", early.Error, StringComparison.Ordinal);

        Assert.EndsWith("」の構造を最新にしました(適用: 0001_initial、0002_operations、0003_views)。\n", (await OkAsync("migrate")).Out, StringComparison.Ordinal);
        Assert.EndsWith("」の構造は最新です。何も変えていません。\n", (await OkAsync("migrate")).Out, StringComparison.Ordinal);
        var copied = (await OkAsync("copy-store", "--from", run.Data)).Out;
        Assert.Contains("写した先を検証しました。すべて元と同じです。", copied, StringComparison.Ordinal);

        var onServer = (await OkAsync("verify")).Out;
        Assert.Equal(verified, onServer);
        Assert.Contains(verified.Split('\n')[1], copied, StringComparison.Ordinal);
        Assert.Equal((await CommandRun.RunAsync("actuals", "--data", run.Data, "--format", "json")).Out, (await OkAsync("actuals", "--format", "json")).Out);
        Assert.Contains("すべて", (await OkAsync("verify", "--data", run.Data)).Out, StringComparison.Ordinal);

        var again = await OnServerAsync(database, "copy-store", "--from", run.Data);
        Assert.Equal(2, again.Exit);
        Assert.Contains("は空ではありません(表 definition)。写す先には、migrate を実行したばかりの空のデータベースを指定してください。", again.Error, StringComparison.Ordinal);

        async Task<(int Exit, string Out, string Error)> OkAsync(params string[] args)
        {
            var outcome = await OnServerAsync(database, args);
            Assert.True(outcome.Exit == 0, outcome.Error);
            return outcome;
        }
    }

    [Fact]
    public async Task Copying_without_a_server_in_the_settings_is_told_with_what_to_do()
    {
        var outcome = await OnServerAsync("", "copy-store", "--from", run.Data);
        Assert.Equal((2, "写す先がありません。設定 Database(または環境変数 SURVEYCALC_Database)に PostgreSQL の接続文字列を書いてください。\n"), (outcome.Exit, outcome.Error));
    }

    [Fact]
    public async Task A_connection_string_that_cannot_be_read_is_told_with_what_to_do()
    {
        var outcome = await OnServerAsync("Hast=db", "verify");
        Assert.Equal(2, outcome.Exit);
        Assert.StartsWith("設定 Database の接続文字列を読めません。「Host=サーバー名;Database=surveycalc;Username=surveycalc_service」のように書いてください。(", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrating_the_embedded_database_creates_it()
    {
        var first = await CommandRun.RunAsync("migrate", "--data", run.Data);
        Assert.Equal((0, $"データベース「{Path.Combine(run.Data, "surveycalc.db")}」の構造を最新にしました(適用: 0001_initial、0002_revisions、0003_operations)。\n"), (first.Exit, first.Out));
        Assert.EndsWith("」の構造は最新です。何も変えていません。\n", (await CommandRun.RunAsync("migrate", "--data", run.Data)).Out, StringComparison.Ordinal);
    }

    private Task<(int Exit, string Out, string Error)> OnServerAsync(string database, params string[] args) => CommandRun.OnServerAsync(run.Folder, database, args);
}
