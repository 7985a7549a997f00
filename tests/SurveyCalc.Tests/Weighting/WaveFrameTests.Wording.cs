using System.Text;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Indicators.Weighting;
using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Weighting;

/// <summary>The full text of every reason and note, from the input that leads to it.</summary>
public sealed partial class WaveFrameTests
{
    private static readonly SurveySettings BySex = Design(new SampleDesign(SampleKind.Stratified, "性別"));

    [Fact]
    public void Margins_that_contradict_each_other_among_the_respondents_name_the_nearest_fit() => Assert.Equal(
        ["「年代」の「若」を人口50人に合わせられません(最も近くて60.0人)。回答者の中で、この区分が別の区分と重なっています。「調整の区分」から一方を除くか、区分をまとめてください。"],
        Of(Raking("性別|年代"), [Sex, Age], "男,若,東", "女,老,東").Reasons);

    [Fact]
    public void Limits_that_are_too_narrow_name_what_they_allow() => Assert.Equal(
        ["倍率の上下限0.9〜1.1では、「性別」の「男」を人口60人に合わせられません(最も近くて36.7人)。上下限を広げるか、区分をまとめてください。"],
        Of(Limited(0.9, 1.1), [Sex], "男,若,東", "女,若,東", "女,老,東").Reasons);

    [Fact]
    public void Margins_that_are_only_met_without_a_respondent_do_not_converge() => Assert.Equal(
        ["繰り返しても「性別」の「男」が人口に合いませんでした(残った相対誤差 5.0e-5)。回答者の少ない区分をまとめてください。"],
        Of(Raking("性別|年代"), [Table("性別", 50, 50), Age], "男,若,東", "男,老,東", "女,若,東").Reasons);

    [Fact]
    public void A_linear_weight_of_zero_or_less_is_refused_with_its_size()
    {
        var linear = Raking("性別|年代") with { Weighting = Raking("性別|年代").Weighting! with { Method = CalibrationMethod.Linear } };
        Assert.Equal(
            ["0以下のウエイトが出ました(最小 -10)。ウエイト調整を「レイキング」にするか、「倍率の上下限」を書いてください。"],
            Of(linear, [Table("性別", 40, 60), Age], "男,若,東", "男,老,東", "女,若,東").Reasons);
    }

    [Fact]
    public void A_table_that_lacks_a_category_or_names_a_foreign_one_is_refused()
    {
        var men = new PopulationBreakdown(Wave, "", new Breakdown("性別"), [new(["男"], 60)]);
        Assert.Equal(
            ["「性別」の人口表にない区分の回答者が2人います。人口.csvに区分を足すか、調査.csvの「属性不明」を「別区分」「按分」「除外」のどれかにしてください。"],
            Of(Raking("性別"), [men], "男,若,東", "女,若,東", "女,老,東").Reasons);
        var foreign = new PopulationBreakdown(Wave, "", new Breakdown("性別"), [new(["男"], 60), new(["婦人"], 40)]);
        Assert.Equal(
            ["調査 令和2年度の人口表「性別」の「婦人」は、回答を取り込んだ符号表の設問「性別」にありません。人口.csvを直すか、回答を取り込み直してください。"],
            Of(Raking("性別"), [foreign], "男,若,東", "女,若,東").Reasons);
        Assert.Equal(
            ["調査 令和2年度の人口表「性別」の人数がすべて0です。人口.csvを直してください。"],
            Of(Raking("性別"), [Table("性別", 0, 0)], "男,若,東", "女,若,東").Reasons);
    }

    [Fact]
    public void An_unknown_cluster_is_refused_even_where_unknown_attributes_are_kept()
    {
        var settings = Raking("性別", UnknownAttributePolicy.OwnCategory) with { Design = new SampleDesign(SampleKind.Clustered, null, "地区") };
        Assert.Equal(
            ["抽出単位「地区」が不明な回答者が1人います。どの抽出単位にも入れられません。回答を確かめるか、調査.csvの「属性不明」を「除外」にしてください。"],
            Of(settings, [Sex], "男,若,東", "女,若,西", "女,若,").Reasons);
    }

    [Fact]
    public void An_unknown_stratum_of_its_own_is_noted()
    {
        var kept = Raking("年代", UnknownAttributePolicy.OwnCategory) with { Design = BySex.Design };
        string[] rows = ["男,若,東", "男,老,東", "女,若,東", "女,老,東", ",若,東", ",老,東"];
        var wave = Of(kept, [Sex, Age], rows).Frame!;
        Assert.Equal([40L, 27, 33], wave.Frame.Design.Populations);
        Assert.Equal(["層「性別」が不明な回答者2人は、別の層としました(人口は標本での割合とみなしました)。"], wave.Notes);
        Assert.Equal(
            ["層「性別」が不明な回答者2人は、別の層としました。", "層「性別」の人口表がないので、有限母集団修正をしていません。抽出率の違いも補正していません(どの層も同じ抽出率とみなしました)。"],
            Of(kept, [Age], rows).Frame!.Notes);
    }

