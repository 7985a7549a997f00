namespace SurveyCalc.Indicators;

/// <summary>How far a store is. Nothing is ever taken out of it, so equal marks mean equal definitions and revisions.</summary>
/// <param name="Revisions">Last place in the chain of revisions; 0 when there is none.</param>
/// <param name="Definitions">Number of versions of definitions.</param>
public readonly record struct StoreMark(long Revisions, long Definitions);
