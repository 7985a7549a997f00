using SurveyCalc.Indicators.Definitions;
using static SurveyCalc.Tests.Definitions.Csv;

namespace SurveyCalc.Tests.Definitions;

/// <summary>SC-D5nn, SC-D6nn and SC-D7nn: every message in full.</summary>
public sealed class IndicatorProblemTests
{
    private const string Target = "指標コード,年度,計画値\n";
    private const string BaseChoices =
        "「無回答を含む」(聞かれた人全員)、「無回答を除く」(答えた人。わからないを含む)、「わからないも除く」(無回答もわからないも除く)、「無回答を含みわからないを除く」のどれかを、"
        + "計画書や調査報告書の計算方法に合わせて書いてください。";

    private static readonly string TwoYears = CodeBookText + "\n"
        + CodeBookText[(CodeBookText.IndexOf('\n', StringComparison.Ordinal) + 1)..].Replace("令和2年度", "令和3年度", StringComparison.Ordinal);

    [Fact]
    public void A_code_stands_once() => IndicatorSays(
        "指標.csv 3行目 A列「指標コード」: 指標コード「1-１」は2行目にもあります。指標ごとに違うコードにしてください。[SC-D501]",
        Row("1-1") + "\n" + Row("1-１"));

    [Fact]
    public void A_code_that_became_a_date_is_a_warning()
    {
        IndicatorSays("指標.csv 2行目 A列「指標コード」: 指標コード「1月2日」は日付のようです。Excelが「1-2」のようなコードを日付に変えた可能性があります。元のコードに直し、Excelではその列の表示形式を「文字列」にしてから入力してください。[SC-D502]",
            Row("1月2日"));
        Assert.True(Read(("指標.csv", IndicatorHeader + Row("2001/2/1"))).IsAccepted);
    }

    [Fact]
    public void A_blank_base_is_an_error_that_explains_the_choices() => IndicatorSays(
        "指標.csv 2行目 I列「分母」: 分母が空欄です。分母によって割合が変わるので、システムは推測しません。" + BaseChoices + "[SC-D503]",
        Row(@base: ""));

    [Fact]
    public void An_unknown_base_is_never_guessed() => IndicatorSays(
        "指標.csv 2行目 I列「分母」: 「無回答除く」は分母の決め方ではありません。「無回答を除く」ではありませんか。" + BaseChoices + "[SC-D504]",
        Row(@base: "無回答除く"));

    [Theory]
    [InlineData("選択肢の割合", "数える選択肢を「満足|やや満足|普通」か「1|2|3」のように書いてください。")]
    [InlineData("数値の割合", "「5以上」「年5回以上」「3以下」「10未満」「2超」「1ちょうど」のように、数を1つと比べ方を書いてください。")]
    [InlineData("平均点", "「満足=2|やや満足=1|普通=0|やや不満=-1|不満=-2」のように「選択肢=点数」を「|」で区切って書いてください。")]
    public void A_blank_formula_is_answered_with_an_example(string kind, string example) => IndicatorSays(
        $"指標.csv 2行目 H列「算式」: 算式の種類が「{kind}」なのに、算式が空欄です。{example}[SC-D505]", Row(kind: kind, formula: ""));

    [Fact]
    public void A_mean_of_numbers_has_no_formula() => IndicatorSays(
        "指標.csv 2行目 H列「算式」: 算式の種類が「数値の平均」なので、算式「平均」は使われません。算式を空欄にしてください(計画書に印刷された算式は「計画書の算式」に書けます)。[SC-D506]",
        Row(kind: "数値の平均", formula: "平均", question: "問7"));

    [Theory]
    [InlineData("5回以上10回未満")]
    [InlineData("五回以上")]
    [InlineData("5回")]
    [InlineData("▲5以上")]
    [InlineData("～5回以上")]
    [InlineData("5回以上以下")]
    public void An_unreadable_threshold_is_named(string formula) => IndicatorSays(
        $"指標.csv 2行目 H列「算式」: 「{formula}」を「数値の割合」の算式として読めません。「5以上」「年5回以上」「3以下」「10未満」「2超」「1ちょうど」のように、数を1つと比べ方を書いてください。[SC-D507]",
        Row(kind: "数値の割合", formula: formula));

    [Theory]
    [InlineData("満足|普通", "「満足|普通」を「差引スコア」の算式として読めません。", "D507")]
    [InlineData("満足−普通−不満", "「満足−普通−不満」を「差引スコア」の算式として読めません。", "D507")]
    [InlineData("−不満", "差引スコアの算式「−不満」に、引かれる側(「−」の前)の選択肢がありません。", "D510")]
    [InlineData("満足−", "差引スコアの算式「満足−」に、引く側(「−」の後)の選択肢がありません。", "D510")]
    public void A_net_score_has_two_sides(string formula, string message, string code) => IndicatorSays(
        $"指標.csv 2行目 H列「算式」: {message}「満足|やや満足−やや不満|不満」のように、足す選択肢と引く選択肢の間に「−」を1つ書いてください(ラベルに「−」や「-」があれば、選択肢コードで書いてください)。[SC-{code}]",
        Row(kind: "差引スコア", formula: formula));

