namespace SurveyCalc.Indicators.Definitions.Formulas;

/// <summary>The denominator (分母) as a text states it, before a code book says what it amounts to.</summary>
/// <param name="Words">The words in their comparison form.</param>
/// <param name="Subject">What they name.</param>
/// <param name="NoAnswer">True when the words include 無回答, false when they exclude it, null when they do not say.</param>
/// <param name="DontKnow">The same for わからない.</param>
/// <param name="Labels">The choices added up, for <see cref="BaseSubject.Labels"/>; otherwise empty.</param>
public sealed record StatedBase(string Words, BaseSubject Subject, bool? NoAnswer, bool? DontKnow, IReadOnlyList<string> Labels);
