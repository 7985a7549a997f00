using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Actuals;

/// <summary>
/// What of one revision bears on how others are published (改訂の要点). It has not passed the suppression gate and is never
/// published itself.
/// </summary>
/// <param name="Indicator">Indicator code.</param>
/// <param name="Wave">Its wave.</param>
/// <param name="Revision">From 1.</param>
/// <param name="Status">Its standing.</param>
/// <param name="RecordedAt">When it was recorded; of revisions older than that member, when it was computed.</param>
/// <param name="Snapshot">Hash of the answers that it was counted from.</param>
/// <param name="Printed">Value as printed; null without a figure.</param>
/// <param name="Denominator">Respondents in the base; null without a figure.</param>
/// <param name="Against">Year that it is compared with; null when there is none.</param>
/// <param name="HasDifference">There is a number for the change.</param>
/// <param name="PValue">Of the change; null when it was not tested.</param>
public readonly record struct RevisionSummary(
    string Indicator, WaveKey Wave, int Revision, Status Status, DateTimeOffset RecordedAt, string Snapshot,
    decimal? Printed, long? Denominator, FiscalYear? Against, bool HasDifference, double? PValue)
{
    /// <summary>The summary of an actual.</summary>
    public static RevisionSummary Of(Actual actual) => new(
        actual.Indicator, actual.Wave, actual.Revision, actual.Status, actual.RecordedAt ?? actual.Provenance.ComputedAt, actual.Provenance.SnapshotHash,
        actual.Figure?.Printed, actual.Figure?.Denominator, actual.Change.Against, actual.Change.Difference is not null, actual.Change.PValue);
}
