namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>What a relative target comes to under one reading.</summary>
/// <param name="Group">The base it starts from; null for the only one.</param>
/// <param name="Reading">How the change is taken.</param>
/// <param name="Number">Exact.</param>
/// <param name="Unit">Unit of the base.</param>
public sealed record TargetCandidate(string? Group, ChangeReading Reading, decimal Number, string? Unit);
