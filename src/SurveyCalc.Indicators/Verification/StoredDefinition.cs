namespace SurveyCalc.Indicators.Verification;

/// <summary>One version of a definition as stored.</summary>
public sealed record StoredDefinition(long Kind, string Key, long Version, string Hash, string Body);
