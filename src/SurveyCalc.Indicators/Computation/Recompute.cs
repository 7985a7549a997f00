using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Computation;

/// <summary>
/// Brings the stored actuals up to date (再計算). Compares fingerprints first: what depends on no changed input is neither
/// read, computed nor written.
/// </summary>
public sealed class Recompute(IStore store, TimeProvider time)
{
    /// <summary>What a recomputation did.</summary>
    /// <param name="Planned">Actuals that there should be.</param>
    /// <param name="Written">New revisions, in the order of the indicators and years; empty when nothing changed.</param>
    /// <param name="SnapshotsRead">How many snapshots were read.</param>
    public sealed record Outcome(int Planned, IReadOnlyList<Actual> Written, int SnapshotsRead);

    public async Task<Outcome> RunAsync(CancellationToken cancellation)
    {
        var definitions = DefinitionItems.ToSet(await store.GetDefinitionsAsync(cancellation));
        var headers = await store.GetWavesAsync(cancellation);
        var waves = new List<PlannedWave>();
        foreach (var header in headers) waves.Add(await CountStoredWave.PlanAsync(store, header, cancellation));

        var latest = (await store.GetActualsAsync(allRevisions: false, cancellation))
            .ToDictionary(a => (a.Indicator, a.Wave), a => a.Fingerprint);
        var planned = PlanActuals.Of(definitions, waves);
        var stale = planned.Where(p => latest.GetValueOrDefault((p.Indicator.Code, p.Wave.Wave)) != p.Fingerprint).ToList();
        if (stale.Count == 0) return new Outcome(planned.Count, [], 0);

        var tallies = new List<WaveTallies>();
        foreach (var wave in stale.SelectMany(p => p.Previous is null ? [p.Wave] : new[] { p.Wave, p.Previous }).Distinct())
        {
            var indicators = stale.Where(p => p.Wave == wave || p.Previous == wave).Select(p => p.Indicator);
            tallies.Add(await TallyAsync(definitions, wave, headers.Single(h => h.Wave == wave.Wave), indicators, cancellation));
        }

        var actuals = ComputeActuals.Of(definitions, stale, tallies, time.GetUtcNow());
        return new Outcome(planned.Count, await store.AppendActualsAsync(actuals, cancellation), tallies.Count);
    }

    private async Task<WaveTallies> TallyAsync(
        DefinitionSet definitions, PlannedWave wave, WaveHeader header, IEnumerable<Indicator> indicators, CancellationToken cancellation)
    {
        var rules = indicators.DistinctBy(i => (i.Code, i.ValidFrom)).Select(i => wave.Bind(i, out _)).OfType<BoundRule>().ToList();
        return await CountStoredWave.OfAsync(store, definitions, wave, header, rules, [], cancellation);
    }
}