    [Fact]
    public void A_choice_is_on_one_side_of_a_net_score() => IndicatorSays(
        "指標.csv 2行目 H列「算式」: 指標 1-1: 市民意識調査 令和2年度の設問「問1」の選択肢「普通」が、差引スコアの足す側と引く側の両方に書かれています。どちらか一方だけに書いてください(番号とラベルの両方を書いていないか確かめてください)。[SC-D730]",
        Row(kind: "差引スコア", formula: "満足|普通−2|不満"));

    [Fact]
    public void A_plan_value_of_a_net_score_may_be_negative()
    {
        var indicators = ("指標.csv", IndicatorHeader + Row(kind: "差引スコア", formula: "満足−不満"));
        Assert.Empty(Problems(indicators, ("計画値.csv", Target + "1-1,R2,-30\n")));
        Says("計画値.csv 2行目 C列「計画値」: 指標 1-1 は差引スコア(%)ですが、計画値「-300」は−100から100までの数ではありません。計画書の値と単位を確かめてください。[SC-D614]",
            indicators, ("計画値.csv", Target + "1-1,R2,-300\n"));
    }

    [Fact]
    public void Unreadable_scores_are_named() => IndicatorSays(
        "指標.csv 2行目 H列「算式」: 「満足=2|普通」を「平均点」の算式として読めません。「満足=2|やや満足=1|普通=0|やや不満=-1|不満=-2」のように「選択肢=点数」を「|」で区切って書いてください。[SC-D507]",
        Row(kind: "平均点", formula: "満足=2|普通"));

