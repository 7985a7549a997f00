using SurveyCalc.Indicators.Runs;
using SurveyCalc.Worker.Webhooks;

namespace SurveyCalc.Worker.Serving;

/// <summary>What the database knows, for a monitor: figures of all processes.</summary>
/// <param name="Runs">Runs by kind and state.</param>
/// <param name="LastNight">When a nightly run succeeded last; null when none did.</param>
/// <param name="Deliveries">How far each destination is.</param>
internal sealed record LedgerFigures(IReadOnlyList<RunCount> Runs, DateTimeOffset? LastNight, IReadOnlyList<DestinationProgress> Deliveries);
