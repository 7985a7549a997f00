using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Statistics;
using static SurveyCalc.Tests.Definitions.Csv;

namespace SurveyCalc.Tests.Definitions;

public sealed class DesignProblemTests
{
    private const string Header = "調査,標本設計,層,抽出単位,単独抽出単位,ウエイト調整,調整の区分,属性不明,倍率の上下限,前回との標本,相関,重複の割合\n";
    private const string People = "調査,年度,基準日,問1,問4,人数\n市民意識調査,R2,R2.4.1,満足,,30\n市民意識調査,R2,,普通,,50\n市民意識調査,R2,,不満,,20\n市民意識調査,R2,,,はい,60\n市民意識調査,R2,,,いいえ,40\n";

    [Fact]
    public void Every_column_is_read_and_written_back()
    {
        var settings = Settings("層化,問1,,併合,線形,問1|問4,別区分,０.3～３,一部重複,0.5,40%");
        Assert.Equal(new SampleDesign(SampleKind.Stratified, "問1", null, SingleUnitPolicy.Merge), settings.Design);
        Assert.Equal(
            new WeightingRule
            {
                Method = CalibrationMethod.Linear,
                Margins = [new Breakdown("問1"), new Breakdown("問4")],
                Unknown = UnknownAttributePolicy.OwnCategory,
                Limits = new FactorLimits(0.3, 3),
            },
            settings.Weighting);
        Assert.Equal(new SampleOverlap(OverlapKind.Partial, 0.5, 0.4), settings.Overlap);
        var item = DefinitionItems.Of(settings);
        Assert.Equal(settings, DefinitionItems.ToSet([item]).Surveys.Single());
        Assert.Contains("\"Margins\":[\"問1\",\"問4\"],\"Unknown\":\"OwnCategory\",\"Limits\":[0.3,3]", item.Body, StringComparison.Ordinal);
        var file = DefinitionCsv.Write(DefinitionSchema.Surveys, new DefinitionSet { Surveys = [settings] });
        var back = ReadFiles((file.Name, file.Content), ("符号表.csv", System.Text.Encoding.UTF8.GetBytes(CodeBookText)));
        Assert.Equal(settings, back.Definitions.SettingsOf("市民意識調査"));
    }

    [Fact]
    public void Blank_columns_and_old_files_keep_the_defaults()
    {
        var plain = new SurveySettings { Survey = "市民意識調査" };
        Assert.Equal(plain, Settings(",,,,,,,,,,"));
        Assert.Equal(plain with { MinimumBase = 10 }, Read(("調査.csv", "調査,公表下限\n市民意識調査,10\n")).Definitions.Surveys.Single());
        Assert.Equal(12, Read(("調査.csv", "調査,参考値の下限\n市民意識調査,12\n")).Definitions.Surveys.Single().ReferenceBase);
    }

    [Theory]
    [InlineData("層化,,,,,,,,,,", "C列「層」: 標本設計が「層化」なのに、層が空欄です。どの層から選ばれたかを示す属性の設問(例: 地区)を書いてください。[SC-D103]")]
    [InlineData("集落,,,,,,,,,,", "D列「抽出単位」: 標本設計が「集落」なのに、抽出単位が空欄です。どの集落(町丁目、学校など)から選ばれたかを示す属性の設問を書いてください。[SC-D104]")]
    [InlineData("単純無作為,問1,,,,,,,,,", "C列「層」: 標本設計が「単純無作為」なので、「層」は使われません。標本設計を直すか、空欄にしてください。[SC-D105]")]
    [InlineData(",,,,レイキング,,,,,,", "G列「調整の区分」: ウエイト調整が「レイキング」なのに、調整の区分が空欄です。「性別|年代|地区」のように書いてください。[SC-D106]")]
    [InlineData(",,,,事後層化,×,,,,,", "G列「調整の区分」: ウエイト調整が「事後層化」なのに、調整の区分が空欄です。「性別×年代」のように書いてください。[SC-D106]")]
    [InlineData(",,,,事後層化,問1|問4,,,,,", "G列「調整の区分」: 事後層化の区分は1つですが、2個あります。掛け合わせて「問1×問4」とするか、ウエイト調整を「レイキング」にしてください。[SC-D107]")]
    [InlineData(",,,,なし,問1,,,,,", "G列「調整の区分」: ウエイト調整をしないので、「調整の区分」は使われません。ウエイト調整を書くか、空欄にしてください。[SC-D108]")]
    [InlineData(",,,,線形,問1,,3〜0.3,,,", "I列「倍率の上下限」: 「3〜0.3」を倍率の上下限として読めません。「0.3〜3」のように、0以上1未満の下限と1より大きい上限を書いてください。空欄なら制限しません。[SC-D109]")]
    [InlineData(",,,,,,,,一部重複,1.2,0.4", "K列「相関」: 「1.2」は-1から1までの数ではありません。前回と今回の両方に答えた人の、2回の答えの相関(例: 0.5)を書いてください。[SC-D110]")]
    [InlineData(",,,,,,,,一部重複,0.5,140%", "L列「重複の割合」: 「140%」は0から1までの数ではありません。今回の回答者のうち前回も答えた人の割合(例: 40%)を書いてください。[SC-D110]")]
    [InlineData(",,,,,,,,一部重複,,0.4", "K列「相関」: 前回との標本が「一部重複」なのに、「相関」が空欄です。−1から1までの数(例: 0.5)を書いてください。[SC-D111]")]
    [InlineData(",,,,,,,,独立,0.5,", "K列「相関」: 前回との標本が「独立」なので、「相関」は使われません。前回との標本を「一部重複」にするか、空欄にしてください。[SC-D112]")]
    [InlineData(",,,,レイキング,問1|問1,,,,,", "G列「調整の区分」: 調整の区分に「問1」が2回書かれています。どちらかを除いてください。[SC-D113]")]
    [InlineData(",,,,レーキング,問1,,,,,", "F列「ウエイト調整」: 「レーキング」は「ウエイト調整」に書ける言葉ではありません。「レイキング」ではありませんか。なし、事後層化、レイキング、線形のどれかにしてください。[SC-D013]")]
    [InlineData("層化,問11,,,,,,,,,", "C列「層」: 設問「問11」は市民意識調査のどの年度の符号表にもありません。「問1」ではありませんか。設問の名前か符号表を直してください。[SC-D720]")]
    [InlineData("層化,問7,,,,,,,,,", "C列「層」: 市民意識調査 令和2年度の設問「問7」の種別は数値なので、「層」に使えません。選択肢を1つ選ぶ設問(属性、SA)を書いてください。[SC-D722]")]
    [InlineData(",,,,事後層化,問1×問4,,,,,", "G列「調整の区分」: 令和2年度の人口.csvに「問1×問4」の人口表がないので、その年度の実績は計算されません。人口.csvに問1、問4ごとの人数を書いてください。[SC-D723]")]
    [InlineData("ウエイトのみ,,,,,,,,,,", "B列「標本設計」: 標本設計が「ウエイトのみ」ですが、令和2年度の取込設定に「ウエイトの列」がないので、その年度の実績は計算されません。取込設定に「ウエイトの列」を書いてください。[SC-D724]")]
    [InlineData(",,,,,,,,同じ人,,", "J列「前回との標本」: 前回との標本が「同じ人」ですが、令和2年度の取込設定に「回答者番号の列」がないので、前回の回答と結び付けられません。取込設定に「回答者番号の列」を書いてください。[SC-D725]")]
    public void Each_fault_of_a_row_has_its_message(string row, string expected) =>
        Says("調査.csv 2行目 " + expected, ("調査.csv", Header + "市民意識調査," + row + "\n"), ("人口.csv", People));

