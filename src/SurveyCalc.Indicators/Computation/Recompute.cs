using SurveyCalc.Indicators.Actuals;

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

    public async Task<Outcome> RunAsync(CancellationToken cancellation)
    {
        var at = time.GetUtcNow();
        var plan = await StoredPlan.OfAsync(store, at, cancellation);
        var latest = (await store.GetActualsAsync(allRevisions: false, cancellation)).ToDictionary(a => (a.Indicator, a.Wave));
        var reported = (await store.GetDifferencesAsync(cancellation))
            .Select(d => (d.Indicator, d.Wave, d.Revision, d.Recomputed.Fingerprint)).ToHashSet();
        var changed = plan.Planned.Where(p => latest.GetValueOrDefault((p.Indicator.Code, p.Wave.Wave))?.Fingerprint != p.Fingerprint).ToList();
        var differing = changed.Count(p => latest.GetValueOrDefault((p.Indicator.Code, p.Wave.Wave)) is { Status: not Status.Preliminary });
        var stale = changed.Where(p => !(latest.GetValueOrDefault((p.Indicator.Code, p.Wave.Wave)) is { Status: not Status.Preliminary } confirmed
            && reported.Contains((confirmed.Indicator, confirmed.Wave, confirmed.Revision, p.Fingerprint)))).ToList();
        if (stale.Count == 0) return new Outcome(plan.Planned.Count, [], [], differing, 0);

        var (actuals, snapshotsRead) = await plan.ComputeAsync(stale, at, cancellation);
        var appended = await store.AppendActualsAsync(
            [.. actuals.Select(a => Signed(a, latest.GetValueOrDefault((a.Indicator, a.Wave)), at))], cancellation);
        return new Outcome(plan.Planned.Count, appended.Written, appended.Differences, differing, snapshotsRead);
    }

    /// <summary>The outcome with who made it, when and why.</summary>
    internal static Actual Signed(Actual computed, Actual? before, DateTimeOffset at) => computed with
    {
        By = ProgramName,
        RecordedAt = at,
        Why = before is null ? "初めての計算" : $"入力が変わったため再計算({InputChanges.Between(before, computed)})",
    };
}
