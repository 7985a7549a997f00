using System.Globalization;
using SurveyCalc.Indicators.Actuals;

namespace SurveyCalc.Indicators.Verification;

/// <summary>
/// Difference reports and proposals: each speaks of a confirmed revision that exists, and says what its columns say. A
/// correction, which the chain protects, still has the proposal that it was made of.
/// </summary>
internal static class StatementCheck
{
    public static IEnumerable<Finding> Of(StoredRecords records)
    {
        var confirmed = records.Actuals.Where(a => a.Status != nameof(Status.Preliminary))
            .Select(a => (a.Indicator, a.Survey, a.FiscalYear, a.Revision)).ToHashSet();
        foreach (var statement in records.Statements)
        {
            var name = string.Create(
                CultureInfo.InvariantCulture,
                $"{(statement.IsProposal ? "訂正案" : "差異報告")} {statement.Indicator} {statement.Survey} {statement.FiscalYear}年度 第{statement.Revision}版への");
            if (!confirmed.Contains((statement.Indicator, statement.Survey, statement.FiscalYear, statement.Revision)))
                yield return VerificationFindings.StatementWithoutRevision(name);
            var (recomputed, revision) = Content(statement);
            if (recomputed is null) yield return VerificationFindings.UnreadableBody(name);
            else if (recomputed.Indicator != statement.Indicator || recomputed.Fingerprint != statement.Fingerprint || revision != statement.Revision
                || recomputed.Wave.Survey != statement.Survey || recomputed.Wave.FiscalYear.FirstYear != statement.FiscalYear)
                yield return VerificationFindings.StatementDiffers(name);
        }

        var proposals = records.Statements.Where(s => s.IsProposal).ToLookup(s => (s.Indicator, s.Survey, s.FiscalYear, s.Revision));
        foreach (var stored in records.Actuals.Where(a => a.Status == nameof(Status.Corrected)))
            if (Body<Actual>.Read(stored.Body) is { } correction
                && !proposals[(stored.Indicator, stored.Survey, stored.FiscalYear, stored.Revision - 1)].Any(p => IsMadeOf(correction, p)))
                yield return VerificationFindings.CorrectionWithoutProposal(RevisionCheck.Name(stored));
    }

    private static bool IsMadeOf(Actual correction, StoredStatement statement) =>
        Body<CorrectionProposal>.Read(statement.Body) is { } proposal
        && proposal.By == correction.By && proposal.Recomputed.Fingerprint == correction.Fingerprint
        && correction.Why.StartsWith(proposal.Reason, StringComparison.Ordinal);

    private static (Actual? Recomputed, int Revision) Content(StoredStatement statement)
    {
        if (statement.IsProposal) return Body<CorrectionProposal>.Read(statement.Body) is { } proposal ? (proposal.Recomputed, proposal.Revision) : default;
        return Body<DifferenceReport>.Read(statement.Body) is { } report ? (report.Recomputed, report.Revision) : default;
    }
}
