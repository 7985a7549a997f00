using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Actuals;

/// <summary>
/// Confirms actuals (確定): a preliminary one as it stands, or a proposed correction (訂正) by another person than the one
/// who proposed it. Nothing is confirmed whose inputs have changed since it was computed.
/// </summary>
/// <param name="store">Where the revisions are.</param>
/// <param name="time">Clock of the revision.</param>
/// <param name="isOnePersonOffice">True where the same person may propose and approve; the revision then says so.</param>
public sealed class ReleaseActuals(IStore store, TimeProvider time, bool isOnePersonOffice)
{
    /// <summary>Added to the reason where proposer and approver are one person.</summary>
    public const string OnePersonNote = "(一人の職場の設定により、提案者本人が承認)";

    /// <summary>Releases one actual: its pending correction when there is one, else the preliminary revision.</summary>
    /// <param name="indicator">Indicator code.</param>
    /// <param name="year">Fiscal year.</param>
    /// <param name="survey">Survey; null unless the indicator has actuals of several in the year.</param>
    /// <param name="by">Who releases.</param>
    /// <param name="reason">Why; empty for the usual.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>The revision that was written.</returns>
    /// <exception cref="OperatorException">It may not be released; the message says why and what to do.</exception>
    public async Task<Actual> OneAsync(string indicator, FiscalYear year, string? survey, string by, string reason, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(by)) throw RevisionFaults.NoName();
        var latest = FindActual.In(await store.GetActualsAsync(allRevisions: false, cancellation), indicator, year, survey);
        var plan = await StoredPlan.OfAsync(store, time.GetUtcNow(), cancellation);
        var next = latest.Status is Status.Preliminary
            ? Final(latest, by, reason, plan)
            : await CorrectedAsync(latest, by, plan, cancellation);
        await store.ConfirmActualsAsync([next], cancellation);
        return next;
    }

    /// <summary>Releases every preliminary actual of a wave, all or none. Corrections are released one by one.</summary>
    /// <returns>The revisions that were written; empty when none was preliminary.</returns>
    /// <exception cref="OperatorException">There is no such wave, or inputs have changed since it was computed.</exception>
    public async Task<IReadOnlyList<Actual>> WaveAsync(string survey, FiscalYear year, string by, string reason, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(by)) throw RevisionFaults.NoName();
        var wave = (await store.GetActualsAsync(allRevisions: false, cancellation)).Where(a => a.Wave == new WaveKey(survey, year)).ToList();
        if (wave.Count == 0) throw RevisionFaults.NoSuchWave(survey, year);
        var preliminary = wave.Where(a => a.Status is Status.Preliminary).ToList();
        if (preliminary.Count == 0) return [];
        var plan = await StoredPlan.OfAsync(store, time.GetUtcNow(), cancellation);
        var stale = preliminary.Where(a => plan.Find(a)?.Fingerprint != a.Fingerprint).ToList();
        if (stale.Count > 0) throw RevisionFaults.NotCurrent(stale);
        var next = preliminary.Select(a => Final(a, by, reason, plan)).ToList();
        await store.ConfirmActualsAsync(next, cancellation);
        return next;
    }

    private Actual Final(Actual latest, string by, string reason, StoredPlan plan)
    {
        var planned = plan.Find(latest) ?? throw RevisionFaults.NotComputable(latest);
        if (planned.Fingerprint != latest.Fingerprint) throw RevisionFaults.NotCurrent([latest]);
        return latest with
        {
            Revision = latest.Revision + 1,
            Status = Status.Final,
            By = by.Trim(),
            ApprovedBy = "",
            Why = reason.Trim() is { Length: > 0 } given ? given : "確定",
            RecordedAt = time.GetUtcNow(),
        };
    }

    private async Task<Actual> CorrectedAsync(Actual latest, string by, StoredPlan plan, CancellationToken cancellation)
    {
        var now = plan.Find(latest)?.Fingerprint;
        var proposal = (await store.GetProposalsAsync(cancellation))
            .LastOrDefault(p => p.Indicator == latest.Indicator && p.Wave == latest.Wave && p.Revision == latest.Revision)
            ?? throw RevisionFaults.AlreadyConfirmed(latest, differs: now is not null && now != latest.Fingerprint);
        if (now != proposal.Recomputed.Fingerprint) throw RevisionFaults.StaleProposal(proposal);
        var isSame = PersonName.IsSame(proposal.By, by);
        if (isSame && !isOnePersonOffice) throw RevisionFaults.SamePerson(proposal);
        return proposal.Recomputed with
        {
            Revision = latest.Revision + 1,
            Status = Status.Corrected,
            By = proposal.By,
            ApprovedBy = by.Trim(),
            Why = proposal.Reason + (isSame ? OnePersonNote : ""),
            RecordedAt = time.GetUtcNow(),
        };
    }
}
