using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators.Feeds;

/// <summary>
/// How the figures of everybody that are published together bear on each other (公表する値どうしの関係): which are withheld,
/// which revision is the latest, and the p-values adjusted for looking at all indicators of a survey and year.
/// </summary>
public sealed class PublishedFigures
{
    private readonly HashSet<(string, WaveKey)> hidden = [];
    private readonly Dictionary<(string Indicator, WaveKey Wave), RevisionSummary> latest = [];
    private readonly Dictionary<(string, WaveKey), double> adjusted = [];

    private PublishedFigures()
    {
    }

    /// <summary>Of everything that is published together: of every revision, or of one of each.</summary>
    public static PublishedFigures Of(IEnumerable<RevisionSummary> revisions, DefinitionSet definitions)
    {
        var figures = new PublishedFigures();
        var limits = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var revision in revisions)
        {
            var key = (revision.Indicator, revision.Wave);
            if (!limits.TryGetValue(revision.Wave.Survey, out var limit)) limits[revision.Wave.Survey] = limit = definitions.SettingsOf(revision.Wave.Survey).MinimumBase;
            var isSmall = revision.Denominator < limit;
            if (isSmall) figures.hidden.Add(key);
            if (!figures.latest.TryGetValue(key, out var other) || revision.Revision > other.Revision)
                figures.latest[key] = isSmall ? revision with { Printed = null, HasDifference = false, PValue = null } : revision;
        }

        figures.Adjust();
        return figures;
    }

    /// <summary>True when a revision of it is withheld.</summary>
    public bool Hides(string indicator, WaveKey wave) => hidden.Contains((indicator, wave));

    /// <summary>The latest revision, without its numbers when they are withheld; null when there is none.</summary>
    public RevisionSummary? LatestOf(string indicator, WaveKey wave) => latest.TryGetValue((indicator, wave), out var found) ? found : null;

    /// <summary>Benjamini–Hochberg over everybody's latest figures of one survey and year that have a p-value; null for every other.</summary>
    public double? AdjustedPValueOf(Actual actual) =>
        latest.TryGetValue((actual.Indicator, actual.Wave), out var found) && found.Revision == actual.Revision
            && adjusted.TryGetValue((actual.Indicator, actual.Wave), out var value) ? value : null;

    private void Adjust()
    {
        foreach (var together in latest.Values.Where(IsTested).GroupBy(r => r.Wave))
        {
            var tested = together.ToList();
            var values = MultipleComparisons.BenjaminiHochberg([.. tested.Select(r => r.PValue!.Value)]);
            for (var i = 0; i < tested.Count; i++) adjusted.Add((tested[i].Indicator, tested[i].Wave), values[i]);
        }
    }

    /// <summary>A change against a withheld figure is withheld with its p-value.</summary>
    private bool IsTested(RevisionSummary revision) => revision.PValue is not null
        && !(revision is { HasDifference: true, Against: { } against } && Hides(revision.Indicator, revision.Wave with { FiscalYear = against }));
}
