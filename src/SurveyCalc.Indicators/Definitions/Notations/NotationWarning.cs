namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>Something odd about a text that was read all the same; a person should look.</summary>
/// <param name="Code">Stable code, such as <c>SC-N101</c>.</param>
/// <param name="Message">Japanese.</param>
public sealed record NotationWarning(string Code, string Message);
