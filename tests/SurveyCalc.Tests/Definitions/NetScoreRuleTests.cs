using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;
using static SurveyCalc.Tests.Definitions.Sample;

namespace SurveyCalc.Tests.Definitions;

public sealed class NetScoreRuleTests
{
    private static readonly Answer Blank = Answer.Of(AnswerRole.NoAnswer);

    private static readonly Answer[] OneOfEach =
    [
        .. Enumerable.Range(0, 5).Select(i => Answer.Chosen(i, AnswerRole.Substantive)),
        Answer.Chosen(5, AnswerRole.DontKnow), Blank, Answer.Of(AnswerRole.NotApplicable),
    ];

    [Fact]
    public void The_two_sides_count_plus_and_minus_one_and_every_other_answer_of_the_base_0()
    {
        var rule = Bind(Net("満足|やや満足", "不満"), BaseRule.Substantive);
        Assert.Equal([1m, 1m, 0m, 0m, -1m, 0m, 0m, 0m], OneOfEach.Select(rule.Score));
        Assert.Equal(5, OneOfEach.Count(rule.InBase));
        Assert.Equal(3, OneOfEach.Count(rule.InNumerator));
    }

    [Theory]
    [InlineData(true, true, 7)]
    [InlineData(false, true, 6)]
    [InlineData(true, false, 6)]
    public void The_base_follows_the_base_rule_as_for_a_share(bool noAnswer, bool dontKnow, int expected)
    {
        var rule = Bind(Net("満足|やや満足", "やや不満|不満"), new BaseRule(noAnswer, dontKnow));
        Assert.Equal(expected, OneOfEach.Count(rule.InBase));
        Assert.Equal(0, OneOfEach.Sum(rule.Score));
    }

    [Fact]
    public void No_answer_may_stand_on_a_side_when_it_is_in_the_base()
    {
        var rule = Bind(Net("満足", "不満|無回答"), BaseRule.Everybody);
        Assert.Equal(-1, rule.Score(Blank));
    }

    [Fact]
    public void The_rule_is_written_with_the_labels_of_the_year() => Assert.Equal(
        "((満足+やや満足)−(不満)) ÷ (無回答を除く回答者)", Bind(Net("1|2", "5"), BaseRule.Answered).InJapanese());

    [Fact]
    public void Several_marks_cannot_be_set_off_against_each_other() => Assert.Equal(
        "市民意識調査 令和2年度の設問「問6」の種別はMAで、この算式では計算できません。", Refused(Net("広報紙", "回覧板"), BaseRule.Answered, "問6"));

    [Theory]
    [InlineData("満足|やや満足−やや不満|不満")]
    [InlineData("満足、やや満足 - やや不満、不満")]
    [InlineData("1|2－4|5")]
    public void Any_minus_parts_the_sides_and_the_definition_survives_a_round_trip(string formula)
    {
        var book = Csv.CodeBookText.Replace(",,,,,,2,普通,,,\n", ",,,,,,2,やや満足,,,\n,,,,,,4,やや不満,,,\n,,,,,,5,不満です,,,\n", StringComparison.Ordinal)
            .Replace("3,不満,", "3,普通,", StringComparison.Ordinal).Replace("不満です", "不満", StringComparison.Ordinal);
        var read = Csv.Read(("符号表.csv", book), ("指標.csv", Csv.IndicatorHeader + $"1-1,差引,,,市民意識調査,問1,差引スコア,{formula},無回答を除く,,,高い,1,"));
        Assert.Empty(read.Problems);
        var indicator = read.Definitions.Indicators.Single();
        Assert.Equal("%", indicator.Unit);
        Assert.True(BoundRule.TryBind(indicator, read.Definitions.CodeBooks[0], out var rule, out var reason), reason);
        Assert.Equal("((満足+やや満足)−(やや不満+不満)) ÷ (無回答を除く回答者)", rule.InJapanese());
        Assert.Equal(indicator, DefinitionItems.ToIndicator(DefinitionItems.Of(indicator)));
        var written = DefinitionSchema.All.Select(s => DefinitionCsv.Write(s, read.Definitions)).Select(f => (f.Name, f.Content)).ToArray();
        Assert.Equal(DefinitionItems.Of(read.Definitions), DefinitionItems.Of(Csv.ReadFiles(written).Definitions));
    }

    private static AggregationRule.NetScore Net(string favourable, string unfavourable) => new(new ChoiceList(favourable), new ChoiceList(unfavourable));
}
