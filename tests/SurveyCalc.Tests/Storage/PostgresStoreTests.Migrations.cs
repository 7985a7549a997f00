using Dapper;
using SurveyCalc.Storage;
using SurveyCalc.Storage.PostgreSql;
using SurveyCalc.Tests.Postgres;
using static SurveyCalc.Tests.Contracts.StoreSamples;

namespace SurveyCalc.Tests.Storage;

public sealed partial class PostgresStoreTests
{
    [StoreFact]
    public void Migrations_are_recorded_with_their_checksums()
    {
        using var connection = Connect();
        Assert.Equal(
            MigrationScript.Embedded("PostgreSql").Select(script => ((long)script.Version, script.Name, script.Sha256)),
            connection.Query<(long, string, string)>("select version, name, sha256 from schema_version order by version"));
    }

    [StoreFact]
    public async Task A_newer_database_is_refused()
    {
        Execute("insert into schema_version (version, name, sha256, objects) values (4, '0004_next', 'x', 'x'), (5, '0005_next', 'x', 'x')");
        Assert.Equal(
            $"データベース「{Name}」は、より新しい版の SurveyCalc で作られています(構造 第5版。このプログラムが扱えるのは第3版まで)。新しい SurveyCalc を使うか、更新前のバックアップに戻してください。",
            (await RefusalAsync(PostgresStore.Open(database))).Message);
    }

    [StoreTheory]
    [InlineData("alter table actual add column remark text", "column actual.remark text")]
    [InlineData("alter table run alter column node drop not null", "column run.node text not null")]
    [InlineData("drop index upload_wave", "index upload_wave")]
    [InlineData("alter table actual disable trigger actual_append_only", "trigger actual.actual_append_only O")]
    [InlineData("create table notes (x int)", "column notes.x integer")]
    [InlineData("create or replace function append_only() returns trigger language plpgsql as 'begin return null; end'", "function append_only 72da18676936ea0c4101b3502f1a2c33")]
    [InlineData("drop view surveycalc_api.import_report", "column surveycalc_api.import_report.accepted bigint")]
    [InlineData("set session_replication_role = replica; update schema_version set sha256 = 'x' where version = 2", "0002_operations")]
    public async Task An_altered_database_is_refused(string alteration, string what)
    {
        Execute(alteration);
        var refusal = await RefusalAsync(PostgresStore.Open(database));
        Assert.True(refusal.IsDamage);
        Assert.Equal(
            $"データベース「{Name}」の構造が SurveyCalc によらずに変更されています({what})。その変更を取り消すか、バックアップから戻してください。",
            refusal.Message);
    }

    [StoreFact]
    public async Task Schemas_beside_ours_are_tolerated()
    {
        Execute("create schema analysis; create view analysis.mine as select * from actual; create table public.notes (x int)");
        await using var store = PostgresStore.Open(database);
        Assert.Empty(await store.GetWavesAsync(None));
    }

    [StoreFact]
    public async Task A_database_is_brought_up_to_date_and_keeps_what_it_holds()
    {
        var (old, scripts) = (PostgresServer.Shared.CreateDatabase(), MigrationScript.Embedded("PostgreSql"));
        await using (var first = PostgresStore.Open(old, [scripts[0]]))
        {
            Assert.Equal(["0001_initial"], await first.MigrateAsync(None));
            await first.AppendActualsAsync([Actual("I1", Wave())], None);
        }

        await using var store = PostgresStore.Open(old);
        Assert.EndsWith(
            "の構造が古いままです(第1版。必要なのは第3版)。バックアップを取り、migrate を実行してください。",
            (await Assert.ThrowsAsync<StoreException>(() => store.GetActualsAsync(true, None))).Message, StringComparison.Ordinal);
        Assert.Equal(["0002_operations", "0003_views"], await store.MigrateAsync(None));
        Assert.Empty(await store.MigrateAsync(None));
        Assert.Single(await store.GetActualsAsync(allRevisions: true, None));
    }

    [StoreFact]
    public async Task A_migration_that_fails_leaves_the_database_as_it_was()
    {
        var failing = new MigrationScript(4, "0004_next", "create table addition (x int); create table addition (x int)");
        await using (var store = PostgresStore.Open(database, [.. MigrationScript.Embedded("PostgreSql"), failing]))
            await Assert.ThrowsAsync<Npgsql.PostgresException>(() => store.MigrateAsync(None));
        await using var untouched = PostgresStore.Open(database);
        Assert.Empty(await untouched.GetWavesAsync(None));
    }

    [StoreTheory]
    [InlineData("schema_version")]
    [InlineData("definition")]
    [InlineData("upload")]
    [InlineData("import_report")]
    [InlineData("import_problem")]
    [InlineData("snapshot")]
    [InlineData("snapshot_column")]
    [InlineData("snapshot_chunk")]
    [InlineData("actual")]
    [InlineData("actual_chain")]
    [InlineData("difference_report")]
    [InlineData("correction_proposal")]
    public void Facts_are_append_only(string table)
    {
        using var connection = Connect();
        var column = connection.QueryFirst<string>("select column_name from information_schema.columns where table_schema = current_schema() and table_name = @table and is_identity = 'NO'", new { table });
        foreach (var change in new[] { $"update {table} set {column} = {column}", $"delete from {table}", $"truncate {table} cascade" })
        {
            var refusal = Assert.Throws<Npgsql.PostgresException>(() => connection.Execute(change));
            Assert.Equal(Npgsql.PostgresErrorCodes.RestrictViolation, refusal.SqlState);
            Assert.EndsWith("is append-only", refusal.MessageText, StringComparison.Ordinal);
        }
    }
}
