using System.Text;
using Npgsql;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Verification;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Storage.PostgreSql;
using SurveyCalc.Tests.Postgres;
using SurveyCalc.Tests.Scenarios;
using static SurveyCalc.Tests.Contracts.StoreSamples;

namespace SurveyCalc.Tests.Deployment;

/// <summary>What is backed up comes back as it was, and nothing existing is overwritten.</summary>
[NeedsPostgres]
public sealed class BackupTests : IDisposable
{
    private readonly CommandRun run = new();
    private readonly string database = PostgresServer.Shared.CreateDatabase();

    private static CancellationToken None => CancellationToken.None;

    public void Dispose() => run.Dispose();

    [StoreFact]
    public async Task A_restored_backup_holds_the_same_records_and_files_and_verifies()
    {
        var before = await FillAsync();
        var backup = await BackUpAsync();
        var restored = PostgresServer.Shared.CreateDatabase();
        var (exit, _, error) = await ShellAsync("restore.sh", restored, [backup, run.PathOf("restored")]);
        Assert.True(exit == 0, error);

        await using var store = PostgresStore.Open(restored);
        var outcome = await new VerifyRecords(store).RunAsync(before.Head, None);
        Assert.Empty(outcome.Findings);
        Assert.Equal((3, 1), (outcome.Records.Actuals.Count, outcome.Records.Snapshots.Count));
        Assert.Equal((before.Head, before.Records.Definitions.Count), (outcome.Head, outcome.Records.Definitions.Count));
        Assert.Equal(1, Assert.Single(await store.GetStatusAsync(None)).Delivered);
        Assert.Equal("原本", await File.ReadAllTextAsync(Path.Combine(run.PathOf("restored"), "originals", "市民意識調査.csv")));
        Assert.Equal("受付", await File.ReadAllTextAsync(Path.Combine(run.PathOf("restored"), "staging", "a.csv")));
        Assert.False(File.Exists(Path.Combine(run.PathOf("restored"), "staging", "b.part")));

        await store.MigrateAsync(None);
        await store.AppendActualsAsync([Actual("Z", Wave())], None); // sequences go on where they were
        Assert.Equal(4, (await store.GetRecordsAsync(None)).Chain[^1].Sequence);
    }

    [StoreFact]
    public async Task A_damaged_backup_is_refused()
    {
        await FillAsync();
        var backup = await BackUpAsync();
        await File.AppendAllTextAsync(Path.Combine(backup, "files.tar.gz"), "x");
        var (exit, _, error) = await ShellAsync("restore.sh", PostgresServer.Shared.CreateDatabase(), [backup, run.PathOf("restored")]);
        Assert.Equal(1, exit);
        Assert.Contains("バックアップが壊れています。別のバックアップを使ってください。", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(run.PathOf("restored")));
    }

    [StoreFact]
    public async Task A_database_with_records_is_not_overwritten()
    {
        var before = await FillAsync();
        var (exit, _, error) = await ShellAsync("restore.sh", database, [await BackUpAsync(), run.PathOf("restored")]);
        Assert.Equal(2, exit);
        Assert.Equal("このデータベースには SurveyCalc の記録がすでにあります。createdb で新しいデータベースを作り、それを指定してください。\n", error);
        await using var store = PostgresStore.Open(database);
        var after = await new VerifyRecords(store).RunAsync(before.Head, None);
        Assert.Empty(after.Findings);
        Assert.Equal(before.Head, after.Head);
    }

    [StoreFact]
    public async Task A_database_that_does_not_answer_is_told_as_such()
    {
        await FillAsync();
        var nowhere = new NpgsqlConnectionStringBuilder(database) { Database = "missing" }.ToString();
        var (exit, _, error) = await ShellAsync("restore.sh", nowhere, [await BackUpAsync(), run.PathOf("restored")]);
        Assert.Equal(2, exit);
        Assert.EndsWith("新しいデータベースに接続できません。createdb で作ってあるか、DATABASE とパスワード(~/.pgpass)を確かめてください。\n", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(run.PathOf("restored")));
    }

    [StoreFact]
    public async Task A_data_folder_with_files_is_not_overwritten()
    {
        await FillAsync();
        var (exit, _, error) = await ShellAsync("restore.sh", PostgresServer.Shared.CreateDatabase(), [await BackUpAsync(), run.Data]);
        Assert.Equal((2, $"データフォルダー「{run.Data}」は空ではありません。新しいフォルダーを指定してください。\n"), (exit, error));
    }

    [StoreFact]
    public async Task A_backup_that_fails_leaves_nothing_that_looks_like_one()
    {
        Directory.CreateDirectory(run.Data);
        var nowhere = new NpgsqlConnectionStringBuilder(database) { Database = "missing" }.ToString();
        var (exit, text, _) = await ShellAsync("backup.sh", nowhere, [run.Data, run.PathOf("backups")]);
        Assert.NotEqual(0, exit);
        Assert.Equal("", text);
        Assert.Empty(Directory.GetFileSystemEntries(run.PathOf("backups")));
    }

    private async Task<VerifyRecords.Outcome> FillAsync()
    {
        await using var store = PostgresStore.Open(database);
        await store.MigrateAsync(None);
        await store.SaveDefinitionsAsync(DefinitionItems.Of(SmallCity.Define([2020])), Noon, "tester", None);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("問1,性別\r\n" + string.Concat(SmallCity.Rows(40, "1,2\r\n"))));
        await new ReceiveUpload(store, null, TimeProvider.System).RunAsync(
            file, "2020.csv", new WaveKey(SmallCity.Survey, new FiscalYear(2020)), "tester", dryRun: false, null, null, None);
        await new Recompute(store, TimeProvider.System).RunAsync(None);
        await store.NextAsync("会計", "node", TimeSpan.FromMinutes(1), None);
        await store.DeliveredAsync("会計", 1, None);
        foreach (var (folder, name, text) in new[] { ("originals", "市民意識調査.csv", "原本"), ("staging", "a.csv", "受付"), ("staging", "b.part", "途中") })
        {
            Directory.CreateDirectory(Path.Combine(run.Data, folder));
            await File.WriteAllTextAsync(Path.Combine(run.Data, folder, name), text);
        }

        return await new VerifyRecords(store).RunAsync(null, None);
    }

    private async Task<string> BackUpAsync()
    {
        var (exit, text, error) = await ShellAsync("backup.sh", database, [run.Data, run.PathOf("backups")]);
        Assert.True(exit == 0, error);
        return text.Trim();
    }

    private Task<(int Exit, string Out, string Error)> ShellAsync(string script, string connection, string[] arguments) =>
        DeployScript.RunAsync(script, connection, run.Folder, arguments);
}
