namespace SurveyCalc.Indicators.Actuals;

/// <summary>A revision and its place in the chain of all revisions.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="Actual">The revision.</param>
public sealed record ChainedActual(long Sequence, Actual Actual);
