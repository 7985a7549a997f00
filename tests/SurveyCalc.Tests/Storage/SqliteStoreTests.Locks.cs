using Dapper;
using SurveyCalc.Storage.Sqlite;
using static SurveyCalc.Tests.Contracts.StoreSamples;

namespace SurveyCalc.Tests.Storage;

public sealed partial class SqliteStoreTests
{
    [Fact]
    public async Task A_writer_waits_for_another_process_to_finish()
    {
        await using var store = await OpenMigratedAsync();
        using var other = Connect();
        using var transaction = other.BeginTransaction(deferred: false);
        var append = store.AppendActualsAsync([Actual("I1", Wave())], None);
        await Task.Delay(300);
        Assert.False(append.IsCompleted);
        transaction.Commit();
        Assert.Single((await append).Written);
    }

    [Fact]
    public async Task A_waiting_writer_can_be_cancelled()
    {
        await using var store = await OpenMigratedAsync();
        using var other = Connect();
        using var transaction = other.BeginTransaction(deferred: false);
        using var cancel = new CancellationTokenSource(100);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => store.AppendActualsAsync([Actual("I1", Wave())], cancel.Token));
    }

    [Fact]
    public async Task A_reader_does_not_wait_for_a_writer()
    {
        await using var store = await OpenMigratedAsync();
        using var other = Connect();
        using var transaction = other.BeginTransaction(deferred: false);
        other.Execute("insert into upload values (1, 's', 2020, 'f', 'h', 1, 't', 'b', 'p')");
        Assert.Empty(await store.GetWavesAsync(None).WaitAsync(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task A_writer_that_died_leaves_nothing_and_blocks_nobody()
    {
        await using var store = await OpenMigratedAsync();
        using (var other = Connect())
        {
            other.Execute("begin immediate");
            other.Execute("insert into upload values (1, 's', 2020, 'f', 'h', 1, 't', 'b', 'p')");
        }

        using var witness = Connect();
        Assert.Equal(0, witness.QuerySingle<long>("select count(*) from upload"));
        Assert.Single((await store.AppendActualsAsync([Actual("I1", Wave())], None)).Written);
    }

    [Fact]
    public async Task The_file_is_let_go_when_the_store_is_disposed()
    {
        await using (var store = await OpenMigratedAsync())
            await store.AppendActualsAsync([Actual("I1", Wave())], None);
        Assert.False(File.Exists(Database + "-wal"), "The write-ahead log remains.");
        await using var moved = SqliteStore.Open(Database);
        Assert.Single(await moved.GetActualsAsync(allRevisions: true, None));
    }
}
