using System.Globalization;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Explanations;

/// <summary>Distinct answers → the choices of the code book and the kinds of answer without a choice (選択肢の内訳).</summary>
internal static class CountAnswers
{
    /// <summary>Every choice, counted or not, then what was answered without one.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="counted">The recount; null when there is none, and then nothing is counted.</param>
    public static IReadOnlyList<ExplainedAnswer> Of(BoundRule rule, RevisionSource.CountedRows? counted)
    {
        var isMultiple = rule.Question.Kind is QuestionKind.MultipleChoice;
        var lines = rule.Question.Choices.Select((choice, i) => Count(
            Line(choice.Code, choice.Label, rule, isMultiple ? Answer.Marked(1UL << i, choice.Role) : Answer.Chosen(i, choice.Role)),
            counted, a => a.Has(i))).ToList();
        if (rule.Question.Kind is QuestionKind.Numeric) lines.AddRange(Numbers(rule, counted));
        else if (isMultiple) AddIfAny(Answer.Marked(0, AnswerRole.Substantive), "(印なし)", a => a is { Choice: < 0, Marks: 0, Role: AnswerRole.Substantive });
        foreach (var role in Enum.GetValues<AnswerRole>())
            if (role is not AnswerRole.Substantive)
                AddIfAny(Answer.Of(role), $"(選択肢のない{role.InJapanese()})", a => a is { Choice: < 0, Marks: 0 } && a.Role == role);
        return lines;

        void AddIfAny(Answer answer, string label, Predicate<Answer> isIt)
        {
            if (counted?.Count.Answers.Any(a => isIt(a.Answer)) == true) lines.Add(Count(Line(null, label, rule, answer), counted, isIt));
        }
    }

    /// <summary>A whole number of units of 10^−<paramref name="decimals"/>.</summary>
    public static decimal Exact(Int128 units, int decimals)
    {
        var value = (decimal)units;
        for (var i = 0; i < decimals; i++) value /= 10;
        return value;
    }

    /// <summary>Numbers are told by what they were to the rule, never one by one: a rare number could tell who it was.</summary>
    private static IEnumerable<ExplainedAnswer> Numbers(BoundRule rule, RevisionSource.CountedRows? counted)
    {
        var (word, isRatio) = rule.Indicator.Rule is AggregationRule.NumericThreshold threshold
            ? (string.Create(CultureInfo.InvariantCulture, $"{threshold.Limit}{DefinitionWords.Comparisons.WordOf(threshold.Comparison)}"), true)
            : ("0以外の数値", false);
        var other = isRatio ? "それ以外の数値" : "0";
        yield return Count(new ExplainedAnswer(null, word, AnswerRole.Substantive, RowUse.Numerator, null), counted, a => Is(a, inNumerator: true));
        yield return Count(new ExplainedAnswer(null, other, AnswerRole.Substantive, RowUse.DenominatorOnly, null), counted, a => Is(a, inNumerator: false));

        bool Is(Answer answer, bool inNumerator) => answer.Role is AnswerRole.Substantive && answer.Choice < 0 && rule.InNumerator(answer) == inNumerator;
    }

    private static ExplainedAnswer Line(string? code, string label, BoundRule rule, Answer answer) => new(
        code, label, answer.Role, RowCount.UseOf(rule, answer),
        rule.Indicator.Rule is AggregationRule.MeanScore or AggregationRule.NetScore && rule.InBase(answer) ? rule.Score(answer) : null);

    private static ExplainedAnswer Count(ExplainedAnswer line, RevisionSource.CountedRows? counted, Predicate<Answer> isIt)
    {
        if (counted is null) return line;
        var (count, weight) = (0L, (Int128)0);
        foreach (var answer in counted.Count.Answers)
            if (isIt(answer.Answer))
                (count, weight) = (count + answer.Count, weight + answer.Weight);
        return line with { Respondents = count, Weight = counted.Frame is null ? null : Exact(weight, counted.Count.WeightDecimals) };
    }
}
