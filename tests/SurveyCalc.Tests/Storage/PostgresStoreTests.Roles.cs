using Dapper;
using Npgsql;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Storage.PostgreSql;
using SurveyCalc.Tests.Postgres;
using static SurveyCalc.Tests.Contracts.StoreSamples;

namespace SurveyCalc.Tests.Storage;

public sealed partial class PostgresStoreTests
{
    /// <summary>An empty database whose roles are set, migrated by its owner, as an administrator does it.</summary>
    private static async Task<string> WithRolesAsync()
    {
        var roles = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "deploy", "roles.sql"));
        var given = PostgresServer.Shared.CreateDatabase();
        await using var admin = new NpgsqlConnection(given);
        await admin.ExecuteAsync(roles);
        await using (var owner = PostgresStore.Open(As(given, "surveycalc_owner"))) await owner.MigrateAsync(None);
        await admin.ExecuteAsync(roles);
        await admin.ExecuteAsync(roles);
        return given;
    }

    private static string As(string connection, string role) =>
        new NpgsqlConnectionStringBuilder(connection) { Options = $"-c role={role}" }.ToString();

    [StoreFact]
    public async Task The_roles_may_do_their_work_and_nothing_else()
    {
        var given = await WithRolesAsync();

        await using (var service = PostgresStore.Open(As(given, "surveycalc_service")))
        {
            await service.RequestAsync(Recomputation(2020), None);
            var run = (await service.TakeAsync("a", Long, None))!;
            var under = service.Under(LeaseOf(run));
            await under.SaveDefinitionsAsync([Definition(DefinitionKind.Indicator, "I1")], Noon, "planner", None);
            await under.SaveWaveAsync(Upload(Wave()), Snapshot(Wave()), Report(Upload(Wave())), None);
            await under.AppendActualsAsync([Actual("I1", Wave())], None);
            await service.FinishAsync(LeaseOf(run), new RunOutcome(RunState.Succeeded, ""), None);
            Assert.Equal(1, (await service.NextAsync("city", "a", Long, None))!.Sequence);
            await service.FailedAsync("city", 1, "HTTP 400", null, None);
            await service.ReplayAsync("city", 1, onlyThis: true, None);
            await service.DeliveredAsync("city", 1, None);
            await service.AddKeyAsync(SampleKey, None);
            await service.SaveAccountAsync(SampleAccount, None);
            await service.SaveAccountAsync(SampleAccount, None);
        }

        await using (var service = await OpenAsync("surveycalc_service"))
            foreach (var refused in new[]
            {
                "alter table surveycalc.actual add column remark text", "drop table surveycalc.run", "create table surveycalc.notes (x int)", "create table public.notes (x int)",
                "delete from surveycalc.run", "delete from surveycalc.account", "delete from surveycalc.delivery_aside", "truncate surveycalc.run",
                "update surveycalc.actual set printed = 0", "delete from surveycalc.actual", "drop trigger actual_append_only on surveycalc.actual",
                "insert into surveycalc.schema_version (version, name, sha256, objects) values (9, 'x', 'x', 'x')", "set session_replication_role = replica",
            })
                await RefusedAsync(service, refused);

        await using var reader = await OpenAsync("surveycalc_read");
        foreach (var (view, count) in new[] { ("indicator_actual", 1L), ("indicator_actual_latest", 1L), ("indicator_change", 1L), ("import_report", 1L), ("survey_answer", 3L) })
            Assert.Equal(count, await reader.QuerySingleAsync<long>($"select count(*) from surveycalc_api.{view}"));
        foreach (var table in await TablesAsync(given)) await RefusedAsync(reader, $"select * from surveycalc.{table}");
        foreach (var refused in new[] { "create table public.notes (x int)", "create table surveycalc_api.notes (x int)", "create schema mine", "drop view surveycalc_api.survey_answer", "select surveycalc.append_only()" })
            await RefusedAsync(reader, refused);

        async Task<NpgsqlConnection> OpenAsync(string role)
        {
            var connection = new NpgsqlConnection(As(given, role));
            await connection.OpenAsync();
            return connection;
        }
    }

    private static async Task RefusedAsync(NpgsqlConnection connection, string sql)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(sql));
        Assert.True(refusal.SqlState == PostgresErrorCodes.InsufficientPrivilege, $"{sql}: {refusal.MessageText}");
    }

    private static async Task<IReadOnlyList<string>> TablesAsync(string given)
    {
        await using var admin = new NpgsqlConnection(given);
        var tables = (await admin.QueryAsync<string>("select relname from pg_class where relnamespace = 'surveycalc'::regnamespace and relkind in ('r', 'v')")).AsList();
        Assert.NotEmpty(tables);
        return tables;
    }
}
