using Dapper;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Verification;
using SurveyCalc.Storage;
using SurveyCalc.Storage.Sqlite;
using static SurveyCalc.Tests.Contracts.StoreSamples;

namespace SurveyCalc.Tests.Storage;

public sealed partial class SqliteStoreTests
{
    [Fact]
    public async Task Opening_touches_nothing_and_migrating_creates_folder_and_file()
    {
        var path = Path.Combine(folder, "新しい", "深い", "surveycalc.db");
        await using var store = SqliteStore.Open(path);
        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));
        await store.MigrateAsync(None);
        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task Migrations_are_recorded_with_their_checksums()
    {
        await using var store = await OpenMigratedAsync();
        using var connection = Connect();
        Assert.Equal(
            MigrationScript.Embedded("Sqlite").Select(script => (script.Version, script.Name, script.Sha256)),
            connection.Query<(int, string, string)>("select version, name, sha256 from schema_version order by version"));
    }

    [Fact]
    public async Task The_database_is_in_write_ahead_mode()
    {
        await using var store = await OpenMigratedAsync();
        using var connection = Connect();
        Assert.Equal("wal", connection.QuerySingle<string>("pragma journal_mode"));
    }

    [Fact]
    public async Task A_newer_database_is_refused()
    {
        await AlterAsync("insert into schema_version values (4, '0004_next', 'x', 't'), (5, '0005_next', 'x', 't')");
        Assert.Equal(
            $"データベース「{Database}」は、より新しい版の SurveyCalc で作られています(構造 第5版。このプログラムが扱えるのは第3版まで)。新しい SurveyCalc を使うか、更新前のバックアップに戻してください。",
            await RefusalAsync());
    }

    [Theory]
    [InlineData("drop trigger schema_version_no_update; update schema_version set sha256 = 'x'", "0001_initial")]
    [InlineData("drop trigger actual_no_update", "trigger actual_no_update")]
    [InlineData("alter table actual add column remark text", "table actual")]
    [InlineData("drop index upload_wave", "index upload_wave")]
    [InlineData("create trigger spy after insert on actual begin select 1; end", "trigger spy")]
    public async Task An_altered_database_is_refused(string alteration, string what)
    {
        await AlterAsync(alteration);
        Assert.Equal(
            $"データベース「{Database}」の構造が SurveyCalc によらずに変更されています({what})。その変更を取り消すか、バックアップから戻してください。",
            await RefusalAsync());
    }

    [Fact]
    public async Task Views_indexes_and_tables_beside_ours_are_tolerated()
    {
        await AlterAsync("create view mine as select * from actual; create index my_index on actual (status); create table notes (x)");
        await using var store = await OpenMigratedAsync();
        Assert.Empty(await store.GetWavesAsync(None));
    }

    [Fact]
    public async Task The_database_of_another_program_is_refused()
    {
        var path = Path.Combine(folder, "other.db");
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False"))
            connection.Execute("create table notes (x)");
        Assert.Equal($"「{path}」は SurveyCalc のデータベースではありません。別のファイルを指定してください。", await RefusalAsync(path));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_stays_as_it_is()
    {
        var path = Path.Combine(folder, "回答.csv");
        var text = string.Concat(Enumerable.Repeat("番号,問1\n", 100));
        await File.WriteAllTextAsync(path, text);
        Assert.Equal($"「{path}」は SurveyCalc のデータベースではありません。別のファイルを指定してください。", await RefusalAsync(path));
        Assert.Equal(text, await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told_with_what_to_do()
    {
        var file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, "");
        var path = Path.Combine(file, "surveycalc.db");
        Assert.Equal(
            $"データベース「{path}」を置くフォルダを使えません。フォルダの場所と、書き込みの権限を確かめてください。",
            await RefusalAsync(path));
    }

    [Fact]
    public async Task A_folder_instead_of_a_file_is_told_with_what_to_do() => Assert.Equal(
        $"データベース「{folder}」を開けません。場所の指定と、ファイルとフォルダの読み書きの権限を確かめてください。",
        await RefusalAsync(folder));

    [Fact]
    public async Task A_missing_database_is_told_and_not_created()
    {
        var path = Path.Combine(folder, "missing.db");
        await using var store = SqliteStore.Open(path);
        var error = await Assert.ThrowsAsync<StoreException>(() => store.GetWavesAsync(None));
        Assert.Equal($"データベース「{path}」がありません。場所の指定を確かめるか、migrate を実行して作成してください。", error.Message);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task A_database_is_brought_up_to_date_and_keeps_what_it_holds()
    {
        await using (var old = await OpenMigratedAsync())
            await old.AppendActualsAsync([Actual("I1", Wave())], None);
        await using var store = OpenWith("create table addition (x)");
        Assert.Equal(
            $"データベース「{Database}」の構造が古いままです(第3版。必要なのは第4版)。バックアップを取り、migrate を実行してください。",
            (await Assert.ThrowsAsync<StoreException>(() => store.GetActualsAsync(true, None))).Message);
        await store.MigrateAsync(None);
        Assert.Single(await store.GetActualsAsync(allRevisions: true, None));
    }

    [Fact]
    public async Task Revisions_older_than_the_chain_are_linked_in_the_order_they_were_written()
    {
        // As the first version wrote them: without who made them, why and when.
        var path = Path.Combine(folder, "old.db");
        string[] bodies = [OldBody("I2", 1), OldBody("I1", 1), OldBody("I2", 2)];
        using (var old = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False"))
        {
            var first = MigrationScript.Embedded("Sqlite")[0];
            old.Open();
            old.Execute(first.Sql);
            old.Execute("insert into schema_version values (1, @Name, @Sha256, 't')", new { first.Name, first.Sha256 });
            foreach (var body in bodies)
                old.Execute(
                    """
                    insert into actual (
                        indicator, survey, fiscal_year, revision, status, fingerprint, printed, numerator, denominator,
                        no_figure_reason, change_verdict, change_reason, target_text, target_verdict, file_name, file_sha256,
                        snapshot_hash, engine_version, computed_at, body)
                    values (@Indicator, @Survey, 2020, @Revision, 'Preliminary', @Fingerprint, '55.20', 552, 1000,
                        '', 'NotShown', '', '57.0', 'Undecided', 'f', 'h', 's', '1', 't', @body)
                    """,
                    CanonicalJson.Read<SurveyCalc.Indicators.Actuals.Actual>(body) is var a ? new { a.Indicator, a.Wave.Survey, a.Revision, a.Fingerprint, body } : null);
        }

        await using var store = SqliteStore.Open(path);
        await store.MigrateAsync(None);
        Assert.Equal([("I1", 1), ("I2", 1), ("I2", 2)], (await store.GetActualsAsync(true, None)).Select(a => (a.Indicator, a.Revision)));
        await store.AppendActualsAsync([Actual("I3", Wave())], None);
        var outcome = await new VerifyRecords(store).RunAsync(null, None);
        Assert.Empty(outcome.Findings);
        var hash = new string('0', 64);
        foreach (var (link, body) in outcome.Records.Chain.Zip(bodies)) Assert.Equal(hash = CanonicalJson.Hash(hash + "\n" + body), link.Hash);
        Assert.Equal(4, outcome.Records.Chain.Count);

        static string OldBody(string indicator, int revision)
        {
            var json = System.Text.Json.Nodes.JsonNode.Parse(CanonicalJson.Write(Actual(indicator, Wave(), $"f{revision}") with { Revision = revision }))!.AsObject();
            foreach (var member in (string[])["By", "ApprovedBy", "Why", "RecordedAt"]) json.Remove(member);
            return json.ToJsonString(CanonicalJson.Options);
        }
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_the_database_as_it_was()
    {
        await using var old = await OpenMigratedAsync();
        await using (var store = OpenWith("create table addition (x); create table addition (x)"))
            await Assert.ThrowsAnyAsync<Exception>(() => store.MigrateAsync(None));
        Assert.Empty(await old.GetActualsAsync(allRevisions: true, None));
        using var connection = Connect();
        Assert.Equal(0, connection.QuerySingle<long>("select count(*) from sqlite_master where name = 'addition'"));
        Assert.Equal(3, connection.QuerySingle<long>("select count(*) from schema_version"));
    }

    private SqliteStore OpenWith(string nextMigration) => new(
        Database, TimeProvider.System, [.. MigrationScript.Embedded("Sqlite"), new MigrationScript(4, "0004_next", nextMigration)]);

    private async Task AlterAsync(string sql)
    {
        await using (await OpenMigratedAsync())
        {
        }

        using var connection = Connect();
        connection.Execute(sql);
    }

    private async Task<string> RefusalAsync(string? path = null)
    {
        await using var store = SqliteStore.Open(path ?? Database);
        return (await Assert.ThrowsAsync<StoreException>(() => store.MigrateAsync(None))).Message;
    }
}
