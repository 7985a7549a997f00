namespace SurveyCalc.Indicators.Definitions;

/// <summary>Why an indicator cannot be computed with the code book of a year. Wording: <see cref="DefinitionProblems"/>.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Header">Column of the indicator file that holds the cause.</param>
/// <param name="Found">The piece of text at fault; may be empty.</param>
/// <param name="Message">What is wrong, in Japanese, naming the wave.</param>
/// <param name="Remedy">What to do, in Japanese.</param>
internal sealed record BindingFault(string Code, string Header, string Found, string Message, string Remedy);