    [Theory]
    [InlineData("年5回以上", Comparison.AtLeast, "5")]
    [InlineData("5以上", Comparison.AtLeast, "5")]
    [InlineData("３ 時間 以下", Comparison.AtMost, "3")]
    [InlineData("10.50未満", Comparison.LessThan, "10.5")]
    [InlineData("2超", Comparison.MoreThan, "2")]
    [InlineData("2回を超える", Comparison.MoreThan, "2")]
    [InlineData("1日ちょうど", Comparison.Equal, "1")]
    [InlineData("月1,000円以上", Comparison.AtLeast, "1000")]
    [InlineData("-1以上", Comparison.AtLeast, "-1")]
    public void Thresholds_are_read(string formula, Comparison comparison, string limit)
    {
        var read = Read(("指標.csv", IndicatorHeader + Row(kind: "数値の割合", formula: $"\"{formula}\"", question: "問7")));
        Assert.Empty(read.Problems);
        var rule = Assert.IsType<AggregationRule.NumericThreshold>(read.Definitions.Indicators.Single().Rule);
        Assert.Equal((comparison, limit), (rule.Comparison, rule.Limit.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_ratio_is_in_percent() => IndicatorSays(
        "指標.csv 2行目 K列「単位」: 割合の指標の単位が「人」です。割合は%で計算します。単位を「%」にするか、算式の種類を確かめてください。[SC-D508]",
        Row(unit: "人"));

    [Fact]
    public void A_mean_does_not_count_no_answer() => IndicatorSays(
        "指標.csv 2行目 I列「分母」: 分母は「無回答を含む」ですが、平均は点数(数値)のある回答だけで計算するので、無回答は分母に入りません。それでよければ、分母を「わからないも除く」と書くと意味がはっきりします。[SC-D509]",
        Row(kind: "平均点", formula: "満足=1|不満=-1", @base: "無回答を含む", unit: "点"));

    [Fact]
    public void A_mean_that_scores_no_answer_may_include_it() =>
        Assert.Empty(Problems(("指標.csv", IndicatorHeader + Row(kind: "平均点", formula: "満足=1|無回答=0", @base: "無回答を含む", unit: "点"))));

    [Theory]
    [InlineData("無回答を含む", true, true)]
    [InlineData("無回答を除く", false, true)]
    [InlineData("わからないも除く", false, false)]
    [InlineData("無回答を含みわからないを除く", true, false)]
    public void The_four_bases_are_read(string text, bool noAnswer, bool dontKnow)
    {
        var read = Read(("指標.csv", IndicatorHeader + Row(@base: text)));
        Assert.Empty(read.Problems);
        Assert.Equal(new BaseRule(noAnswer, dontKnow), read.Definitions.Indicators.Single().Base);
    }

    [Fact]
    public void A_plan_value_stands_once_per_year() => Says(
        "計画値.csv 3行目 B列「年度」: 指標 1-1 の同じ年度の計画値が2行目にもあります。どちらかの行を消すか、改定した値なら「改定日」を書いてください。[SC-D601]",
        ("計画値.csv", Target + "1-1,R2,57\n1-1,2020年度,58\n"));

    [Fact]
    public void A_plan_value_needs_its_indicator() => Says(
        "計画値.csv 2行目 A列「指標コード」: 指標コード「1-2」の指標がありません。「1-1」ではありませんか。指標コードを直すか、指標を足してください。[SC-D602]",
        ("計画値.csv", Target + "1-2,R2,57\n"));

    [Fact]
    public void A_plan_value_that_cannot_be_read_is_refused_with_its_reason() => Says(
        "計画値.csv 2行目 C列「計画値」: 「検討中」を計画値として読めません。値の書き方として読めません。50.0%、80%以上、70～80%、小93.5 中98.1、－ のように書き、説明の文は特記事項に移してください。"
            + "値がなければ「—」か空欄にし、比べる数が決まっていれば「採用値」に書いてください。[SC-D603]",
        ("計画値.csv", Target + "1-1,R2,検討中\n"));

    [Fact]
    public void A_plan_year_may_be_the_baseline() => Says(
        "計画値.csv 2行目 B列「年度」: 「策定前」を年度として読めません。年度として読めません。「令和2年度」「R2」「2020」か、期間なら「令和2年度～令和6年度」、基準値なら「計画策定時」と書いてください。[SC-D604]",
        ("計画値.csv", Target + "1-1,策定前,57\n"));

    [Fact]
    public void A_plan_value_outside_of_percent_is_a_warning() => Says(
        "計画値.csv 2行目 C列「計画値」: 指標 1-1 は割合(%)ですが、計画値「570」は0から100までの数ではありません。計画書の値と単位を確かめてください。[SC-D605]",
        ("計画値.csv", Target + "1-1,R2,570\n"));

    [Fact]
    public void Plan_values_worse_than_the_baseline_are_one_warning() => Says(
        "計画値.csv 3行目 C列「計画値」: 指標 1-1 は「高いほど良い」ですが、令和2年度、令和3年度の計画値「68」が計画策定時の「76.1」より悪い値です。計画書のとおりならこのままで構いません。向きと値を確かめてください。[SC-D606]",
        ("計画値.csv", Target + "1-1,計画策定時,76.1\n1-1,R2,68\n1-1,R3,70\n1-1,R4,77\n"));

    [Theory]
    [InlineData("57.0", "57.0")]
    [InlineData("５７％", "57")]
    [InlineData("-3", "-3")]
    [InlineData("—", null)]
    [InlineData("-", null)]
    [InlineData("", null)]
    public void Plan_values_keep_their_text(string text, string? value)
    {
        var target = Read(("計画値.csv", Target + $"1-1,R2,{text}\n")).Definitions.Targets.Single();
        Assert.Equal(text, target.Text);
        Assert.Equal(value, target.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void An_indicator_needs_a_code_book_of_its_survey() => IndicatorSays(
        "指標.csv 2行目 E列「調査」: 指標 1-1: 調査「市民意識調」の符号表がありません。「市民意識調査」ではありませんか。調査の名前を直すか、符号表を足してください。[SC-D701]",
        Row(survey: "市民意識調"));

    [Fact]
    public void A_question_in_no_year_is_an_error() => IndicatorSays(
        "指標.csv 2行目 F列「設問」: 指標 1-1: 設問「問19」は市民意識調査のどの年度の符号表にもありません。「問1」ではありませんか。設問か符号表を直してください。[SC-D702]",
        Row(question: "問19"));

    [Fact]
    public void A_question_missing_in_a_year_is_a_warning()
    {
        var files = new[]
        {
            ("符号表.csv", TwoYears.Replace("市民意識調査,令和3年度,問1", "市民意識調査,令和3年度,問1a", StringComparison.Ordinal)), ("指標.csv", IndicatorText),
        };
        Says("指標.csv 2行目 F列「設問」: 指標 1-1: 令和3年度の符号表に設問「問1」がないので、その年度の実績は計算されません。その年度に聞いていなければこのままで構いません。聞いていれば符号表を直してください。[SC-D703]", files);
        Assert.True(Read(files).IsAccepted);
    }

    [Theory]
    [InlineData("選択肢の割合", "問5", "MA", "いずれかを選んだ割合")]
    [InlineData("いずれかを選んだ割合", "問1", "SA", "選択肢の割合")]
    public void The_kind_of_rule_tells_single_from_multiple(string kind, string question, string questionKind, string remedy) => IndicatorSays(
        $"指標.csv 2行目 G列「算式の種類」: 指標 1-1: 市民意識調査 令和2年度の設問「{question}」の種別は{questionKind}なので、「{kind}」では計算できません。算式の種類を「{remedy}」にするか、設問を直してください。[SC-D704]",
        Row(kind: kind, question: question, formula: "1"));

    [Fact]
    public void Settings_of_an_unknown_survey_are_a_warning() => Says(
        "調査.csv 2行目 A列「調査」: 調査「職員意識調査」の符号表がないので、この設定は使われません。「市民意識調査」ではありませんか。調査の名前を確かめてください。[SC-D705]",
        ("調査.csv", "調査,信頼水準\n職員意識調査,95%\n"));

    [Fact]
    public void The_rule_is_bound_to_every_year() => Says(
        "指標.csv 2行目 H列「算式」: 指標 1-1: 市民意識調査 令和3年度の設問「問1」に選択肢「普通」がありません。選択肢は「満足」、「どちらでもない」、「不満」、「無回答」です。算式か符号表の選択肢を直してください。[SC-D712]",
        ("符号表.csv", TwoYears[..TwoYears.LastIndexOf("普通", StringComparison.Ordinal)] + "どちらでもない"
            + TwoYears[(TwoYears.LastIndexOf("普通", StringComparison.Ordinal) + 2)..]),
        ("指標.csv", IndicatorText));

    [Theory]
    [InlineData("数値の割合", "5以上", "問1", "無回答を除く", "",
        "G列「算式の種類」: 指標 1-1: 市民意識調査 令和2年度の設問「問1」の種別はSAで、この算式では計算できません。算式の種類を「選択肢の割合」か「平均点」にするか、設問を直してください。[SC-D711]")]
    [InlineData("平均点", "広報紙=1", "問5", "無回答を除く", "",
        "G列「算式の種類」: 指標 1-1: 市民意識調査 令和2年度の設問「問5」の種別はMAで、この算式では計算できません。算式の種類を「いずれかを選んだ割合」にするか、設問を直してください。[SC-D711]")]
    [InlineData("選択肢の割合", "無回答", "問1", "無回答を除く", "",
        "I列「分母」: 指標 1-1: 算式が数える選択肢「無回答」は市民意識調査 令和2年度の設問「問1」で区分が無回答ですが、分母は「無回答を除く」なので分母に入りません。分母をこの区分を含むものに変えるか、算式からこの選択肢を除いてください。[SC-D713]")]
    [InlineData("平均点", "満足=1|1=2", "問1", "無回答を除く", "",
        "H列「算式」: 指標 1-1: 市民意識調査 令和2年度の設問「問1」の選択肢「満足」に点数が2回書かれています。1つの選択肢の点数は1つにしてください(番号とラベルの両方を書いていないか確かめてください)。[SC-D715]")]
    [InlineData("選択肢の割合", "満足", "問1", "無回答を除く", "問40=はい",
        "J列「対象条件」: 指標 1-1: 市民意識調査 令和2年度の符号表に、対象条件「問40=はい」の設問「問40」がありません。「問4」ではありませんか。対象条件か符号表を直してください。[SC-D716]")]
    [InlineData("選択肢の割合", "満足", "問1", "無回答を除く", "問1=満足",
        "J列「対象条件」: 指標 1-1: 市民意識調査 令和2年度: 対象条件「問1=満足」が、集計する設問そのものを指しています。対象を決める別の設問を書くか、対象条件を空欄にしてください。[SC-D717]")]
    [InlineData("選択肢の割合", "満足", "問1", "無回答を除く", "問7=5",
        "J列「対象条件」: 指標 1-1: 市民意識調査 令和2年度: 対象条件「問7=5」の設問の種別は数値で、選択肢がありません。選択肢のある設問(SA、MA、属性)を書いてください。[SC-D718]")]
    [InlineData("選択肢の割合", "満足", "問1", "無回答を除く", "問4=はいい",
        "J列「対象条件」: 指標 1-1: 市民意識調査 令和2年度の設問「問4」に、対象条件「問4=はいい」の選択肢「はいい」がありません。「はい」ではありませんか。対象条件か符号表の選択肢を直してください。[SC-D719]")]
    public void A_rule_that_cannot_be_bound_is_shown_at_its_cell(
        string kind, string formula, string question, string @base, string condition, string expected) => IndicatorSays(
        "指標.csv 2行目 " + expected,
        $"1-1,満足度,,,市民意識調査,{question},{kind},{formula},{@base},{condition},{(kind == "平均点" ? "点" : "%")},高い,1,");

    private static string Row(
        string code = "1-1", string survey = "市民意識調査", string question = "問1", string kind = "選択肢の割合",
        string formula = "満足", string @base = "無回答を除く", string unit = "") =>
        $"{code},満足度,,,{survey},{question},{kind},{formula},{@base},,{unit},高い,1,";
}
