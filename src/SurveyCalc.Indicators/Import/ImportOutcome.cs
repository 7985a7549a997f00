using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Import;

/// <summary>Outcome of reading a response file: the report always, the snapshot only when there is no error.</summary>
public sealed record ImportOutcome(ImportReport Report, WaveSnapshot? Snapshot);
