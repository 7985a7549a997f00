using SurveyCalc.Indicators.Definitions;
using static SurveyCalc.Tests.Definitions.Sample;

namespace SurveyCalc.Tests.Definitions;

/// <summary>The reasons that stand in place of a number, in full.</summary>
public sealed class BindingFaultTests
{
    private static readonly AggregationRule FiveOrMore = new AggregationRule.NumericThreshold(Comparison.AtLeast, 5);

    [Fact]
    public void A_missing_question_is_named_with_the_nearest() => Assert.Equal(
        "市民意識調査 令和2年度の符号表に設問「問1a」がありません。「問1」ではありませんか。",
        Refused(Counting("1"), BaseRule.Answered, "問1a"));

    [Theory]
    [InlineData("問6", "市民意識調査 令和2年度の設問「問6」の種別はMAで、この算式では計算できません。")]
    [InlineData("問1", "市民意識調査 令和2年度の設問「問1」の種別はSAで、この算式では計算できません。")]
    [InlineData("問9", "市民意識調査 令和2年度の設問「問9」の種別は自由記述で、この算式では計算できません。")]
    public void A_threshold_needs_a_numeric_question(string question, string expected) =>
        Assert.Equal(expected, Refused(FiveOrMore, BaseRule.Answered, question));

    [Fact]
    public void Choices_need_a_question_with_choices() => Assert.Equal(
        "市民意識調査 令和2年度の設問「問7」の種別は数値で、この算式では計算できません。",
        Refused(Counting("1"), BaseRule.Answered, "問7"));

    [Fact]
    public void A_label_one_character_off_is_named_with_the_nearest() => Assert.Equal(
        "市民意識調査 令和2年度の設問「問1」に選択肢「やや満足度」がありません。「やや満足」ではありませんか。",
        Refused(Counting("満足、やや満足度、普通"), BaseRule.Answered));

    [Fact]
    public void An_unknown_choice_is_answered_with_the_list() => Assert.Equal(
        "市民意識調査 令和2年度の設問「問4」に選択肢「ときどき備えている」がありません。選択肢は「はい」、「いいえ」、「無回答」です。",
        Refused(Counting("ときどき備えている"), BaseRule.Answered, "問4"));

    [Fact]
    public void A_counted_choice_must_be_in_the_base() => Assert.Equal(
        "算式が数える選択肢「わからない」は市民意識調査 令和2年度の設問「問1」で区分がわからないですが、分母は「わからないも除く」なので分母に入りません。",
        Refused(Counting("満足|わからない"), BaseRule.Substantive));

    [Fact]
    public void A_scored_choice_must_be_in_the_base() => Assert.Equal(
        "算式が数える選択肢「無回答」は市民意識調査 令和2年度の設問「問1」で区分が無回答ですが、分母は「無回答を除く」なので分母に入りません。",
        Refused(Scoring("満足=1|無回答=0"), BaseRule.Answered));

    [Fact]
    public void An_unreadable_score_is_named() => Assert.Equal(
        "市民意識調査 令和2年度: 平均点の算式「普通」を「選択肢=点数」として読めません。", Refused(Scoring("満足=2|普通"), BaseRule.Answered));

    [Fact]
    public void A_choice_has_one_score() => Assert.Equal(
        "市民意識調査 令和2年度の設問「問1」の選択肢「満足」に点数が2回書かれています。", Refused(Scoring("満足=2|1=1"), BaseRule.Answered));

    [Theory]
    [InlineData("問5=はい", "市民意識調査 令和2年度の符号表に、対象条件「問5=はい」の設問「問5」がありません。")]
    [InlineData("問1=満足", "市民意識調査 令和2年度: 対象条件「問1=満足」が、集計する設問そのものを指しています。")]
    [InlineData("問7=5", "市民意識調査 令和2年度: 対象条件「問7=5」の設問の種別は数値で、選択肢がありません。")]
    [InlineData("問4=はいい", "市民意識調査 令和2年度の設問「問4」に、対象条件「問4=はいい」の選択肢「はいい」がありません。「はい」ではありませんか。")]
    public void A_condition_that_cannot_be_bound_is_named(string condition, string expected) =>
        Assert.Equal(expected, Refused(Counting("1"), BaseRule.Answered, "問1", condition));
}
