using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Feeds;

/// <summary>
/// What figures of other bases are counted from: with the number of 無回答, which is published beside, the figure of one
/// base tells that of another.
/// </summary>
internal readonly record struct SameAnswers(WaveKey Wave, string Snapshot, string Question, string Condition)
{
    /// <summary>The answers of a revision. An indicator that is no longer defined stands for itself.</summary>
    public static SameAnswers Of(RevisionSummary revision, DefinitionSet definitions)
    {
        var indicator = definitions.IndicatorOf(revision.Indicator, revision.Wave.FiscalYear);
        return new SameAnswers(
            revision.Wave, revision.Snapshot, indicator is null ? $"\u0001{revision.Indicator}" : LabelText.Normalize(indicator.Question),
            indicator?.Condition is { } condition ? LabelText.Normalize(condition.ToString()) : "");
    }
}
