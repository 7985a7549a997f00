namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>One of several conditions in a text, with the name of what it measures.</summary>
public sealed record MeasuredCondition(string Measure, ValueMeaning Meaning);
