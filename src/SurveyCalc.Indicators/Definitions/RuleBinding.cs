using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>Finds the question, condition, choices and scores of an indicator in the code book of one year.</summary>
internal static class RuleBinding
{
    /// <returns>The bound rule, or the first fault.</returns>
    public static (BoundRule? Rule, BindingFault? Fault) Bind(Indicator indicator, CodeBook codeBook)
    {
        var wave = codeBook.Wave;
        if (codeBook.Find(indicator.Question) is not { } question)
            return (null, DefinitionProblems.QuestionMissing(wave, indicator.Question, codeBook));
        if (!Fits(indicator.Rule, question.Kind))
            return (null, DefinitionProblems.KindDoesNotFit(wave, question, indicator.Rule));

        BoundCondition? condition = null;
        if (indicator.Condition is { } written)
        {
            (condition, var fault) = Bind(written, question, codeBook);
            if (fault is not null) return (null, fault);
        }

        return indicator.Rule switch
        {
            AggregationRule.CountedChoices rule => BindChoices(indicator, rule.Choices.Text, question, condition, codeBook),
            AggregationRule.MeanScore rule => BindScores(indicator, rule.Scores.Text, question, condition, codeBook),
            AggregationRule.NetScore rule => BindNetScore(indicator, rule, question, condition, codeBook),
            _ => (new BoundRule(indicator, question, condition, [], null), null),
        };
    }

    /// <summary>True when a rule can count answers to such a question.</summary>
    public static bool Fits(AggregationRule rule, QuestionKind kind) => rule switch
    {
        AggregationRule.CountedChoices => kind is QuestionKind.SingleChoice or QuestionKind.Attribute or QuestionKind.MultipleChoice,
        AggregationRule.MeanScore or AggregationRule.NetScore => kind is QuestionKind.SingleChoice or QuestionKind.Attribute,
        _ => kind is QuestionKind.Numeric,
    };

    private static (BoundCondition? Condition, BindingFault? Fault) Bind(AnswerCondition written, Question own, CodeBook codeBook)
    {
        var wave = codeBook.Wave;
        if (codeBook.Find(written.Question) is not { } question)
            return (null, DefinitionProblems.ConditionQuestionMissing(wave, written, codeBook));
        if (question == own)
            return (null, DefinitionProblems.ConditionOnItself(wave, written));
        if (question.Choices.Count == 0)
            return (null, DefinitionProblems.ConditionWithoutChoices(wave, written, question));
        var choices = new List<int>();
        foreach (var text in written.Choices)
        {
            var choice = question.FindChoice(text);
            if (choice < 0) return (null, DefinitionProblems.ConditionChoiceMissing(wave, written, text, question));
            choices.Add(choice);
        }

        return (new BoundCondition(question, [.. choices.Distinct()]), null);
    }

    private static (BoundRule? Rule, BindingFault? Fault) BindChoices(
        Indicator indicator, string text, Question question, BoundCondition? condition, CodeBook codeBook)
    {
        if (!ChoiceSplit.TryFind(text, question, out var choices, out var unknown))
            return (null, DefinitionProblems.ChoiceMissing(codeBook.Wave, question, unknown));
        return OutsideBase(indicator, choices, question, codeBook) is { } fault
            ? (null, fault)
            : (new BoundRule(indicator, question, condition, choices, null), null);
    }

    private static (BoundRule? Rule, BindingFault? Fault) BindScores(
        Indicator indicator, string text, Question question, BoundCondition? condition, CodeBook codeBook)
    {
        if (!ScoreText.TryParse(text, out var pairs, out var wrong))
            return (null, DefinitionProblems.ScoreUnreadable(codeBook.Wave, wrong));
        var scores = new decimal?[question.Choices.Count];
        var choices = new List<int>();
        foreach (var (label, score) in pairs)
        {
            var choice = question.FindChoice(label);
            if (choice < 0) return (null, DefinitionProblems.ChoiceMissing(codeBook.Wave, question, label));
            if (scores[choice] is not null)
                return (null, DefinitionProblems.ScoredTwice(codeBook.Wave, question, question.Choices[choice].Label));
            scores[choice] = score;
            choices.Add(choice);
        }

        return OutsideBase(indicator, choices, question, codeBook) is { } fault
            ? (null, fault)
            : (new BoundRule(indicator, question, condition, choices, scores), null);
    }

    private static (BoundRule? Rule, BindingFault? Fault) BindNetScore(
        Indicator indicator, AggregationRule.NetScore rule, Question question, BoundCondition? condition, CodeBook codeBook)
    {
        var scores = new decimal?[question.Choices.Count];
        var choices = new List<int>();
        foreach (var (text, score) in new[] { (rule.Favourable.Text, 1), (rule.Unfavourable.Text, -1) })
        {
            if (!ChoiceSplit.TryFind(text, question, out var side, out var unknown))
                return (null, DefinitionProblems.ChoiceMissing(codeBook.Wave, question, unknown));
            foreach (var choice in side)
            {
                if (scores[choice] is not null)
                    return (null, DefinitionProblems.OnBothSides(codeBook.Wave, question, question.Choices[choice].Label));
                scores[choice] = score;
                choices.Add(choice);
            }
        }

        return OutsideBase(indicator, choices, question, codeBook) is { } fault
            ? (null, fault)
            : (new BoundRule(indicator, question, condition, choices, scores), null);
    }

    /// <summary>A choice that the rule names must not be left out by the base rule, or it would count for nothing.</summary>
    private static BindingFault? OutsideBase(Indicator indicator, IReadOnlyList<int> choices, Question question, CodeBook codeBook)
    {
        foreach (var choice in choices.Select(c => question.Choices[c]))
        {
            var isOutside = choice.Role switch
            {
                AnswerRole.NoAnswer or AnswerRole.Invalid => !indicator.Base.IncludesNoAnswer,
                AnswerRole.DontKnow => !indicator.Base.IncludesDontKnow,
                AnswerRole.NotApplicable => true,
                _ => false,
            };
            if (isOutside) return DefinitionProblems.CountedOutsideBase(codeBook.Wave, question, choice, indicator.Base);
        }

        return null;
    }
}
