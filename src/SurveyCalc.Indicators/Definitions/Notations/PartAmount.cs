namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>A part of the value in brackets, 内空き家バンク契約数26件: never a target of its own.</summary>
public sealed record PartAmount(string Label, Amount Amount);
