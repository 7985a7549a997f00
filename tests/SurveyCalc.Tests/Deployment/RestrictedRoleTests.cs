using Dapper;
using Npgsql;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Storage.PostgreSql;
using SurveyCalc.Tests.Postgres;
using SurveyCalc.Tests.Scenarios;
using SurveyCalc.Tests.Service;

namespace SurveyCalc.Tests.Deployment;

/// <summary>The roles of deploy/roles.sql in use: people and processes that really log in as them.</summary>
[NeedsPostgres]
[Collection(ServiceProcesses.Name)]
public sealed class RestrictedRoleTests : IDisposable
{
    private const string EveryTwoSeconds = "0/2 * * * * ?";

    private readonly PostgresServer? server = PostgresServer.Missing is null ? PostgresServer.StartPrivate() : null;

    private static CancellationToken None => CancellationToken.None;

    private PostgresServer Server => server ?? throw new InvalidOperationException(PostgresServer.Missing);

    public void Dispose() => server?.Dispose();

    [StoreFact]
    public async Task Two_services_import_and_keep_their_nights_and_others_read_the_views_and_nothing_else()
    {
        var given = await InstallAsync();
        await using var city = await ServiceCity.CreateAsync(As(given, "surveycalc_service"), 2020, 2021);
        using var service = city.Serve(("Nightly", EveryTwoSeconds));
        using var second = city.Serve(("Nightly", EveryTwoSeconds));
        await service.ListeningAsync();
        await second.ListeningAsync();
        await city.UntilAsync((await city.ReceiveAsync(2020)).Id, RunState.Succeeded, service);
        await city.UntilAsync((await city.ReceiveAsync(2021)).Id, RunState.Succeeded, service);
        await ServiceProcess.UntilAsync(
            async () => (await city.RunsAsync()).Any(r => r.Request.Key.StartsWith("nightly/", StringComparison.Ordinal) && r.State is RunState.Succeeded),
            () => service.Log + second.Log);
        Assert.Equal((0, 0), (await service.StopAsync(), await second.StopAsync()));

        await using var admin = new NpgsqlConnection(given);
        Assert.Equal(["surveycalc_service"], await admin.QueryAsync<string>(
            "select distinct tableowner from pg_tables where schemaname = 'surveycalc_schedule'"));
        await using var reader = new NpgsqlConnection(As(given, "surveycalc_read"));
        Assert.Equal(6, await reader.QuerySingleAsync<long>("select count(*) from surveycalc_api.indicator_actual"));
        foreach (var table in await admin.QueryAsync<string>(
            "select oid::regclass::text from pg_class where relkind in ('r', 'v') and relnamespace in ('surveycalc'::regnamespace, 'surveycalc_schedule'::regnamespace)"))
            foreach (var sql in new[] { $"select * from {table}", $"insert into {table} default values", $"delete from {table}" }) await RefusedAsync(reader, sql);
        Assert.Empty(await reader.QueryAsync<string>("""
            select relname from pg_class
            where relnamespace = 'surveycalc_api'::regnamespace and has_table_privilege(oid, 'insert, update, delete, truncate, references, trigger')
            """));
        Assert.Equal(5, await reader.QuerySingleAsync<long>(
            "select count(*) from pg_class where relnamespace = 'surveycalc_api'::regnamespace and relkind = 'v' and has_table_privilege(oid, 'select')"));
        await RefusedAsync(reader, "create table surveycalc_api.notes (x int)");
        await RefusedAsync(reader, "create schema mine");
    }

