using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Definitions.Formulas;

/// <summary>What a stated denominator amounts to for one question.</summary>
/// <remarks>
/// A blank cell is 無回答 whether or not the code book has a choice for it, so that 回答者数 alone never says enough.
/// </remarks>
internal static class StatedBaseBinding
{
    public static (BaseRule? Base, FormulaRefusal? Refusal) Bind(StatedBase stated, Question question) => stated.Subject switch
    {
        BaseSubject.Labels => OfLabels(stated, question),
        BaseSubject.Returned when question.AskedIf is not null => (null, FormulaRefusals.UnclearBase(stated.Words, "設問の対象外の人")),
        BaseSubject.Returned => (new BaseRule(stated.NoAnswer ?? true, stated.DontKnow ?? true), null),
        BaseSubject.ValidAnswers when stated.NoAnswer == true => (null, FormulaRefusals.OtherBase(stated.Words)),
        BaseSubject.ValidAnswers when stated.DontKnow is null && Has(question, AnswerRole.DontKnow) =>
            (null, FormulaRefusals.UnclearBase(stated.Words, "わからない")),
        BaseSubject.ValidAnswers => (new BaseRule(false, stated.DontKnow ?? true), null),
        _ when stated.NoAnswer is null => (null, FormulaRefusals.UnclearBase(stated.Words, "無回答")),
        _ => (new BaseRule(stated.NoAnswer.Value, stated.DontKnow ?? true), null),
    };

    /// <summary>Choices added up one by one are a base only when they are all choices of some roles.</summary>
    private static (BaseRule? Base, FormulaRefusal? Refusal) OfLabels(StatedBase stated, Question question)
    {
        var named = stated.Labels.Select(question.FindChoice).ToHashSet();
        foreach (var rule in (BaseRule[])[BaseRule.Answered, BaseRule.Substantive, BaseRule.Everybody, BaseRule.EverybodyWhoKnows])
        {
            var held = Enumerable.Range(0, question.Choices.Count).Where(i => question.Choices[i].Role switch
            {
                AnswerRole.Substantive => true,
                AnswerRole.DontKnow => rule.IncludesDontKnow,
                AnswerRole.NoAnswer or AnswerRole.Invalid => rule.IncludesNoAnswer,
                _ => false,
            });
            var isWhole = !rule.IncludesNoAnswer || Has(question, AnswerRole.NoAnswer);
            if (isWhole && question.Kind != QuestionKind.MultipleChoice && named.SetEquals(held)) return (rule, null);
        }

        return (null, FormulaRefusals.OtherBase(stated.Words));
    }

    private static bool Has(Question question, AnswerRole role) => question.Choices.Any(c => c.Role == role);
}
