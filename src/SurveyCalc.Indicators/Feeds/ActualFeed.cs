using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators.Feeds;

/// <summary>
/// Actuals → rows as they are published: through the <see cref="SuppressionGate"/>, with the p-values of all indicators of
/// a survey and year adjusted together, and a sentence each. Give it everything and filter its rows.
/// </summary>
public static class ActualFeed
{
    /// <summary>The rows, in the order of the actuals.</summary>
    public static IReadOnlyList<ActualRow> Rows(IReadOnlyList<Actual> actuals, DefinitionSet definitions)
    {
        var shown = SuppressionGate.Pass(actuals, definitions);
        var adjusted = Adjust(shown);
        var latest = shown.Where(a => a.Cell.IsEverybody).GroupBy(a => (a.Indicator, a.Wave)).ToDictionary(g => g.Key, g => g.MaxBy(a => a.Revision)!);
        return [.. shown.Select((actual, i) =>
        {
            var row = ActualRow.Flatten(actual, definitions) with { IsWithheld = actual.Figure is null && actuals[i].Figure is not null };
            if (actual.Cell.IsEverybody)
            {
                var settings = definitions.SettingsOf(actual.Wave.Survey);
                double? p = adjusted.TryGetValue(actual, out var found) ? found : null;
                var note = actual.Revision > 0 && actual.Change.Against is { } against
                    ? RevisionNote.Of(actual, latest.GetValueOrDefault((actual.Indicator, actual.Wave with { FiscalYear = against }))) : "";
                row = row with { AdjustedPValue = p, AdjustedVerdict = VerdictOf(row.ChangeVerdict, p, settings.Level), RevisionNote = note.Length > 0 ? note : null };
            }

            return row with { Sentence = FigureSentence.Of(row) };
        })];
    }

    /// <summary>Benjamini–Hochberg over everybody's latest figures of one survey and year that have a p-value.</summary>
    private static Dictionary<Actual, double> Adjust(IReadOnlyList<Actual> shown)
    {
        var adjusted = new Dictionary<Actual, double>(ReferenceEqualityComparer.Instance);
        foreach (var together in shown.Where(a => a.Cell.IsEverybody).GroupBy(a => a.Wave))
        {
            var latest = together.GroupBy(a => a.Indicator).Select(g => g.MaxBy(a => a.Revision)!).Where(a => a.Change.PValue is not null).ToList();
            var values = MultipleComparisons.BenjaminiHochberg([.. latest.Select(a => a.Change.PValue!.Value)]);
            for (var i = 0; i < latest.Count; i++) adjusted.Add(latest[i], values[i]);
        }

        return adjusted;
    }

    /// <summary>The verdict when all indicators are looked at together; as it was where there is no p-value.</summary>
    private static ChangeVerdict VerdictOf(ChangeVerdict verdict, double? adjusted, double level) =>
        verdict is ChangeVerdict.Rose or ChangeVerdict.Fell && adjusted > 1 - level ? ChangeVerdict.NotShown : verdict;
}