    [StoreFact]
    public async Task A_backup_by_the_owner_is_restored_verified_and_worked_on_by_the_service()
    {
        var given = await InstallAsync();
        await using var city = await ServiceCity.CreateAsync(As(given, "surveycalc_service"), 2020, 2021);
        using (var service = city.Serve())
        {
            await city.UntilAsync((await city.ReceiveAsync(2020)).Id, RunState.Succeeded, service);
            await city.UntilIdleAsync();
            Assert.Equal(0, await service.StopAsync());
        }

        var waiting = await city.ReceiveAsync(2021);
        var before = await VerifyAsync(city.Folder, As(given, "surveycalc_service"));
        var backup = (await OkAsync("backup.sh", As(given, "surveycalc_owner"), city.Folder, city.Data, Path.Combine(city.Folder, "backups"))).Trim();

        var restored = Server.CreateDatabase();
        var data = Path.Combine(city.Folder, "restored");
        await using var admin = new NpgsqlConnection(restored);
        await admin.ExecuteAsync($"alter database {new NpgsqlConnectionStringBuilder(restored).Database} owner to surveycalc_owner");
        await OkAsync("restore.sh", As(restored, "surveycalc_owner"), city.Folder, backup, data);
        Assert.EndsWith("deploy の権限設定(roles.sql)を確かめてください。\n", (await CommandRun.OnServerAsync(city.Folder, As(restored, "surveycalc_service"), "verify")).Error, StringComparison.Ordinal);
        await admin.ExecuteAsync(await RolesAsync());

        Assert.Equal(before, await VerifyAsync(city.Folder, As(restored, "surveycalc_service")));
        using var again = city.Serve(("Database", As(restored, "surveycalc_service")), ("DataFolder", data));
        await using var store = PostgresStore.Open(As(restored, "surveycalc_service"));
        await ServiceProcess.UntilAsync(async () => (await store.FindRunAsync(waiting.Id, None))!.State is RunState.Succeeded, () => again.Log);
        await using var reader = new NpgsqlConnection(As(restored, "surveycalc_read"));
        Assert.Equal(6, await reader.QuerySingleAsync<long>("select count(*) from surveycalc_api.indicator_actual"));
    }

    [StoreFact]
    public async Task What_an_administrator_restored_belongs_to_the_owner_again()
    {
        var given = Server.CreateDatabase();
        await using (var store = PostgresStore.Open(given)) await store.MigrateAsync(None);
        await using var admin = new NpgsqlConnection(given);
        await admin.ExecuteAsync(await RolesAsync());
        Assert.Equal(["surveycalc_owner"], await admin.QueryAsync<string>("""
            select relowner::regrole::text from pg_class where relnamespace in ('surveycalc'::regnamespace, 'surveycalc_api'::regnamespace)
            union select proowner::regrole::text from pg_proc where pronamespace = 'surveycalc'::regnamespace
            """));
        await using var city = await ServiceCity.CreateAsync(As(given, "surveycalc_service"), 2020);
    }

    [StoreTheory]
    [InlineData("drop schema surveycalc_schedule")]
    [InlineData("alter schema surveycalc_schedule owner to surveycalc_owner")]
    public async Task A_service_that_may_not_keep_its_schedule_says_what_to_do(string damage)
    {
        var given = await InstallAsync();
        await using var city = await ServiceCity.CreateAsync(As(given, "surveycalc_service"), 2020);
        await using (var admin = new NpgsqlConnection(given)) await admin.ExecuteAsync(damage);
        using var service = city.Serve();
        Assert.Equal(2, await service.ExitAsync());
        Assert.Contains("予定表のスキーマ surveycalc_schedule を使う権限がありません。データベースの管理者が deploy の権限設定(roles.sql)を実行してください。", service.Log, StringComparison.Ordinal);
    }

    /// <summary>A database whose roles are set by an administrator and that its owner migrated.</summary>
    private async Task<string> InstallAsync()
    {
        var given = Server.CreateDatabase();
        await using var admin = new NpgsqlConnection(given);
        await admin.ExecuteAsync(await RolesAsync());
        await using (var owner = PostgresStore.Open(As(given, "surveycalc_owner"))) await owner.MigrateAsync(None);
        await admin.ExecuteAsync(await RolesAsync());
        return given;
    }

    private static Task<string> RolesAsync() => File.ReadAllTextAsync(DeployScript.PathOf("roles.sql"));

    private static string As(string connection, string role) => new NpgsqlConnectionStringBuilder(connection) { Username = role }.ToString();

    private static async Task RefusedAsync(NpgsqlConnection connection, string sql)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(sql));
        Assert.True(refusal.SqlState == PostgresErrorCodes.InsufficientPrivilege, $"{sql}: {refusal.SqlState} {refusal.MessageText}");
    }

    private static async Task<string> OkAsync(string script, string connection, string folder, params string[] arguments)
    {
        var (exit, text, error) = await DeployScript.RunAsync(script, connection, folder, arguments);
        Assert.True(exit == 0, error);
        return text;
    }

    private static async Task<string> VerifyAsync(string folder, string connection)
    {
        var (exit, text, error) = await CommandRun.OnServerAsync(folder, connection, "verify");
        Assert.True(exit == 0, error);
        return text;
    }
}
