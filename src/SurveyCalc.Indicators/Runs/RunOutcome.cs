using SurveyCalc.Indicators.Import;

namespace SurveyCalc.Indicators.Runs;

/// <summary>What came of a run that ended by itself.</summary>
/// <param name="State"><see cref="RunState.Succeeded"/> or <see cref="RunState.Rejected"/>.</param>
/// <param name="Message">In Japanese.</param>
/// <param name="RowsIn">Data rows read.</param>
/// <param name="RowsOut">Actuals written.</param>
/// <param name="Report">Report of an import; null otherwise.</param>
public sealed record RunOutcome(RunState State, string Message, long RowsIn = 0, long RowsOut = 0, ImportReport? Report = null);
