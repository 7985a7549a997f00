namespace SurveyCalc.Indicators.Actuals;

/// <summary>
/// Which revision may follow which (速報 → 確定 → 訂正). Every store asks here inside of its write transaction, so that a
/// confirmed value stays whoever writes and however many at once.
/// </summary>
public static class RevisionRules
{
    /// <summary>What becomes of a computed actual.</summary>
    /// <param name="status">Status of the latest revision; null when there is none.</param>
    /// <param name="fingerprint">Its fingerprint.</param>
    /// <param name="computed">The outcome of a computation.</param>
    /// <exception cref="ArgumentException">It is not preliminary; only a release confirms.</exception>
    public static NextStep NextOf(Status? status, string? fingerprint, Actual computed)
    {
        if (computed.Status is not Status.Preliminary)
            throw new ArgumentException("A computed actual is preliminary.", nameof(computed));
        return status is not null && fingerprint == computed.Fingerprint ? NextStep.Nothing
            : status is Status.Final or Status.Corrected ? NextStep.Report : NextStep.Append;
    }

    /// <summary>Lets a confirmed revision pass only where it may stand.</summary>
    /// <param name="latest">Latest revision of its indicator and wave.</param>
    /// <param name="next">The revision to append: 確定 or 訂正.</param>
    /// <param name="proposal">The last proposal (訂正案) for its indicator and wave, or null.</param>
    /// <exception cref="OperatorException">Somebody else was faster: the latest revision or the proposal is another one.</exception>
    /// <exception cref="ArgumentException">It could stand nowhere: no earlier revision, no approver, another figure.</exception>
    public static void Confirm(Actual? latest, Actual next, CorrectionProposal? proposal)
    {
        if (latest is null) throw new ArgumentException("There is no revision to confirm.", nameof(next));
        if (next.Revision != latest.Revision + 1) throw RevisionFaults.Overtaken(latest);
        switch (next.Status)
        {
            case Status.Final when latest.Status is not Status.Preliminary:
                throw RevisionFaults.Overtaken(latest);
            case Status.Final when CanonicalJson.Write(AsIn(next, latest)) != CanonicalJson.Write(latest):
                throw new ArgumentException("A released figure is the one that stands.", nameof(next));
            case Status.Final:
                return;
            case Status.Corrected when string.IsNullOrWhiteSpace(next.ApprovedBy) || string.IsNullOrWhiteSpace(next.Why):
                throw new ArgumentException("A correction has an approver and a reason.", nameof(next));
            case Status.Corrected when latest.Status is Status.Preliminary || !IsProposed(next, latest, proposal):
                throw RevisionFaults.ProposalReplaced(latest);
            case Status.Corrected:
                return;
            default:
                throw new ArgumentException("A preliminary revision confirms nothing.", nameof(next));
        }
    }

    /// <summary>Lets a proposal pass only against the confirmed revision that is the latest.</summary>
    /// <exception cref="OperatorException">The latest revision is another one, or is not confirmed.</exception>
    /// <exception cref="ArgumentException">There is no revision, no reason or no name.</exception>
    public static void Propose(Actual? latest, CorrectionProposal proposal)
    {
        if (latest is null) throw new ArgumentException("There is no revision to correct.", nameof(proposal));
        if (string.IsNullOrWhiteSpace(proposal.Reason) || string.IsNullOrWhiteSpace(proposal.By))
            throw new ArgumentException("A proposal has a name and a reason.", nameof(proposal));
        if (latest.Status is Status.Preliminary) throw RevisionFaults.NotConfirmed(latest);
        if (latest.Revision != proposal.Revision) throw RevisionFaults.Overtaken(latest);
    }

    private static bool IsProposed(Actual next, Actual latest, CorrectionProposal? proposal) =>
        proposal is not null && proposal.Revision == latest.Revision
        && proposal.Recomputed.Fingerprint == next.Fingerprint && proposal.By == next.By;

    /// <summary>The figure of one revision under the name of another.</summary>
    private static Actual AsIn(Actual revision, Actual other) => revision with
    {
        Revision = other.Revision,
        Status = other.Status,
        By = other.By,
        ApprovedBy = other.ApprovedBy,
        Why = other.Why,
        RecordedAt = other.RecordedAt,
    };
}
