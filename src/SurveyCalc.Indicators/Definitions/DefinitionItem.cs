namespace SurveyCalc.Indicators.Definitions;

/// <summary>
/// One definition as the store versions it: a code book of a wave, an indicator, the targets of an indicator, and so on.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Which one, unique within the kind: an indicator code, or survey and year.</param>
/// <param name="Body">Canonical JSON; equal definitions have equal bodies.</param>
/// <param name="Hash">SHA-256 of the body, lower-case hex.</param>
public sealed record DefinitionItem(DefinitionKind Kind, string Key, string Body, string Hash);
