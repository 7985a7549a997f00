using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Statistics;
using static SurveyCalc.Tests.Definitions.Sample;

namespace SurveyCalc.Tests.Definitions;

public sealed class DefinitionDiffTests
{
    private static readonly Indicator Before = Indicator(Counting("満足、普通"), BaseRule.Answered);

    [Fact]
    public void Equal_items_have_no_difference() => Assert.Empty(DefinitionDiff.Of(DefinitionItems.Of(Before), DefinitionItems.Of(Before)));

    [Fact]
    public void What_is_new_is_called_so()
    {
        Assert.Equal(["指標 1-2-1: 新規(住みやすさの満足度)"], DefinitionDiff.Of(null, DefinitionItems.Of(Before)));
        Assert.Equal(["符号表 市民意識調査 令和2年度: 新規(設問5個)"], DefinitionDiff.Of(null, DefinitionItems.Of(Sample.CodeBook)));
        Assert.Equal(["計画値 1-2-1: 新規(0個)"], DefinitionDiff.Of(null, DefinitionItems.Of("1-2-1", [])));
        Assert.Equal(["取込設定 市民意識調査 令和2年度: 新規"], DefinitionDiff.Of(null, DefinitionItems.Of(new ImportProfile { Wave = Wave })));
    }

    [Fact]
    public void Every_changed_cell_of_an_indicator_is_a_line() => Assert.Equal(
        [
            "指標 1-2-1: 算式の種類 選択肢の割合 → 平均点", "指標 1-2-1: 算式 満足、普通 → 満足=1",
            "指標 1-2-1: 分母 無回答を除く → 無回答を含む", "指標 1-2-1: 対象条件 (空欄) → 問4=はい", "指標 1-2-1: 桁数 1 → 0",
        ],
        DefinitionDiff.Of(
            DefinitionItems.Of(Before),
            DefinitionItems.Of(Before with
            {
                Rule = Scoring("満足=1"),
                Base = BaseRule.Everybody,
                Condition = new AnswerCondition("問4", ["はい"]),
                Decimals = 0,
            })));

    [Fact]
    public void Settings_and_population_are_compared_by_cell()
    {
        var settings = new SurveySettings { Survey = Survey };
        Assert.Equal(["調査 市民意識調査: 信頼水準 95% → 90%", "調査 市民意識調査: 区間の方法 Wilson → Wald"], DefinitionDiff.Of(
            DefinitionItems.Of(settings), DefinitionItems.Of(settings with { Level = 0.9, Method = ProportionMethod.Wald })));
        var population = new Population(Wave, 100);
        Assert.Equal(["母集団 市民意識調査 令和2年度: 母集団数 100 → 101"], DefinitionDiff.Of(
            DefinitionItems.Of(population), DefinitionItems.Of(population with { Count = 101 })));
    }

    [Fact]
    public void Profiles_are_compared_by_item() => Assert.Equal(
        ["取込設定 市民意識調査 令和2年度: 見出し行数 1 → 2", "取込設定 市民意識調査 令和2年度: 無回答の値 空欄|無回答 → 空欄", "取込設定 市民意識調査 令和2年度: ウエイトの列 (空欄) → W"],
        DefinitionDiff.Of(
            DefinitionItems.Of(new ImportProfile { Wave = Wave }),
            DefinitionItems.Of(new ImportProfile { Wave = Wave, HeaderRows = 2, NoAnswerValues = [""], WeightColumn = "W" })));

    [Fact]
    public void Targets_are_compared_by_year() => Assert.Equal(
        ["計画値 1-1: 計画策定時 55.8 → 56.0", "計画値 1-1: 令和2年度 56.5 → (空欄)", "計画値 1-1: 令和3年度 (空欄) → 57"],
        DefinitionDiff.Of(
            DefinitionItems.Of("1-1", [new Target("1-1", null, "55.8", 55.8m), new Target("1-1", new FiscalYear(2020), "56.5", 56.5m)]),
            DefinitionItems.Of("1-1", [new Target("1-1", null, "56.0", 56.0m), new Target("1-1", new FiscalYear(2021), "57", 57m)])));

    [Fact]
    public void Code_books_are_compared_by_question_and_choice()
    {
        var changed = Satisfaction with
        {
            AskedIf = new AnswerCondition("問4", ["はい"]),
            Choices =
            [
                new("2", "やや満足"), new("1", "満足"), new("3", "普通"), new("4", "やや不満"), new("5", "不満だ"),
                new("8", "わからない"), new("10", "無回答", AnswerRole.NoAnswer),
            ],
        };
        Assert.Equal(
            [
                "設問「問1」の対象条件 (空欄) → 問4=はい", "設問「問1」の選択肢 5 不満(有効) → 5 不満だ(有効)", "設問「問1」の選択肢 8 わからない(わからない) → 8 わからない(有効)",
                "設問「問1」の選択肢「10 無回答(無回答)」を追加", "設問「問1」の選択肢「9 無回答(無回答)」を削除", "設問「問1」の選択肢の順番を変更",
                "設問「F1」を追加", "設問「問9」を削除", "設問の順番を変更",
            ],
            DefinitionDiff.Of(
                DefinitionItems.Of(Sample.CodeBook),
                DefinitionItems.Of(new CodeBook(Wave, [changed, Media, Prepared, Uses, Uses with { Id = "F1" }])))
            .Select(line => line["符号表 市民意識調査 令和2年度: ".Length..]));
    }
}
