using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Tests.Definitions;

/// <summary>A small survey with every kind of question, after the code book of the golden city.</summary>
internal static class Sample
{
    public const string Survey = "市民意識調査";

    public static WaveKey Wave { get; } = new(Survey, new FiscalYear(2020));

    public static Question Satisfaction { get; } = new()
    {
        Id = "問1",
        Kind = QuestionKind.SingleChoice,
        Column = "q1",
        Series = "問1",
        Choices =
        [
            new("1", "満足"), new("2", "やや満足"), new("3", "普通"), new("4", "やや不満"), new("5", "不満"),
            new("8", "わからない", AnswerRole.DontKnow), new("9", "無回答", AnswerRole.NoAnswer),
        ],
    };

    public static Question Prepared { get; } = new()
    {
        Id = "問4",
        Kind = QuestionKind.SingleChoice,
        Column = "q4",
        Series = "問4",
        Choices = [new("1", "はい"), new("2", "いいえ"), new("9", "無回答", AnswerRole.NoAnswer)],
    };

    public static Question Media { get; } = new()
    {
        Id = "問6",
        Kind = QuestionKind.MultipleChoice,
        Series = "問6",
        Choices =
        [
            new("1", "広報紙", Column: "q6_1"), new("2", "SNS、ホームページ", Column: "q6_2"), new("3", "回覧板", Column: "q6_3"),
            new("7", "どれも利用していない", AnswerRole.Substantive, "q6_7", IsExclusive: true),
            new("9", "無回答", AnswerRole.NoAnswer, "q6_na"),
        ],
    };

    public static Question Uses { get; } = new() { Id = "問7", Kind = QuestionKind.Numeric, Column = "q7", Series = "問7" };

    public static Question Comments { get; } = new() { Id = "問9", Kind = QuestionKind.FreeText, Column = "q9", Series = "問9" };

    public static CodeBook CodeBook { get; } = new(Wave, [Satisfaction, Prepared, Media, Uses, Comments]);

    /// <summary>An indicator on 問1 unless told otherwise.</summary>
    public static Indicator Indicator(AggregationRule rule, BaseRule @base, string question = "問1", string? condition = null)
    {
        AnswerCondition? asked = null;
        if (condition is not null) Assert.True(AnswerCondition.TryParse(condition, out asked));
        return new Indicator
        {
            Code = "1-2-1",
            Name = "住みやすさの満足度",
            Survey = Survey,
            Question = question,
            Rule = rule,
            Base = @base,
            Condition = asked,
            Unit = "%",
            Direction = Direction.HigherIsBetter,
            Decimals = 1,
        };
    }

    public static AggregationRule Counting(string choices) => new AggregationRule.CountedChoices(new ChoiceList(choices));

    public static AggregationRule Scoring(string scores) => new AggregationRule.MeanScore(new ScoreList(scores));

    /// <summary>The rule bound to <see cref="CodeBook"/>; fails the test when it cannot be.</summary>
    public static BoundRule Bind(AggregationRule rule, BaseRule @base, string question = "問1", string? condition = null)
    {
        Assert.True(BoundRule.TryBind(Indicator(rule, @base, question, condition), CodeBook, out var bound, out var reason), reason);
        return bound;
    }

    /// <summary>The reason why the rule cannot be bound.</summary>
    public static string Refused(AggregationRule rule, BaseRule @base, string question = "問1", string? condition = null)
    {
        Assert.False(BoundRule.TryBind(Indicator(rule, @base, question, condition), CodeBook, out var bound, out var reason));
        Assert.Null(bound);
        return reason;
    }
}
