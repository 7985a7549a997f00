using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;
using static SurveyCalc.Tests.Definitions.Sample;

namespace SurveyCalc.Tests.Definitions;

public sealed class BoundRuleTests
{
    // 2 満足, 1 普通, 3 不満, 1 わからない, 1 無回答 by its code, 1 blank, 1 無効, 1 非該当.
    private static readonly Answer[] TenAnswers =
    [
        Answer.Chosen(0, AnswerRole.Substantive), Answer.Chosen(0, AnswerRole.Substantive), Answer.Chosen(2, AnswerRole.Substantive),
        Answer.Chosen(4, AnswerRole.Substantive), Answer.Chosen(4, AnswerRole.Substantive), Answer.Chosen(4, AnswerRole.Substantive),
        Answer.Chosen(5, AnswerRole.DontKnow), Answer.Chosen(6, AnswerRole.NoAnswer), Answer.Of(AnswerRole.NoAnswer),
        Answer.Of(AnswerRole.Invalid), Answer.Of(AnswerRole.NotApplicable),
    ];

    [Theory]
    [InlineData(true, true, 10)]
    [InlineData(false, true, 7)]
    [InlineData(false, false, 6)]
    [InlineData(true, false, 9)]
    public void The_base_holds_whom_the_base_rule_says(bool noAnswer, bool dontKnow, int denominator)
    {
        var rule = Bind(Counting("満足、やや満足、普通"), new BaseRule(noAnswer, dontKnow));
        Assert.Equal(denominator, TenAnswers.Count(rule.InBase));
        Assert.Equal(3, TenAnswers.Count(rule.InNumerator));
        Assert.Equal(3, TenAnswers.Sum(rule.Score));
    }

    [Theory]
    [InlineData("満足|やや満足|普通")]
    [InlineData("1|2|3")]
    [InlineData("満足、やや満足、普通")]
    [InlineData("満足・やや満足・普通")]
    [InlineData("満足＋やや満足＋普通")]
    [InlineData(" 満足 ／ 2 ／ ３ ")]
    [InlineData("満足、やや満足、普通、1")]
    public void Choices_are_found_however_the_list_is_written(string list) =>
        Assert.Equal([0, 1, 2], Bind(Counting(list), BaseRule.Answered).Choices);

    [Theory]
    [InlineData("SNS、ホームページ", new[] { 1 })]
    [InlineData("SNS、ホームページ|回覧板", new[] { 1, 2 })]
    [InlineData("広報紙、回覧板", new[] { 0, 2 })]
    public void A_label_that_holds_a_separator_is_one_choice(string list, int[] expected) =>
        Assert.Equal(expected, Bind(Counting(list), BaseRule.Answered, "問6").Choices);

    [Fact]
    public void Any_mark_of_the_list_counts_once()
    {
        var rule = Bind(Counting("広報紙|回覧板"), BaseRule.Answered, "問6");
        Assert.True(rule.InNumerator(Answer.Marked(0b00101, AnswerRole.Substantive)));
        Assert.True(rule.InNumerator(Answer.Marked(0b00110, AnswerRole.Substantive)));
        Assert.False(rule.InNumerator(Answer.Marked(0b01010, AnswerRole.Substantive)));
    }

    [Fact]
    public void Nothing_marked_as_an_answer_is_in_the_base()
    {
        var rule = Bind(Counting("広報紙"), BaseRule.Answered, "問6");
        var none = Answer.Marked(0, AnswerRole.Substantive);
        Assert.True(rule.InBase(none));
        Assert.False(rule.InNumerator(none));
        Assert.False(rule.InBase(Answer.Marked(0b10000, AnswerRole.NoAnswer)));
        Assert.False(rule.InBase(Answer.Of(AnswerRole.NoAnswer)));
    }

    [Fact]
    public void The_share_of_no_answer_counts_blank_cells_like_the_code()
    {
        var rule = Bind(Counting("無回答"), BaseRule.Everybody);
        Assert.Equal(2, TenAnswers.Count(rule.InNumerator));
        Assert.Equal(10, TenAnswers.Count(rule.InBase));
    }

    [Theory]
    [InlineData(Comparison.AtLeast, 5, 2)]
    [InlineData(Comparison.AtMost, 5, 2)]
    [InlineData(Comparison.MoreThan, 5, 1)]
    [InlineData(Comparison.LessThan, 5, 1)]
    [InlineData(Comparison.Equal, 5, 1)]
    public void A_threshold_is_exact_at_its_limit(Comparison comparison, int limit, int expected)
    {
        var rule = Bind(new AggregationRule.NumericThreshold(comparison, limit), BaseRule.Everybody, "問7");
        Answer[] answers = [Answer.Of(4.9m), Answer.Of(5.0m), Answer.Of(5.1m), Answer.Of(AnswerRole.NoAnswer), Answer.Of(AnswerRole.NotApplicable)];
        Assert.Equal(expected, answers.Count(rule.InNumerator));
        Assert.Equal(4, answers.Count(rule.InBase));
    }