    [Fact]
    public void A_population_smaller_than_the_sample_is_refused() => Assert.Equal(
        ["回答者3人に対して母集団数が2人しかありません。母集団.csvを確かめてください。"],
        Build(Raking("性別"), [Sex], new Population(Wave, 2), "男,若,東", "女,若,東", "女,老,東").Reasons);

    [Fact]
    public void Nobody_to_weight_is_told() => Assert.Equal(
        ["調査 令和2年度には、計算に使える回答者がいません。取り込んだ回答を確かめてください。"],
        Of(Raking("性別", UnknownAttributePolicy.Exclude), [Sex], ",若,東", ",老,東").Reasons);

    [Theory]
    [InlineData(SampleKind.Stratified, "標本設計が「層化」ですが、層が書かれていません。調査.csvに書いてください。")]
    [InlineData(SampleKind.Clustered, "標本設計が「集落」ですが、抽出単位が書かれていません。調査.csvに書いてください。")]
    public void A_design_without_its_attribute_is_refused(SampleKind kind, string expected) =>
        Assert.Equal([expected], Of(Design(new SampleDesign(kind)), [], "男,若,東").Reasons);

    [Fact]
    public void A_question_with_several_answers_and_a_column_that_is_not_there_are_refused()
    {
        var several = new Question { Id = "問1", Kind = QuestionKind.MultipleChoice, Column = "問1", Series = "問1", Choices = [new("1", "公園"), new("2", "図書館")] };
        var book = new CodeBook(Wave, [.. Book.Questions, several]);
        var snapshot = Snapshot(Book, "男,若,東", "女,若,東");
        Assert.Equal(
            ["調査 令和2年度の設問「問1」は選択肢を1つ選ぶ設問(属性、SA)ではないので、標本設計やウエイト調整に使えません。調査.csvか符号表を直してください。"],
            BuildWaveFrame.Of(snapshot, book, Raking("問1"), null, []).Reasons);
        var without = snapshot with { Columns = snapshot.Columns.Where(c => c.Key != "性別").ToDictionary() };
        Assert.Equal(
            ["調査 令和2年度の取り込まれた回答に設問「性別」の列がありません。符号表にこの設問を足し、回答ファイルを取り込み直してください。"],
            BuildWaveFrame.Of(without, Book, Raking("性別"), null, [Sex]).Reasons);
    }

    [Fact]
    public void A_population_table_of_another_year_or_total_is_used_and_noted()
    {
        var old = Sex with { AsOf = "2018-10-01" };
        Assert.Equal(
            ["人口表「性別」の合計100人は、母集団数120人と違います。", "人口表「性別」の基準日は2018-10-01で、令和2年度ではありません。"],
            Build(Raking("性別"), [old], new Population(Wave, 120), "男,若,東", "女,若,東").Frame!.Notes);
        Assert.Empty(Build(Raking("性別"), [Sex with { AsOf = "2020-04-01" }], new Population(Wave, 100), "男,若,東", "女,若,東").Frame!.Notes);
    }

    [Fact]
    public void A_stratum_without_respondents_is_noted() => Assert.Equal(
        ["層「性別」の「女」には回答者がいません。値はこの層を代表しません。"], Of(BySex, [Sex], "男,若,東", "男,老,東").Frame!.Notes);

    [Theory]
    [InlineData(SingleUnitPolicy.Merge, "抽出単位が1つだけの層があります(「男」)。隣の層と併合して標準誤差を計算します。")]
    [InlineData(SingleUnitPolicy.Centre, "抽出単位が1つだけの層があります(「男」)。全体の平均のまわりで標準誤差を計算します。")]
    public void What_is_done_with_a_single_unit_is_noted(SingleUnitPolicy policy, string expected) => Assert.Equal(
        [expected], Of(Design(BySex.Design with { SingleUnits = policy }), [Sex], "男,若,東", "女,若,東", "女,老,東").Frame!.Notes);

    [Fact]
    public void Clusters_note_what_is_not_known_of_them() => Assert.Equal(
        ["抽出単位の総数が分からないので、有限母集団修正をしていません。", "回答にウエイトがないので、集落抽出のどの回答者も同じ確率で選ばれたとみなしました。"],
        Of(Design(new SampleDesign(SampleKind.Clustered, null, "地区")), [], "男,若,東", "女,若,西").Frame!.Notes);

    private static SurveySettings Design(SampleDesign design) => new() { Survey = "調査", Design = design };

    private static SurveySettings Limited(double lower, double upper) =>
        Raking("性別") with { Weighting = Raking("性別").Weighting! with { Limits = new FactorLimits(lower, upper) } };

    private static WaveFrameOutcome Build(SurveySettings settings, IReadOnlyList<PopulationBreakdown> tables, Population population, params string[] rows) =>
        BuildWaveFrame.Of(Snapshot(Book, rows), Book, settings, population, tables);

    private static WaveSnapshot Snapshot(CodeBook book, params string[] rows)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("性別,年代,地区\n" + string.Join('\n', rows) + "\n"));
        var import = ResponseImport.Read(stream, "調査.csv", book, "", new ImportProfile { Wave = book.Wave });
        Assert.True(import.Report.IsAccepted, string.Join('\n', import.Report.Problems));
        return import.Snapshot!;
    }
}
