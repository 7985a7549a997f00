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
    private readonly HashSet<(string, WaveKey, int)> givingAway = [];
    private readonly Dictionary<(string Indicator, WaveKey Wave), RevisionSummary> latest = [];
    private readonly Dictionary<(string, WaveKey), double> adjusted = [];

    private PublishedFigures()
    {
    }

    /// <summary>Of everything that is published together: of every revision, or of one of each.</summary>
    public static PublishedFigures Of(IReadOnlyCollection<RevisionSummary> revisions, DefinitionSet definitions)
    {
        var figures = new PublishedFigures();
        var settings = revisions.Select(r => r.Wave.Survey).Distinct().ToDictionary(s => s, definitions.SettingsOf, StringComparer.Ordinal);
        bool IsSmall(RevisionSummary revision) => revision.Denominator < settings[revision.Wave.Survey].MinimumBase;
        var small = revisions.Where(IsSmall).ToList();
        foreach (var revision in small) figures.hidden.Add((revision.Indicator, revision.Wave));
        var waves = small.Select(r => r.Wave).Where(w => settings[w.Survey].ProtectsComplement).ToHashSet();
        foreach (var same in revisions.Where(r => r.Denominator is not null && waves.Contains(r.Wave)).GroupBy(r => SameAnswers.Of(r, definitions)).Where(g => g.Any(IsSmall)))
            foreach (var revision in same.Where(r => !IsSmall(r)))
            {
                figures.givingAway.Add((revision.Indicator, revision.Wave, revision.Revision));
                figures.hidden.Add((revision.Indicator, revision.Wave));
            }

        foreach (var revision in revisions)
        {
            var key = (revision.Indicator, revision.Wave);
            var isWithheld = IsSmall(revision) || figures.givingAway.Contains((revision.Indicator, revision.Wave, revision.Revision));
            if (!figures.latest.TryGetValue(key, out var other) || revision.Revision > other.Revision)
                figures.latest[key] = isWithheld ? revision with { Printed = null, HasDifference = false, PValue = null } : revision;
        }

        figures.Adjust();
        return figures;
    }

    /// <summary>True when anything is withheld.</summary>
    public bool HidesAny => hidden.Count > 0;

    /// <summary>True for a figure from which a withheld one, counted from the same answers, could be derived.</summary>
    public bool GivesAway(Actual actual) => givingAway.Contains((actual.Indicator, actual.Wave, actual.Revision));

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
