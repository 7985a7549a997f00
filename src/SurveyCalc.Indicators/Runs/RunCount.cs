namespace SurveyCalc.Indicators.Runs;

/// <summary>How many runs of a kind are in a state.</summary>
public readonly record struct RunCount(RunKind Kind, RunState State, long Count);
