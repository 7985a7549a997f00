using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Actuals;

/// <summary>
/// Proposes to correct a confirmed actual (訂正案) by what its inputs give now. Nothing is corrected until another person
/// releases it.
/// </summary>
public sealed class ProposeCorrection(IStore store, TimeProvider time)
{
    /// <summary>What waits for a decision.</summary>
    /// <param name="Differences">Reports on confirmed actuals that are the latest and that the inputs still give otherwise.</param>
    /// <param name="Proposals">Proposals that count, for the latest revision each; stale ones too, which are refused on release.</param>
    public sealed record Pending(IReadOnlyList<DifferenceReport> Differences, IReadOnlyList<CorrectionProposal> Proposals);

    /// <summary>Stores a proposal, with the difference report when that is missing still.</summary>
    /// <param name="indicator">Indicator code.</param>
    /// <param name="year">Fiscal year.</param>
    /// <param name="survey">Survey; null unless the indicator has actuals of several in the year.</param>
    /// <param name="by">Who proposes.</param>
    /// <param name="reason">Why the confirmed value is wrong.</param>
    /// <param name="cancellation">Stops before the proposal is written.</param>
    /// <returns>The proposal and the difference it is about.</returns>
    /// <exception cref="OperatorException">There is nothing to correct; the message says why and what to do.</exception>
    public async Task<(CorrectionProposal Proposal, DifferenceReport Difference)> RunAsync(
        string indicator, FiscalYear year, string? survey, string by, string reason, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw RevisionFaults.NoReason();
        if (string.IsNullOrWhiteSpace(by)) throw RevisionFaults.NoName();
        var latest = FindActual.In(await store.GetActualsAsync(allRevisions: false, cancellation), indicator, year, survey);
        if (latest.Status is Status.Preliminary) throw RevisionFaults.NotConfirmed(latest);
        var at = time.GetUtcNow();
        var plan = await StoredPlan.OfAsync(store, at, cancellation);
        var planned = plan.Find(latest) ?? throw RevisionFaults.NotComputable(latest);
        if (planned.Fingerprint == latest.Fingerprint) throw RevisionFaults.NothingToCorrect(latest);
        var (computed, _) = await plan.ComputeAsync([planned], at, cancellation);
        await store.AppendActualsAsync([Recompute.Signed(computed[0], latest, at)], cancellation);
        var difference = (await store.GetDifferencesAsync(cancellation)).FirstOrDefault(d => IsAbout(d, latest, planned.Fingerprint))
            ?? throw RevisionFaults.Overtaken(latest);
        var proposal = await store.ProposeCorrectionAsync(
            new CorrectionProposal { Revision = latest.Revision, Recomputed = difference.Recomputed, By = by.Trim(), At = at, Reason = reason.Trim() },
            cancellation);
        return (proposal, difference);
    }

    /// <summary>Lists open differences and pending proposals. Reads no answer.</summary>
    public async Task<Pending> PendingAsync(CancellationToken cancellation)
    {
        var plan = await StoredPlan.OfAsync(store, time.GetUtcNow(), cancellation);
        var latest = (await store.GetActualsAsync(allRevisions: false, cancellation)).ToDictionary(a => (a.Indicator, a.Wave));
        var differences = (await store.GetDifferencesAsync(cancellation)).Where(d =>
            latest[(d.Indicator, d.Wave)] is var confirmed && plan.Find(confirmed) is { } planned && planned.Fingerprint != confirmed.Fingerprint
            && IsAbout(d, confirmed, planned.Fingerprint));
        var proposals = (await store.GetProposalsAsync(cancellation)).GroupBy(p => (p.Indicator, p.Wave)).Select(g => g.Last())
            .Where(p => p.Revision == latest[(p.Indicator, p.Wave)].Revision);
        return new Pending([.. differences], [.. proposals]);
    }

    private static bool IsAbout(DifferenceReport difference, Actual confirmed, string fingerprint) =>
        difference.Indicator == confirmed.Indicator && difference.Wave == confirmed.Wave
        && difference.Revision == confirmed.Revision && difference.Recomputed.Fingerprint == fingerprint;
}
