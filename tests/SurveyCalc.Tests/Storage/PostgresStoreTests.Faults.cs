using SurveyCalc.Storage;
using SurveyCalc.Storage.PostgreSql;
using SurveyCalc.Tests.Postgres;
using static SurveyCalc.Tests.Contracts.StoreSamples;

namespace SurveyCalc.Tests.Storage;

public sealed partial class PostgresStoreTests
{
    [StoreFact]
    public async Task A_server_that_is_not_there_is_told_and_may_be_there_later()
    {
        var folder = Directory.CreateTempSubdirectory("surveycalc-").FullName;
        var refusal = await RefusalAsync(PostgresStore.Open($"Host={folder};Username=app;Database=city"));
        Directory.Delete(folder);
        Assert.Equal($"データベース「{folder}/city」に接続できません。PostgreSQLが動いているか、接続先の設定を確かめてください。", refusal.Message);
        Assert.True(refusal.IsTransient);
    }

    [StoreFact]
    public async Task A_database_that_is_not_there_is_told()
    {
        var refusal = await RefusalAsync(OpenWith(settings => settings.Database = "no_such_city"));
        Assert.EndsWith("/no_such_city」がありません。場所の指定を確かめるか、migrate を実行して作成してください。", refusal.Message, StringComparison.Ordinal);
        Assert.False(refusal.IsTransient);
    }

    [StoreFact]
    public async Task A_database_without_our_tables_is_told()
    {
        var refusal = await RefusalAsync(PostgresStore.Open(PostgresServer.Shared.CreateDatabase()));
        Assert.EndsWith("」に SurveyCalc の表がありません。接続先を確かめるか、migrate を実行して作成してください。", refusal.Message, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_user_that_is_not_known_is_told() => Assert.Equal(
        $"データベース「{Name}」に接続できません。利用者名とパスワードを確かめてください。",
        (await RefusalAsync(OpenWith(settings => settings.Username = "no_such_user"))).Message);

    [StoreFact]
    public async Task A_user_without_the_rights_is_told()
    {
        Execute("do $$ begin create role surveycalc_nobody; exception when duplicate_object then null; end $$");
        Assert.Equal(
            $"データベース「{Name}」での権限が足りません。deploy の権限設定(roles.sql)を確かめてください。",
            (await RefusalAsync(OpenWith(settings => settings.Options = "-c role=surveycalc_nobody"))).Message);
    }

    [StoreFact]
    public async Task A_server_that_only_reads_is_told_and_still_read()
    {
        await using var store = OpenWith(settings => settings.Options = "-c default_transaction_read_only=on");
        Assert.Empty(await store.GetWavesAsync(None));
        Assert.Equal(
            $"データベース「{Name}」に書き込めません。ファイルとフォルダの書き込みの権限を確かめてください。",
            (await Assert.ThrowsAsync<StoreException>(() => store.AppendActualsAsync([Actual("I1", Wave())], None))).Message);
    }

    /// <summary>The server's own words, raised by a trigger: a full disk itself is not to be had here.</summary>
    [StoreTheory]
    [InlineData("disk_full", "のあるディスクに空きがありません。空きを作って、もう一度実行してください。何も保存されていません。", false)]
    [InlineData("data_corrupted", "が壊れています(XX001)。バックアップから戻してください。", false)]
    [InlineData("admin_shutdown", "での処理が途切れました。何も保存されていません。もう一度実行してください。", true)]
    [InlineData("deadlock_detected", "での処理が途切れました。何も保存されていません。もう一度実行してください。", true)]
    public async Task What_the_server_reports_is_told_with_what_to_do(string condition, string words, bool isTransient)
    {
        await using var store = PostgresStore.Open(database);
        Assert.Empty(await store.GetWavesAsync(None));
        Execute($"""
            create function fault() returns trigger language plpgsql as $$ begin raise exception 'simulated' using errcode = '{condition}'; end $$;
            create trigger fault before insert on actual execute function fault()
            """);
        var refusal = await Assert.ThrowsAsync<StoreException>(() => store.AppendActualsAsync([Actual("I1", Wave())], None));
        Assert.Equal((isTransient, $"データベース「{Name}」{words}"), (refusal.IsTransient, refusal.Message));
    }
}
