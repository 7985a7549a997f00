using SurveyCalc.Indicators.Definitions;
using static SurveyCalc.Tests.Definitions.Csv;

namespace SurveyCalc.Tests.Definitions;

/// <summary>The rules of golden file 07 and the scores of 06, as a planner writes them.</summary>
public sealed class GoldenRulesTests
{
    private static readonly (string Id, string Question, string Kind, string Formula, string Condition)[] Rules =
    [
        ("q1_top3", "q1", "選択肢の割合", "満足、やや満足、普通", ""),
        ("q1_top2", "q1", "選択肢の割合", "1|2", ""),
        ("q4_yes", "q4", "選択肢の割合", "はい", ""),
        ("q6_any_1_3", "q6", "いずれかを選んだ割合", "広報紙|回覧板", ""),
        ("q6_2", "q6", "いずれかを選んだ割合", "2", ""),
        ("q6_none", "q6", "いずれかを選んだ割合", "どれも利用していない", ""),
        ("q7_ge5", "q7", "数値の割合", "年5回以上", ""),
        ("q7_ge1", "q7", "数値の割合", "1以上", ""),
        ("q8_top2_q4yes", "q8", "選択肢の割合", "満足|やや満足", "q4=はい"),
        ("q5_any_1_2_q4yes", "q5", "いずれかを選んだ割合", "食料|飲料水", "q4=1"),
        ("q5_1_q4yes", "q5", "いずれかを選んだ割合", "食料", "q4=1"),
        ("mean_q1_5to1", "q1", "平均点", "満足=5|やや満足=4|普通=3|やや不満=2|不満=1", ""),
        ("net_q1", "q1", "平均点", "1=1|2=1|3=0|4=-1|5=-1", ""),
        ("net_q1_sides", "q1", "差引スコア", "満足|やや満足−やや不満|不満", ""),
        ("mean_q7", "q7", "数値の平均", "", ""),
    ];

    private static DefinitionRead ReadAll(string @base)
    {
        const string satisfaction = ",1,満足,,,\n,,,,,,2,やや満足,,,\n,,,,,,3,普通,,,\n,,,,,,4,やや不満,,,\n,,,,,,5,不満,,,\n,,,,,,8,わからない,わからない,,\n,,,,,,9,無回答,無回答,,\n";
        var codeBook = "調査,年度,設問,設問文,種別,列,選択肢コード,ラベル,区分,対象条件,系列\n"
            + "市民,2024,q1,,SA,q1" + satisfaction
            + ",,q4,,SA,q4,1,はい,,,\n,,,,,,2,いいえ,,,\n,,,,,,9,無回答,無回答,,\n"
            + ",,q5,,MA,q5_1,1,食料,,q4=1,\n,,,,,q5_2,2,飲料水,,,\n,,,,,q5_3,3,電池,,,\n,,,,,q5_4,4,毛布,,,\n,,,,,q5_5,5,その他,,,\n,,,,,q5_na,9,無回答,無回答,,\n"
            + ",,q6,,MA,q6_1,1,広報紙,,,\n,,,,,q6_2,2,SNS,,,\n,,,,,q6_3,3,回覧板,,,\n,,,,,q6_4,4,ラジオ,,,\n,,,,,q6_5,5,知人,,,\n,,,,,q6_6,6,その他,,,\n"
            + ",,,,,q6_7,7,どれも利用していない,排他,,\n,,,,,q6_na,9,無回答,無回答,,\n"
            + ",,q7,,数値,q7,,,,,\n,,q8,,SA,q8" + satisfaction.Replace(",1,満足,,,", ",1,満足,,q4=1,", StringComparison.Ordinal);
        var rows = Rules.Select(r =>
            $"{r.Id},{r.Id},,,市民,{r.Question},{r.Kind},{r.Formula},{@base},{r.Condition},{(r.Kind.EndsWith("割合", StringComparison.Ordinal) || r.Kind == "差引スコア" ? "%" : "点")},高い,1,");
        return Read(("符号表.csv", codeBook), ("指標.csv", IndicatorHeader + string.Join('\n', rows)));
    }

    [Theory]
    [InlineData("わからないも除く")]
    [InlineData("無回答を除く")]
    [InlineData("無回答を含みわからないを除く")]
    [InlineData("無回答を含む")]
    public void Every_rule_and_denominator_can_be_written(string @base)
    {
        var read = ReadAll(@base);
        Assert.True(read.IsAccepted, string.Join('\n', read.Problems));
        Assert.Equal(Rules.Length, read.Definitions.Indicators.Count);
        Assert.All(read.Definitions.Indicators, i => Assert.True(BoundRule.TryBind(i, read.Definitions.CodeBooks[0], out _, out _)));
    }
}
