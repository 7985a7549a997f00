using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Runs;

/// <summary>Work that is asked for.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Key">
/// Names the request: a second one with the same key is the same run, such as <c>nightly/2026-11-22</c>, or a client's
/// Idempotency-Key.
/// </param>
/// <param name="Wave">The wave; null for a nightly run.</param>
/// <param name="By">Who asks.</param>
/// <param name="File">The received file of an import; null otherwise.</param>
public sealed record RunRequest(RunKind Kind, string Key, WaveKey? Wave, string By, ReceivedFile? File = null);