    [Theory]
    [InlineData("Agresti-Caffo", "集落,,問1,,,,", "")]
    [InlineData("Newcombe(連続修正)", ",,,,,,", "同じ人")]
    [InlineData("Miettinen-Nurminen", "単純無作為,,,レイキング,問1,,", "")]
    [InlineData("Agresti-Caffo", ",,,,,,", "", "市民意識調査,,ウエイトの列,w\n市民意識調査,,回答者番号の列,id\n")]
    public void A_method_of_the_difference_without_a_form_for_the_design_is_refused_when_read(string method, string design, string overlap, string profile = "市民意識調査,,回答者番号の列,id\n") => Says(
        $"調査.csv 2行目 B列「差の方法」: 差の方法「{method}」は、標本設計やウエイトのある調査、同じ人や一部同じ人に聞く調査では使えません。NewcombeかWaldにしてください(空欄ならNewcombeです)。[SC-D114]",
        ("調査.csv", $"調査,差の方法,標本設計,層,抽出単位,ウエイト調整,調整の区分,属性不明,単独抽出単位,前回との標本\n市民意識調査,{method},{design},{overlap}\n"),
        ("人口.csv", People), ("取込設定.csv", "調査,年度,項目,値\n" + profile));

    [Fact]
    public void Every_method_of_the_difference_goes_with_simple_random_samples() =>
        Assert.Empty(Problems(("調査.csv", "調査,差の方法\n市民意識調査,Agresti-Caffo\n")));

    [Fact]
    public void A_stratum_without_a_population_table_is_a_warning() => Says(
        "調査.csv 2行目 C列「層」: 令和2年度の人口.csvに「問1」の人口表がないので、その年度は有限母集団修正をせず、回答にウエイトがなければ抽出率の違いも補正しません。人口.csvに問1ごとの人数を書いてください。[SC-D726]",
        ("調査.csv", Header + "市民意識調査,層化,問1,,,,,,,,,\n"));

    [Fact]
    public void An_attribute_that_some_years_lack_is_a_warning()
    {
        var other = CodeBookText.Replace("令和2年度", "令和3年度", StringComparison.Ordinal).Replace("問1", "問01", StringComparison.Ordinal);
        var problems = Problems(("符号表_R2.csv", CodeBookText), ("符号表_R3.csv", other), ("調査.csv", Header + "市民意識調査,集落,,問1,,,,,,,,\n"));
        Assert.Contains("調査.csv 2行目 D列「抽出単位」: 令和3年度の符号表に設問「問1」がないので、その年度の実績は計算されません。設問の名前か符号表を直してください。[SC-D721]", problems);
    }

    private static SurveySettings Settings(string row)
    {
        var read = Read(("調査.csv", Header + "市民意識調査," + row + "\n"), ("人口.csv", People));
        Assert.DoesNotContain(read.Problems, p => p.Severity != Severity.Note);
        return read.Definitions.Surveys.Single();
    }
}
