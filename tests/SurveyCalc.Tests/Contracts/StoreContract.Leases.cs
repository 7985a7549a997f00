using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Storage;
using SurveyCalc.Tests.Postgres;
using static SurveyCalc.Tests.Contracts.StoreSamples;

namespace SurveyCalc.Tests.Contracts;

public abstract partial class StoreContract
{
    /// <summary>A run that its first worker still believes to hold, and its second holds.</summary>
    private async Task<(Lease Old, Lease New)> TakenOverAsync()
    {
        await Runs.RequestAsync(Recomputation(2020), None);
        var frozen = await TakeAsync("frozen");
        var awake = await TakeAsync("awake", TimeSpan.Zero);
        Assert.Equal((frozen.Id, 2, 2L, "awake"), (awake.Id, awake.Attempt, awake.Epoch, awake.Node));
        return (LeaseOf(frozen), LeaseOf(awake));
    }

    [StoreFact]
    public async Task A_run_whose_worker_is_silent_is_taken_over_and_one_that_gives_signs_of_life_is_not()
    {
        var (_, held) = await TakenOverAsync();
        await Runs.BeatAsync(held, 0.5, None);
        Assert.Null(await Runs.TakeAsync("third", Long, None));
        Assert.Equal(3, (await TakeAsync("third", TimeSpan.Zero)).Epoch);
    }

    [StoreFact]
    public async Task A_worker_that_was_taken_over_is_refused_in_the_ledger()
    {
        var (old, held) = await TakenOverAsync();
        var before = await FindAsync(old.RunId);
        await RefusedAsync(() => Runs.BeatAsync(old, 0.9, None));
        await RefusedAsync(() => Runs.FinishAsync(old, new RunOutcome(RunState.Succeeded, "遅い"), None));
        await RefusedAsync(() => Runs.FailAsync(old, "遅い", null, None));
        Assert.Equal(before, await FindAsync(old.RunId));
        await Runs.FinishAsync(held, new RunOutcome(RunState.Succeeded, "済み"), None);

        async Task RefusedAsync(Func<Task> act) => Assert.Equal(old, (await Assert.ThrowsAsync<SupersededException>(act)).Lease);
    }

    [StoreFact]
    public async Task A_worker_that_was_taken_over_writes_nothing()
    {
        var first = Actual("I1", Wave());
        await store.AppendActualsAsync([first], None);
        var (old, held) = await TakenOverAsync();
        var late = Runs.Under(old);
        var upload = Upload(Wave());
        await RefusedAsync(() => late.SaveWaveAsync(upload, Snapshot(Wave()), Report(upload), None));
        await RefusedAsync(() => late.AppendActualsAsync([Actual("I1", Wave(), "f2")], None));
        await RefusedAsync(() => late.ConfirmActualsAsync([Final(first with { Revision = 1 })], None));
        await RefusedAsync(() => late.SaveDefinitionsAsync([Definition(DefinitionKind.Indicator, "I1")], Noon, "late", None));
        await RefusedAsync(() => late.ProposeCorrectionAsync(Proposal(first, 1), None));
        Assert.Empty(await store.GetWavesAsync(None));
        Assert.Empty(await store.GetDefinitionsAsync(None));
        Assert.Single(await store.GetActualsAsync(allRevisions: true, None));

        var current = Runs.Under(held);
        var header = await current.SaveWaveAsync(upload, Snapshot(Wave()), Report(upload), None);
        Assert.Equal([header], await store.GetWavesAsync(None));
        Assert.Single((await current.AppendActualsAsync([Actual("I1", Wave(), "f2")], None)).Written);

        async Task RefusedAsync(Func<Task> act) => Assert.Equal(old, (await Assert.ThrowsAsync<SupersededException>(act)).Lease);
    }

    [StoreFact]
    public async Task A_lease_ends_with_its_run()
    {
        await Runs.RequestAsync(Recomputation(2020), None);
        var finished = LeaseOf(await TakeAsync());
        await Runs.FinishAsync(finished, new RunOutcome(RunState.Succeeded, ""), None);
        await Runs.RequestAsync(Recomputation(2021), None);
        var failed = LeaseOf(await TakeAsync());
        await Runs.FailAsync(failed, "", TimeSpan.Zero, None);
        foreach (var lease in new[] { finished, failed, new Lease(4_711, 1) })
        {
            await Assert.ThrowsAsync<SupersededException>(() => Runs.Under(lease).AppendActualsAsync([Actual("I1", Wave())], None));
            await Assert.ThrowsAsync<SupersededException>(() => Runs.BeatAsync(lease, 0, None));
        }
    }

    [StoreFact]
    public async Task A_store_under_a_lease_reads_after_it_was_lost_and_may_be_disposed()
    {
        var (old, _) = await TakenOverAsync();
        await store.AppendActualsAsync([Actual("I1", Wave())], None);
        await using (var late = Runs.Under(old)) Assert.Single(await late.GetActualsAsync(allRevisions: true, None));
        Assert.Single(await store.GetActualsAsync(allRevisions: true, None));
    }

    /// <summary>The worker is frozen between two chunks; another asks for the run, and the first goes on.</summary>
    [StoreFact]
    public async Task A_write_that_is_under_way_at_the_take_over_is_in_full_before_it_or_never()
    {
        await Runs.RequestAsync(Recomputation(2020), None);
        var first = LeaseOf(await TakeAsync("frozen"));
        await using var other = await ReopenAsync();
        Task<Run?> takeOver = Task.FromResult<Run?>(null);
        var snapshot = Tripped(() =>
        {
            takeOver = ((IRunLedger)other).TakeAsync("awake", TimeSpan.Zero, None);
            if (EvictsWriters) takeOver.GetAwaiter().GetResult();
        });
        var upload = Upload(snapshot.Wave);
        var save = Runs.Under(first).SaveWaveAsync(upload, snapshot, Report(upload), None);
        if (EvictsWriters)
        {
            Assert.True((await Assert.ThrowsAsync<StoreException>(() => save)).IsTransient);
            Assert.Empty(await store.GetWavesAsync(None));
        }
        else
        {
            Assert.Equal([await save], await store.GetWavesAsync(None));
        }

        Assert.Equal(2, (await takeOver)!.Epoch);
        await Assert.ThrowsAsync<SupersededException>(() => Runs.Under(first).SaveWaveAsync(upload, Snapshot(snapshot.Wave), Report(upload), None));
    }

    /// <summary>Whether a take-over ends the silent worker's session, or waits for its write.</summary>
    protected abstract bool EvictsWriters { get; }
}
