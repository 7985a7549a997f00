using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Definitions.Formulas;

/// <summary>Which choices of a multiple-answer question いずれかを選んだ人 means when the text names none.</summary>
internal static class AnyChoice
{
    private static readonly string[] NoneHeads = ["特に", "どれも", "いずれも", "何も", "なにも", "一つも", "ひとつも", "1つも"];
    private static readonly string[] NoneTails = ["なし", "無し", "ない", "ありません", "いません"];

    /// <summary>Every substantive choice that does not say none (排他), indexes.</summary>
    public static List<int> Of(Question question) =>
        [.. Enumerable.Range(0, question.Choices.Count).Where(i => question.Choices[i] is { Role: AnswerRole.Substantive, IsExclusive: false })];

    /// <summary>A label among them that reads like none of all, although the code book does not mark it; null when there is none.</summary>
    public static string? UnmarkedNone(Question question, IReadOnlyList<int> choices) =>
        choices.Select(c => question.Choices[c].Label).FirstOrDefault(label =>
        {
            var folded = FormulaText.Fold(label);
            var ends = NoneTails.Any(t => folded.EndsWith(t, StringComparison.Ordinal));
            return ends && (NoneTails.Contains(folded) || folded is "該当なし" || NoneHeads.Any(h => folded.StartsWith(h, StringComparison.Ordinal)));
        });
}
