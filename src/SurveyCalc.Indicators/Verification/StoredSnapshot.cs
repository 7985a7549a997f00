namespace SurveyCalc.Indicators.Verification;

/// <summary>A snapshot as stored, without its answers.</summary>
/// <param name="Id">Id in the store.</param>
/// <param name="Survey">Survey.</param>
/// <param name="FiscalYear">First year.</param>
/// <param name="ContentHash">Hash that its content should have.</param>
/// <param name="CodeBookHash">Code book version that it refers to.</param>
/// <param name="Questions">Question ids of its columns of answers.</param>
public sealed record StoredSnapshot(long Id, string Survey, long FiscalYear, string ContentHash, string CodeBookHash, IReadOnlyList<string> Questions);
