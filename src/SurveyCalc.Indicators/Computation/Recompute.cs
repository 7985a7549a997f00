using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Computation;

/// <summary>
/// Brings the stored actuals up to date (再計算). Compares fingerprints first: what depends on no changed input is neither
/// read, computed nor written. A confirmed actual (確定・訂正) is never changed: what differs from it is reported.
/// </summary>
public sealed class Recompute(IStore store, TimeProvider time)
{
    /// <summary>Name under which the program makes revisions.</summary>
    public const string ProgramName = "SurveyCalc";

    /// <summary>What a recomputation did.</summary>
    /// <param name="Planned">Actuals that there should be.</param>
    /// <param name="Written">New revisions, in the order of the indicators and years; empty when nothing changed.</param>
    /// <param name="Reported">New difference reports (差異報告) on confirmed actuals.</param>
    /// <param name="Differing">Confirmed actuals that the inputs now give otherwise, reported before or now.</param>
    /// <param name="SnapshotsRead">How many snapshots were read.</param>
    public sealed record Outcome(
        int Planned, IReadOnlyList<Actual> Written, IReadOnlyList<DifferenceReport> Reported, int Differing, int SnapshotsRead);

    /// <summary>Brings the actuals of every wave up to date.</summary>
    public Task<Outcome> RunAsync(CancellationToken cancellation) => RunAsync(null, cancellation);

    /// <summary>Brings the actuals of one wave up to date; those of other waves stay as they are.</summary>
    /// <param name="only">The wave; null for all.</param>
    /// <param name="cancellation">Stops it; nothing is written then.</param>
    public async Task<Outcome> RunAsync(WaveKey? only, CancellationToken cancellation)
    {
        var at = time.GetUtcNow();
        var plan = await StoredPlan.OfAsync(store, at, (wave, _) => only is null || wave == only, cancellation);
        var (changed, stale, latest) = await FindStaleAsync(plan.Planned, cancellation);
        var planned = plan.Planned.Count;
        var differing = changed.Count(p => latest.GetValueOrDefault((p.Indicator.Code, p.Wave.Wave)) is { Status: not Status.Preliminary });
        if (stale.Count == 0) return new Outcome(planned, [], [], differing, 0);

        var (actuals, snapshotsRead) = await plan.ComputeAsync(stale, at, cancellation);
        var appended = await store.AppendActualsAsync(
            [.. actuals.Select(a => Signed(a, latest.GetValueOrDefault((a.Indicator, a.Wave)), at))], cancellation);
        return new Outcome(planned, appended.Written, appended.Differences, differing, snapshotsRead);
    }

    /// <summary>Looks at every wave by fingerprints, without reading an answer or writing anything.</summary>
    /// <returns>How many actuals there should be, and the waves with one that is not up to date, in the order of the plan.</returns>
    public async Task<(int Planned, IReadOnlyList<WaveKey> Stale)> FindStaleWavesAsync(CancellationToken cancellation)
    {
        var plan = await StoredPlan.OfAsync(store, time.GetUtcNow(), cancellation);
        var (_, stale, _) = await FindStaleAsync(plan.Planned, cancellation);
        return (plan.Planned.Count, [.. stale.Select(p => p.Wave.Wave).Distinct()]);
    }

    /// <summary>The waves whose change is stated against this one and is not up to date.</summary>
    public async Task<IReadOnlyList<WaveKey>> FindStaleAfterAsync(WaveKey wave, CancellationToken cancellation)
    {
        var plan = await StoredPlan.OfAsync(store, time.GetUtcNow(), (_, previous) => previous == wave, cancellation);
        var (_, stale, _) = await FindStaleAsync(plan.Planned, cancellation);
        return [.. stale.Select(p => p.Wave.Wave).Distinct()];
    }

    /// <summary>Those whose fingerprint is not that of the latest revision, and of these those that nobody has reported yet.</summary>
    private async Task<(List<PlannedActual> Changed, List<PlannedActual> Stale, Dictionary<(string Indicator, WaveKey Wave), Actual> Latest)> FindStaleAsync(
        IReadOnlyList<PlannedActual> planned, CancellationToken cancellation)
    {
        var latest = (await store.GetActualsAsync(allRevisions: false, cancellation)).ToDictionary(a => (a.Indicator, a.Wave));
        var reported = (await store.GetDifferencesAsync(cancellation))
            .Select(d => (d.Indicator, d.Wave, d.Revision, d.Recomputed.Fingerprint)).ToHashSet();
        var changed = planned.Where(p => latest.GetValueOrDefault((p.Indicator.Code, p.Wave.Wave))?.Fingerprint != p.Fingerprint).ToList();
        var stale = changed.Where(p => !(latest.GetValueOrDefault((p.Indicator.Code, p.Wave.Wave)) is { Status: not Status.Preliminary } confirmed
            && reported.Contains((confirmed.Indicator, confirmed.Wave, confirmed.Revision, p.Fingerprint)))).ToList();
        return (changed, stale, latest);
    }

    /// <summary>The outcome with who made it, when and why.</summary>
    internal static Actual Signed(Actual computed, Actual? before, DateTimeOffset at) => computed with
    {
        By = ProgramName,
        RecordedAt = at,
        Why = before is null ? "初めての計算" : $"入力が変わったため再計算({InputChanges.Between(before, computed)})",
    };
}
