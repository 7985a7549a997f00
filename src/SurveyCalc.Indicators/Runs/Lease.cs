namespace SurveyCalc.Indicators.Runs;

/// <summary>
/// The right of one worker to write on behalf of a run. Every take of a run raises its epoch, so that a worker which was
/// frozen and wakes late holds an old lease and is refused.
/// </summary>
/// <param name="RunId">The run.</param>
/// <param name="Epoch">From 1.</param>
public readonly record struct Lease(long RunId, long Epoch);
