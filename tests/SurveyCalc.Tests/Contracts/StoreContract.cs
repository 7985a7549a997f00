using SurveyCalc.Indicators;
using SurveyCalc.Tests.Postgres;
using static SurveyCalc.Tests.Contracts.StoreSamples;

namespace SurveyCalc.Tests.Contracts;

/// <summary>
/// What every store promises. A store's tests inherit this and only say how to make one; whatever a store does beyond it
/// is tested there.
/// </summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    private static CancellationToken None => CancellationToken.None;

    private IStore store = null!;

    /// <summary>A store on a new, empty database that is not migrated.</summary>
    protected abstract Task<IStore> CreateAsync();

    /// <summary>Another store on the database of <see cref="CreateAsync"/>, as another process would open it.</summary>
    protected abstract Task<IStore> ReopenAsync();

    public async Task InitializeAsync()
    {
        store = await CreateAsync();
        await store.MigrateAsync(None);
    }

    public async Task DisposeAsync() => await store.DisposeAsync();

    /// <summary>As a program that is started again finds it.</summary>
    private async Task RestartAsync()
    {
        await store.DisposeAsync();
        store = await ReopenAsync();
    }

    [StoreFact]
    public async Task A_new_database_is_empty()
    {
        Assert.Empty(await store.GetDefinitionsAsync(None));
        Assert.Empty(await store.GetWavesAsync(None));
        Assert.Empty(await store.GetActualsAsync(allRevisions: true, None));
    }

    [StoreFact]
    public async Task Migrating_again_keeps_everything()
    {
        await store.AppendActualsAsync([Actual("I1", Wave())], None);
        await RestartAsync();
        await store.MigrateAsync(None);
        await store.MigrateAsync(None);
        Assert.Single(await store.GetActualsAsync(allRevisions: true, None));
    }

    [StoreFact]
    public async Task Stores_that_migrate_at_once_all_succeed()
    {
        await using var other = await ReopenAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? store : other).MigrateAsync(None)));
        Assert.Empty(await other.GetWavesAsync(None));
    }

    [StoreFact]
    public async Task A_cancelled_call_throws_and_stores_nothing()
    {
        var cancelled = new CancellationToken(true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => store.AppendActualsAsync([Actual("I1", Wave())], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.GetActualsAsync(true, cancelled));
        Assert.Empty(await store.GetActualsAsync(allRevisions: true, None));
    }
}
