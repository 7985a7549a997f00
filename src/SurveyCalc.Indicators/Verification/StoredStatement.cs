namespace SurveyCalc.Indicators.Verification;

/// <summary>A difference report (差異報告) or a proposal (訂正案) as stored.</summary>
/// <param name="IsProposal">Which of the two.</param>
/// <param name="Indicator">Indicator code.</param>
/// <param name="Survey">Survey.</param>
/// <param name="FiscalYear">First year.</param>
/// <param name="Revision">The confirmed revision it speaks of.</param>
/// <param name="Fingerprint">Of the recomputed outcome.</param>
/// <param name="Body">Canonical JSON.</param>
public sealed record StoredStatement(
    bool IsProposal, string Indicator, string Survey, long FiscalYear, long Revision, string Fingerprint, string Body);
