namespace SurveyCalc.Indicators.Verification;

/// <summary>A revision as stored: its body, and the plain columns that repeat some of it.</summary>
public sealed record StoredActual(
    long Id, string Indicator, string Survey, long FiscalYear, long Revision, string Status, string Fingerprint,
    string? Printed, long? Numerator, long? Denominator, string Body);
