namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>Why a printed text was not read: nothing is guessed from it.</summary>
/// <param name="Code">Stable code, such as <c>SC-N003</c>.</param>
/// <param name="Printed">The text as printed.</param>
/// <param name="Reason">What is wrong, Japanese.</param>
/// <param name="Remedy">What to do, Japanese.</param>
public sealed record NotationRefusal(string Code, string Printed, string Reason, string Remedy);
