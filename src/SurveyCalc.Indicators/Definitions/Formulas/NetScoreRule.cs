using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Definitions.Formulas;

/// <summary>
/// 満足−不満 as an aggregation rule: the mean of +1 for the first choices, −1 for the second and 0 for all others of the
/// base. The one place that knows this.
/// </summary>
internal static class NetScoreRule
{
    public const string Note = "差は、+1点・0点・−1点の平均として計算します(値は−1から+1。100倍がポイントです)。";

    /// <param name="positive">Choices of the first side, indexes.</param>
    /// <param name="negative">Choices of the second side, indexes.</param>
    /// <param name="question">The question.</param>
    /// <param name="base">The denominator; it decides which choices score 0.</param>
    /// <returns>The rule, or null when the base holds 無回答: a blank cell has no choice that could score 0.</returns>
    public static AggregationRule? Of(IReadOnlyList<int> positive, IReadOnlyList<int> negative, Question question, BaseRule @base)
    {
        if (@base.IncludesNoAnswer) return null;
        var scores = new List<string>();
        for (var i = 0; i < question.Choices.Count; i++)
        {
            var choice = question.Choices[i];
            var score = positive.Contains(i) ? "1" : negative.Contains(i) ? "-1"
                : choice.Role == AnswerRole.Substantive || (choice.Role == AnswerRole.DontKnow && @base.IncludesDontKnow) ? "0" : null;
            if (score is not null) scores.Add($"{choice.Label}={score}");
        }

        return new AggregationRule.MeanScore(new ScoreList(string.Join('|', scores)));
    }
}
