using System.Globalization;
using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Definitions.Formulas;

/// <summary>Turns the structure of a 算式 into a rule on one question, and checks that the rule says the same.</summary>
internal static class FormulaBinding
{
    /// <returns>The bound rule, or why there is none.</returns>
    public static (BoundFormula? Bound, FormulaRefusal? Refusal) Bind(Formula formula, Question question, CodeBook codeBook, BaseRule? chosen)
    {
        BaseRule? stated = null;
        if (formula.Base is { } words)
        {
            (stated, var unclear) = StatedBaseBinding.Bind(words, question);
            if (unclear is not null) return (null, unclear);
            if (chosen is not null && chosen != stated) return (null, FormulaRefusals.BaseContradicts(stated!, chosen));
        }

        var found = stated ?? chosen;
        var choices = formula.Meaning is FormulaMeaning.AnyChoice ? AnyChoice.Of(question) : formula.Meaning.AllLabels.Select(question.FindChoice).ToList();
        if (formula.Meaning is FormulaMeaning.AnyChoice && (choices.Count == 0 || AnyChoice.UnmarkedNone(question, choices) is not null))
            return (null, FormulaRefusals.NoneNotMarked(question, AnyChoice.UnmarkedNone(question, choices)));
        if (choices.Contains(-1))
            return (null, FormulaRefusals.DoesNotBind(DefinitionProblems.KindDoesNotFit(
                codeBook.Wave, question, RuleOf(formula.Meaning, question, choices))));
        if (formula.Meaning is FormulaMeaning.Choices { Labels.Count: > 1, Join: not LabelJoin.Any } && question.Kind == QuestionKind.MultipleChoice)
            return (null, FormulaRefusals.MarksAdded(question));
        if (Unscored(formula.Meaning, question, choices, found) is { } unscored)
            return (null, FormulaRefusals.UnscoredInBase(unscored));
        if (formula.Meaning is FormulaMeaning.NumericMean && found is { IncludesNoAnswer: true })
            return (null, FormulaRefusals.OtherBase(formula.Base?.Words ?? DefinitionWords.WordOf(found)));

        // An open base is tried with the one that holds everybody.
        var rule = RuleOf(formula.Meaning, question, choices);
        return Check(rule, formula.Meaning, question, codeBook, choices, found) is { } refusal
            ? (null, refusal)
            : (new BoundFormula(question.Id, rule, found, choices), null);
    }

    private static AggregationRule RuleOf(FormulaMeaning meaning, Question question, List<int> choices) => meaning switch
    {
        FormulaMeaning.Choices or FormulaMeaning.AnyChoice => new AggregationRule.CountedChoices(Listed(choices, question)),
        FormulaMeaning.Scores scores => new AggregationRule.MeanScore(new ScoreList(string.Join('|', scores.Pairs.Zip(choices, (p, c) =>
            string.Create(CultureInfo.InvariantCulture, $"{LabelOf(c, question)}={p.Score}"))))),
        FormulaMeaning.NetScore net => new AggregationRule.NetScore(Listed(choices[..net.Positive.Count], question), Listed(choices[net.Positive.Count..], question)),
        FormulaMeaning.Threshold threshold => new AggregationRule.NumericThreshold(threshold.Comparison, threshold.Limit),
        _ => new AggregationRule.NumericMean(),
    };

    private static ChoiceList Listed(List<int> choices, Question question) => new(string.Join('|', choices.Select(c => LabelOf(c, question))));

    private static string LabelOf(int choice, Question question) => choice < 0 ? "" : question.Choices[choice].Label;

    /// <summary>Binds the rule as the computation will, and compares what it counts with what was read.</summary>
    private static FormulaRefusal? Check(
        AggregationRule rule, FormulaMeaning meaning, Question question, CodeBook codeBook, List<int> choices, BaseRule? @base)
    {
        var indicator = new Indicator
        {
            Code = "算式",
            Name = "算式",
            Survey = codeBook.Wave.Survey,
            Question = question.Id,
            Rule = rule,
            Base = @base ?? BaseRule.Everybody,
            Unit = "",
            Direction = Direction.HigherIsBetter,
            Decimals = 1,
        };
        var (bound, fault) = RuleBinding.Bind(indicator, codeBook);
        if (rule is AggregationRule.NetScore net && !NetScoreText.TrySplit(NetScoreText.Of(net), out _, out _))
            return FormulaRefusals.LabelCannotBeListed(meaning.AllLabels.FirstOrDefault(l => !NetScoreText.TrySplit(l + NetScoreText.Minus, out _, out _)) ?? meaning.AllLabels[0]);
        if (fault is { Code: "SC-D712" or "SC-D714" or "SC-D715" })
            return FormulaRefusals.LabelCannotBeListed(meaning.AllLabels.FirstOrDefault(l => fault.Found.Length > 0 && l.Contains(fault.Found, StringComparison.Ordinal)) ?? fault.Found);
        if (fault is not null) return FormulaRefusals.DoesNotBind(fault);
        return choices.SequenceEqual(bound!.Choices) ? null : FormulaRefusals.LabelCannotBeListed(LabelOf(choices[0], question));
    }

    /// <summary>A choice that belongs to the base of a mean but has no score, or null.</summary>
    private static string? Unscored(FormulaMeaning meaning, Question question, List<int> scored, BaseRule? @base)
    {
        if (meaning is not FormulaMeaning.Scores) return null;
        for (var i = 0; i < question.Choices.Count; i++)
        {
            var isInBase = question.Choices[i].Role switch
            {
                AnswerRole.Substantive => true,
                AnswerRole.DontKnow => @base is { IncludesDontKnow: true },
                _ => false,
            };
            if (isInBase && !scored.Contains(i)) return question.Choices[i].Label;
        }

        return @base is { IncludesNoAnswer: true } && !scored.Exists(i => question.Choices[i].Role == AnswerRole.NoAnswer) ? "無回答" : null;
    }
}
