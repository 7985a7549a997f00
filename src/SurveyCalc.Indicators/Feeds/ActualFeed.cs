using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Indicators.Feeds;

/// <summary>
/// Actuals → rows as they are published: through the <see cref="SuppressionGate"/>, with the p-values of all indicators of
/// a survey and year adjusted together, and a sentence each. Give it everything and filter its rows; where everything would
/// be too much, <see cref="PublishedRevisions"/> gives the same rows.
/// </summary>
public static class ActualFeed
{
    /// <summary>The rows, in the order of the actuals.</summary>
    public static IReadOnlyList<ActualRow> Rows(IReadOnlyList<Actual> actuals, DefinitionSet definitions) =>
        Rows(actuals, SuppressionGate.PublishedWith(actuals, definitions), definitions);

    /// <summary>The rows of some of the actuals that are published together; cells of a breakdown are all given.</summary>
    internal static IReadOnlyList<ActualRow> Rows(IReadOnlyList<Actual> actuals, PublishedFigures together, DefinitionSet definitions)
    {
        var shown = SuppressionGate.Pass(actuals, together, definitions);
        return [.. shown.Select((actual, i) =>
        {
            var row = ActualRow.Flatten(actual, definitions) with { IsWithheld = actual.Figure is null && actuals[i].Figure is not null };
            if (actual.Cell.IsEverybody)
            {
                var p = together.AdjustedPValueOf(actual);
                var note = actual.Revision > 0 && actual.Change.Against is { } against
                    ? RevisionNote.Of(actual, together.LatestOf(actual.Indicator, actual.Wave with { FiscalYear = against })) : "";
                row = row with
                {
                    AdjustedPValue = p,
                    AdjustedVerdict = VerdictOf(row.ChangeVerdict, p, definitions.SettingsOf(actual.Wave.Survey).Level),
                    RevisionNote = note.Length > 0 ? note : null,
                };
            }

            return row with { Sentence = FigureSentence.Of(row) };
        })];
    }

    /// <summary>The verdict when all indicators are looked at together; as it was where there is no p-value.</summary>
    private static ChangeVerdict VerdictOf(ChangeVerdict verdict, double? adjusted, double level) =>
        verdict is ChangeVerdict.Rose or ChangeVerdict.Fell && adjusted > 1 - level ? ChangeVerdict.NotShown : verdict;
}
