using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>
/// The rule of an indicator in the words of one year's code book. It is asked once per distinct answer, never per row,
/// and whether the <see cref="Condition"/> holds is asked apart, of the answer to the condition's own question.
/// </summary>
/// <remarks>
/// In the base: 有効 always, 非該当 never, 無回答 and 無効 iff the base includes 無回答, わからない iff it includes
/// わからない. The base of a mean is the answers with a score (or number) alone; that of
/// a net score follows the base rule, and what is on neither side counts 0. A multiple-answer block in which nothing
/// is marked although that is an answer (該当なし) is in the base.
/// </remarks>
public sealed class BoundRule
{
    private readonly ChoiceSet? counted;
    private readonly decimal?[]? scores;

    internal BoundRule(
        Indicator indicator, Question question, BoundCondition? condition, IReadOnlyList<int> choices, decimal?[]? scores)
    {
        Indicator = indicator;
        Question = question;
        Condition = condition;
        Choices = choices;
        this.scores = scores;
        if (indicator.Rule is AggregationRule.CountedChoices) counted = new ChoiceSet(question, choices);
    }

    public Indicator Indicator { get; }

    /// <summary>The question as the year's code book has it.</summary>
    public Question Question { get; }

    /// <summary>Who belongs to the base at all (対象条件); null for everybody.</summary>
    public BoundCondition? Condition { get; }

    /// <summary>Indexes of the counted or scored choices in the order of the rule; empty for a numeric rule.</summary>
    public IReadOnlyList<int> Choices { get; }

    /// <summary>Binds an indicator to the code book of one year of its survey.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="codeBook">A code book of the same survey.</param>
    /// <param name="bound">The bound rule; null when it cannot be bound.</param>
    /// <param name="reason">Why not, in Japanese, naming the wave: question missing, unknown choice, wrong kind and so on.</param>
    public static bool TryBind(
        Indicator indicator, CodeBook codeBook, [NotNullWhen(true)] out BoundRule? bound, [NotNullWhen(false)] out string? reason)
    {
        (bound, var fault) = RuleBinding.Bind(indicator, codeBook);
        reason = fault?.Message;
        return bound is not null;
    }

    /// <summary>Whether the answer counts in the denominator, given that the condition holds.</summary>
    public bool InBase(Answer answer) => Indicator.Rule switch
    {
        AggregationRule.MeanScore => ScoreOf(answer) is not null,
        AggregationRule.NumericMean => answer.Role == AnswerRole.Substantive,
        _ => answer.Role switch
        {
            AnswerRole.Substantive => true,
            AnswerRole.NoAnswer or AnswerRole.Invalid => Indicator.Base.IncludesNoAnswer,
            AnswerRole.DontKnow => Indicator.Base.IncludesDontKnow,
            AnswerRole.NotApplicable => false,
            _ => throw new UnreachableException($"Unknown role {answer.Role}."),
        },
    };

    /// <summary>
    /// Whether the answer counts in the numerator; never outside of the base. For a mean or net score: whether its score is not 0.
    /// </summary>
    public bool InNumerator(Answer answer) => InBase(answer) && Indicator.Rule switch
    {
        AggregationRule.CountedChoices => counted!.Holds(answer),
        AggregationRule.NumericThreshold rule => answer.Role == AnswerRole.Substantive && Satisfies(answer.Number, rule),
        AggregationRule.MeanScore => ScoreOf(answer) != 0,
        AggregationRule.NetScore => (ScoreOf(answer) ?? 0) != 0,
        AggregationRule.NumericMean => answer.Number != 0,
        _ => throw new UnreachableException("Unknown rule."),
    };

    /// <summary>What the answer contributes: the score or number of a mean; +1, −1 or 0 of a net score; 1 in the numerator of a ratio, else 0.</summary>
    /// <returns>0 outside of the base.</returns>
    public decimal Score(Answer answer)
    {
        if (!InBase(answer)) return 0;
        return Indicator.Rule switch
        {
            AggregationRule.MeanScore => ScoreOf(answer)!.Value,
            AggregationRule.NetScore => ScoreOf(answer) ?? 0,
            AggregationRule.NumericMean => answer.Number,
            _ => InNumerator(answer) ? 1 : 0,
        };
    }

    /// <summary>The rule as a reader checks it: 「満足+やや満足+普通 ÷ (無回答を除く回答者)」, with the labels of the year.</summary>
    public string InJapanese() => Indicator.Rule switch
    {
        AggregationRule.CountedChoices when Question.Kind == QuestionKind.MultipleChoice && Choices.Count > 1 =>
            $"「{string.Join("」「", Labels())}」のいずれかを選んだ人 ÷ ({BaseInJapanese()})",
        AggregationRule.CountedChoices => $"{string.Join('+', Labels())} ÷ ({BaseInJapanese()})",
        AggregationRule.NumericThreshold rule => string.Create(
            CultureInfo.InvariantCulture, $"{rule.Limit}{DefinitionWords.Comparisons.WordOf(rule.Comparison)} ÷ ({BaseInJapanese()})"),
        AggregationRule.MeanScore => $"{string.Join('、', Choices.Select(ScoreInJapanese))} の平均({ConditionInJapanese()}点数のある回答者)",
        AggregationRule.NetScore =>
            $"(({string.Join('+', Labels(1))})−({string.Join('+', Labels(-1))})) ÷ ({BaseInJapanese()})",
        AggregationRule.NumericMean => $"数値の平均({ConditionInJapanese()}数値を答えた回答者)",
        _ => throw new UnreachableException("Unknown rule."),
    };

    private static bool Satisfies(decimal number, AggregationRule.NumericThreshold rule) => rule.Comparison switch
    {
        Comparison.AtLeast => number >= rule.Limit,
        Comparison.AtMost => number <= rule.Limit,
        Comparison.MoreThan => number > rule.Limit,
        Comparison.LessThan => number < rule.Limit,
        Comparison.Equal => number == rule.Limit,
        _ => throw new UnreachableException($"Unknown comparison {rule.Comparison}."),
    };

    /// <summary>An answer without a choice takes the score of the first choice of its role (a blank cell that of 無回答).</summary>
    private decimal? ScoreOf(Answer answer)
    {
        if (answer.Choice >= 0) return scores![answer.Choice];
        if (answer.Role == AnswerRole.Substantive) return null;
        foreach (var choice in Choices)
            if (Question.Choices[choice].Role == answer.Role)
                return scores![choice];
        return null;
    }

    private IEnumerable<string> Labels() => Choices.Select(c => Question.Choices[c].Label);

    private IEnumerable<string> Labels(decimal score) => Choices.Where(c => scores![c] == score).Select(c => Question.Choices[c].Label);

    private string ScoreInJapanese(int choice) =>
        string.Create(CultureInfo.InvariantCulture, $"{Question.Choices[choice].Label}={scores![choice]}");

    private string ConditionInJapanese() => Condition is null ? "" : $"{Condition} の人のうち";

    private string BaseInJapanese() => ConditionInJapanese() + (Indicator.Base switch
    {
        { IncludesNoAnswer: true, IncludesDontKnow: true } => "無回答を含む回答者",
        { IncludesNoAnswer: true } => "無回答を含みわからないを除く回答者",
        { IncludesDontKnow: true } => "無回答を除く回答者",
        _ => "無回答とわからないを除く回答者",
    });
}
