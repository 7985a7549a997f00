using SurveyCalc.Indicators.Runs;
using SurveyCalc.Storage.PostgreSql;
using SurveyCalc.Tests.Postgres;
using static SurveyCalc.Tests.Contracts.StoreSamples;

namespace SurveyCalc.Tests.Storage;

public sealed partial class PostgresStoreTests
{
    [StoreFact]
    public async Task A_worker_gives_signs_of_life_and_progress_while_it_writes()
    {
        await using var store = PostgresStore.Open(database);
        await store.RequestAsync(Recomputation(2020), None);
        var lease = LeaseOf((await store.TakeAsync("a", Long, None))!);
        Run? seen = null;
        var snapshot = Tripped(() =>
        {
            store.BeatAsync(lease, 0.75, None).GetAwaiter().GetResult();
            seen = store.FindRunAsync(lease.RunId, None).GetAwaiter().GetResult();
        });
        var upload = Upload(snapshot.Wave);
        var header = await store.Under(lease).SaveWaveAsync(upload, snapshot, Report(upload), None);
        Assert.Equal(0.75, seen!.Progress);
        Assert.Equal([header], await store.GetWavesAsync(None));
    }

    [StoreFact]
    public async Task Another_run_writes_while_one_does()
    {
        await using var store = PostgresStore.Open(database);
        foreach (var year in new[] { 2020, 2021 }) await store.RequestAsync(Recomputation(year), None);
        var (first, second) = (LeaseOf((await store.TakeAsync("a", Long, None))!), LeaseOf((await store.TakeAsync("b", Long, None))!));
        var (slow, quick) = (Upload(Wave(year: 2020)), Upload(Wave(year: 2021)));
        var snapshot = Tripped(() => store.Under(second).SaveWaveAsync(quick, Snapshot(quick.Wave), Report(quick), None).GetAwaiter().GetResult()) with { Wave = slow.Wave };
        await store.Under(first).SaveWaveAsync(slow, snapshot, Report(slow), None);
        Assert.Equal([slow.Wave, quick.Wave], (await store.GetWavesAsync(None)).Select(header => header.Wave));
    }
}
