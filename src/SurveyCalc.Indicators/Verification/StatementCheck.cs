using System.Globalization;
using SurveyCalc.Indicators.Actuals;

namespace SurveyCalc.Indicators.Verification;

/// <summary>Difference reports and proposals: each speaks of a confirmed revision that exists, and says what its columns say.</summary>
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
    }

    private static (Actual? Recomputed, int Revision) Content(StoredStatement statement)
    {
        if (statement.IsProposal) return Body<CorrectionProposal>.Read(statement.Body) is { } proposal ? (proposal.Recomputed, proposal.Revision) : default;
        return Body<DifferenceReport>.Read(statement.Body) is { } report ? (report.Recomputed, report.Revision) : default;
    }
}