    [Fact]
    public void No_answer_is_not_zero_in_a_threshold() => Assert.False(
        Bind(new AggregationRule.NumericThreshold(Comparison.AtMost, 3), BaseRule.Everybody, "問7").InNumerator(Answer.Of(AnswerRole.NoAnswer)));

    [Fact]
    public void A_mean_score_rests_on_answers_with_a_score()
    {
        var rule = Bind(Scoring("満足=2|やや満足=1|普通=0|やや不満=-1|不満=-2"), BaseRule.Substantive);
        Assert.Equal(6, TenAnswers.Count(rule.InBase));
        Assert.Equal(2 + 2 + 0 - 6, TenAnswers.Sum(rule.Score));
        Assert.Equal(5, TenAnswers.Count(rule.InNumerator));
    }

    [Fact]
    public void A_score_of_no_answer_goes_to_blank_cells_too()
    {
        var rule = Bind(Scoring("満足=2|無回答=0.5"), BaseRule.Everybody);
        Assert.Equal(4, TenAnswers.Count(rule.InBase));
        Assert.Equal(5m, TenAnswers.Sum(rule.Score));
    }

    [Fact]
    public void A_numeric_mean_rests_on_numbers()
    {
        var rule = Bind(new AggregationRule.NumericMean(), BaseRule.Substantive, "問7");
        Assert.True(rule.InBase(Answer.Of(0m)));
        Assert.False(rule.InNumerator(Answer.Of(0m)));
        Assert.Equal(2.5m, rule.Score(Answer.Of(2.5m)));
        Assert.False(rule.InBase(Answer.Of(AnswerRole.NoAnswer)));
        Assert.Equal(0, rule.Score(Answer.Of(AnswerRole.NoAnswer)));
    }

    [Fact]
    public void A_condition_is_asked_of_its_own_question()
    {
        var condition = Bind(Counting("1|2"), BaseRule.Answered, "問1", "問4=はい").Condition;
        Assert.NotNull(condition);
        Assert.Same(Prepared, condition.Question);
        Assert.True(condition.Holds(Answer.Chosen(0, AnswerRole.Substantive)));
        Assert.False(condition.Holds(Answer.Chosen(1, AnswerRole.Substantive)));
        Assert.False(condition.Holds(Answer.Of(AnswerRole.NoAnswer)));
        Assert.False(condition.Holds(Answer.Of(AnswerRole.NotApplicable)));
    }

    [Fact]
    public void A_condition_on_a_multiple_answer_question_holds_for_any_mark()
    {
        var condition = Bind(Counting("1"), BaseRule.Answered, "問1", "問6=広報紙|3").Condition!;
        Assert.True(condition.Holds(Answer.Marked(0b00111, AnswerRole.Substantive)));
        Assert.False(condition.Holds(Answer.Marked(0b00010, AnswerRole.Substantive)));
        Assert.False(condition.Holds(Answer.Marked(0, AnswerRole.Substantive)));
    }

    [Theory]
    [InlineData("満足、普通", "問1", null, "満足+普通 ÷ (無回答を除く回答者)")]
    [InlineData("1", "問1", "問4=1", "満足 ÷ (問4=はい の人のうち無回答を除く回答者)")]
    [InlineData("1|3", "問6", null, "「広報紙」「回覧板」のいずれかを選んだ人 ÷ (無回答を除く回答者)")]
    public void A_rule_is_echoed_with_the_labels_of_the_year(string list, string question, string? condition, string expected) =>
        Assert.Equal(expected, Bind(Counting(list), BaseRule.Answered, question, condition).InJapanese());

    [Fact]
    public void Other_rules_are_echoed_too()
    {
        Assert.Equal("5以上 ÷ (無回答を含む回答者)",
            Bind(new AggregationRule.NumericThreshold(Comparison.AtLeast, 5), BaseRule.Everybody, "問7").InJapanese());
        Assert.Equal("満足=2、不満=-2 の平均(点数のある回答者)", Bind(Scoring("1=2|5=-2"), BaseRule.Substantive).InJapanese());
        Assert.Equal("数値の平均(問4=はい の人のうち数値を答えた回答者)",
            Bind(new AggregationRule.NumericMean(), BaseRule.Substantive, "問7", "問4=はい").InJapanese());
        Assert.Equal("満足 ÷ (無回答とわからないを除く回答者)", Bind(Counting("1"), BaseRule.Substantive).InJapanese());
        Assert.Equal("満足 ÷ (無回答を含みわからないを除く回答者)", Bind(Counting("1"), BaseRule.EverybodyWhoKnows).InJapanese());
    }
}
