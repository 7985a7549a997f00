using SurveyCalc.Indicators.Definitions;
using static SurveyCalc.Tests.Definitions.Csv;

namespace SurveyCalc.Tests.Definitions;

/// <summary>重要度の指標: every message in full, and what is kept.</summary>
public sealed class ImportancePairTests
{
    private const string Header = "指標コード,指標名,調査,設問,算式の種類,算式,分母,向き,桁数,単位,重要度の指標\n";

    [Fact]
    public void A_pair_is_kept_in_the_spelling_of_its_indicator_and_survives_a_round_trip()
    {
        var read = Read(("指標.csv", Header + Row("S-1", "Ｉ-1") + Row("I-1")));
        Assert.Empty(read.Problems);
        Assert.Equal("I-1", read.Definitions.Indicators.Single(i => i.Code == "S-1").ImportanceIndicator);
        Assert.Null(read.Definitions.Indicators.Single(i => i.Code == "I-1").ImportanceIndicator);
        var written = DefinitionSchema.All.Select(s => DefinitionCsv.Write(s, read.Definitions)).Select(f => (f.Name, f.Content)).ToArray();
        Assert.Equal(DefinitionItems.Of(read.Definitions), DefinitionItems.Of(ReadFiles(written).Definitions));
    }

    [Fact]
    public void An_indicator_without_a_pair_has_the_version_it_had()
    {
        var item = DefinitionItems.Of(Sample.Indicator(Sample.Counting("1"), BaseRule.Answered));
        Assert.DoesNotContain("Importance", item.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_pair_is_shown_as_a_change()
    {
        var indicator = Sample.Indicator(Sample.Counting("1"), BaseRule.Answered);
        Assert.Equal(
            ["指標 1-2-1: 重要度の指標 (空欄) → 1-9"],
            DefinitionDiff.Of(DefinitionItems.Of(indicator), DefinitionItems.Of(indicator with { ImportanceIndicator = "1-9" })));
    }

    [Fact]
    public void An_unknown_importance_is_named_with_the_nearest() => Says(
        "指標.csv 2行目 K列「重要度の指標」: 指標 S-1 の重要度の指標「I-2」がありません。「I-1」ではありませんか。重要度を表す指標のコードを書くか、その指標を足してください。組にしなければ空欄にしてください。[SC-D511]",
        ("指標.csv", Header + Row("S-1", "I-2") + Row("I-1")));

    [Fact]
    public void An_indicator_is_not_its_own_importance() => Says(
        "指標.csv 2行目 K列「重要度の指標」: 指標 S-1 の重要度の指標が、その指標自身です。重要度を聞いた設問の指標のコードを書いてください。組にしなければ空欄にしてください。[SC-D512]",
        ("指標.csv", Header + Row("S-1", "S-1")));

    [Fact]
    public void A_pair_is_of_one_survey()
    {
        var other = CodeBookText + "\n" + CodeBookText[(CodeBookText.IndexOf('\n', StringComparison.Ordinal) + 1)..].Replace("市民意識調査", "職員意識調査", StringComparison.Ordinal);
        Says("指標.csv 2行目 K列「重要度の指標」: 指標 S-1 の調査は「市民意識調査」ですが、重要度の指標「I-1」の調査は「職員意識調査」です。同じ調査の指標を書いてください(別の人に聞いた値は組にできません)。[SC-D513]",
            ("符号表.csv", other), ("指標.csv", Header + Row("S-1", "I-1") + Row("I-1").Replace("市民", "職員", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("I-1,重要,市民意識調査,問1,平均点,満足=1|不満=0,わからないも除く,高い,1,点,")]
    [InlineData("I-1,重要,市民意識調査,問1,差引スコア,満足−不満,わからないも除く,高い,1,%,")]
    [InlineData("I-1,重要,市民意識調査,問1,選択肢の割合,満足,わからないも除く,低い,1,%,")]
    public void A_pair_has_one_unit_kind_and_direction(string importance) => Says(
        "指標.csv 2行目 K列「重要度の指標」: 指標 S-1 と重要度の指標「I-1」は、差をとって比べられません。算式の種類と単位をそろえ、どちらも向きを「高いほど良い」にしてください。[SC-D514]",
        ("指標.csv", Header + Row("S-1", "I-1") + importance));

    private static string Row(string code, string importance = "") => $"{code},{code},市民意識調査,問1,選択肢の割合,満足,無回答を除く,高い,1,%,{importance}\n";
}
