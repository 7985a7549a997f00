using System.Globalization;
using System.Text;
using SurveyCalc.Indicators.CodeBooks;
using static SurveyCalc.Tests.Definitions.Csv;

namespace SurveyCalc.Tests.Definitions;

/// <summary>SC-D2nn: every message in full, and what is read without one.</summary>
public sealed class CodeBookProblemTests
{
    private const string Header = "調査,年度,設問,設問文,種別,列,選択肢コード,ラベル,区分,対象条件,系列\n";

    [Fact]
    public void A_question_stands_once_per_wave() => CodeBookSays(
        "符号表.csv 12行目 C列「設問」: 設問「問１」は同じ調査・年度の2行目にもあります。1つの設問の行は続けて書き、設問の名前は重ならないようにしてください。[SC-D201]",
        ",,問7,回数,数値,q7,,,,,", ",,問7,回数,数値,q7,,,,,\n,,問１,住みやすさ,SA,q1b,1,はい,,,");

    [Fact]
    public void What_a_row_repeats_must_be_equal() => CodeBookSays(
        "符号表.csv 7行目 E列「種別」: 設問「問4」の「種別」が、6行目の「SA」と違います。同じ設問の2行目からは空欄にするか、同じ値を書いてください。別の設問なら「設問」を書いてください。[SC-D202]",
        ",,,,,,2,いいえ,,,", ",,問4,備え,MA,,2,いいえ,,,");

    [Fact]
    public void A_question_needs_a_column() => CodeBookSays(
        "符号表.csv 6行目 F列「列」: 設問「問4」の列が空欄です。回答ファイルの見出しを書いてください(「C列」のように列の記号でも書けます)。[SC-D203]",
        "備え,SA,q4,", "備え,SA,,");

    [Fact]
    public void Columns_on_some_choices_are_ambiguous() => CodeBookSays(
        "符号表.csv 9行目 F列「列」: 設問「問5」の列が、一部の選択肢の行にだけ書かれています。1つの列に答えが入るなら設問の最初の行にだけ、選択肢ごとに列があるならすべての行に書いてください。[SC-D204]",
        ",,,,,q5_2,2,SNS", ",,,,,,2,SNS");

    [Fact]
    public void Two_choices_do_not_share_a_column() => CodeBookSays(
        "符号表.csv 10行目 F列「列」: 設問「問5」の2つの選択肢(8行目とこの行)が同じ列「Q5_1」を指しています。選択肢ごとに別の列を書いてください。[SC-D205]",
        "q5_3", "Q5_1");

    [Fact]
    public void A_choice_question_needs_choices() => CodeBookSays(
        "符号表.csv 11行目 H列「ラベル」: 設問「問7」に選択肢がありません。選択肢を1行に1つ書いてください。選択肢のない設問なら種別を「数値」か「自由記述」にしてください。[SC-D206]",
        "回数,数値", "回数,SA");

    [Fact]
    public void A_numeric_question_has_no_choices() => CodeBookSays(
        "符号表.csv 11行目 G列「選択肢コード」: 設問「問7」の種別は数値なので、選択肢を書けません。1行だけにして選択肢コード・ラベル・区分を空欄にするか(無回答などの値は取込設定に書きます)、種別を直してください。[SC-D207]",
        "数値,q7,,", "数値,q7,99,無回答");

    [Fact]
    public void Codes_are_unique_in_normal_form() => Assert.Contains(
        "符号表.csv 7行目 G列「選択肢コード」: 設問「問4」に選択肢コード「１」が2つあります(全角・半角の違いは区別しません)。どちらかのコードを直してください。[SC-D208]",
        Problems(("符号表.csv", Changed("2,いいえ", "１,いいえ"))));

    [Fact]
    public void Labels_are_unique_in_normal_form() => CodeBookSays(
        "符号表.csv 7行目 H列「ラベル」: 設問「問4」にラベル「は　い」が2つあります(全角・半角や空白の違いは区別しません)。どちらかのラベルを直してください。[SC-D209]",
        "2,いいえ", "2,は　い");

    [Fact]
    public void A_multiple_answer_question_has_64_choices_at_most()
    {
        var rows = new StringBuilder(CodeBookText).Append("\n,,問8,多い,MA,q8,1,選択肢1,,,\n");
        for (var i = 2; i <= 65; i++) rows.Append(CultureInfo.InvariantCulture, $",,,,,,{i},選択肢{i},,,\n");
        Says("符号表.csv 12行目 C列「設問」: 設問「問8」の選択肢は65個ですが、MAの選択肢は64個までです。設問を2つに分けてください。[SC-D210]",
            ("符号表.csv", rows.ToString()));
    }

    [Fact]
    public void A_choice_has_a_code_or_a_label() => CodeBookSays(
        "符号表.csv 10行目 H列「ラベル」: 設問「問5」のこの行は、選択肢コードもラベルも空欄です。選択肢を書くか、行を消してください。[SC-D211]",
        "q5_3,3,特になし", "q5_3,,");

    [Fact]
    public void Exclusive_means_nothing_for_a_single_answer()
    {
        CodeBookSays("符号表.csv 4行目 I列「区分」: 設問「問1」はMAではないので、「排他」は「有効」として読みます。区分を「有効」にするか、種別を確かめてください。[SC-D212]",
            "3,不満,", "3,不満,排他");
        Assert.True(Read(("符号表.csv", Changed("3,不満,", "3,不満,排他"))).IsAccepted);
    }

    [Fact]
    public void A_code_that_is_another_choices_label_is_a_warning() => Says(
        "符号表.csv 7行目 G列「選択肢コード」: 設問「問4」の選択肢コード「2」は、別の選択肢のラベルでもあります。回答の「2」はラベルとして読みます。回答ファイルにコードが入っているなら、コードとラベルが重ならないように直してください。[SC-D213]",
        ("符号表.csv", Changed("1,はい,,,", "1,2,,,").Replace("問4=はい", "", StringComparison.Ordinal)));

    [Theory]
    [InlineData("問44=はい", "対象条件「問44=はい」の設問「問44」が市民意識調査 令和2年度の符号表にありません。「問4」ではありませんか。設問の名前を直してください。[SC-D214]")]
    [InlineData("問5=SNS", "対象条件「問5=SNS」をたどると、設問「問5」自身に戻ります。その設問より前に答える別の設問を書いてください。[SC-D215]")]
    [InlineData("問7=5", "対象条件「問7=5」の設問の種別は数値で、選択肢がありません。選択肢のある設問(SA、MA、属性)を書いてください。[SC-D216]")]
    [InlineData("問4=備えている", "対象条件「問4=備えている」の選択肢「備えている」が設問「問4」にありません。選択肢は「はい」、「いいえ」です。選択肢のラベルかコードに直してください。[SC-D217]")]
    public void A_condition_must_lead_to_another_question(string condition, string expected) =>
        CodeBookSays("符号表.csv 8行目 J列「対象条件」: " + expected, "問4=はい", condition);

    [Fact]
    public void Conditions_in_a_circle_lead_back() => Assert.Contains(
        "符号表.csv 8行目 J列「対象条件」: 対象条件「問4=はい」をたどると、設問「問5」自身に戻ります。その設問より前に答える別の設問を書いてください。[SC-D215]",
        Problems(("符号表.csv", Changed("q4,1,はい,,,", "q4,1,はい,,問5=1,"))));

    [Fact]
    public void A_condition_may_look_forward() => Assert.Empty(Problems(("符号表.csv",
        CodeBookText.Replace("q4,1,はい,,,", "q4,1,はい,,F1=女性,", StringComparison.Ordinal) + "\n,,F1,性別,属性,性別,1,女性,,,\n,,,,,,2,男性,,,")));

    [Fact]
    public void A_column_of_two_questions_is_a_warning() => CodeBookSays(
        "符号表.csv 11行目 F列「列」: 列「q4」を設問「問4」と設問「問7」の両方が使っています。同じ列を2通りに読むつもりでなければ、列を直してください。[SC-D218]",
        "数値,q7", "数値,q4");

    [Fact]
    public void A_question_that_cannot_be_placed_is_reported_once()
    {
        var rows = Changed("市民意識調査,令和2年度,問1", "市民意識調査,令和2年,問1").Replace("令和2年,", "来年度,", StringComparison.Ordinal);
        Assert.Equal(["SC-D012"], Read(("符号表.csv", rows)).Problems.Select(p => p.Code));
    }

    [Fact]
    public void A_new_wave_begins_with_a_question() => Assert.Equal(
        ["符号表.csv 3行目 C列「設問」: 空欄です。「設問」は必ず書いてください。[SC-D011]"],
        Problems(("符号表.csv", CodeBookText.Replace(",,,,,,2,普通", ",令和3年度,,,,,2,普通", StringComparison.Ordinal))));

    [Fact]
    public void A_broken_question_is_not_called_missing_as_well() => CodeBookSays(
        "符号表.csv 2行目 F列「列」: 設問「問1」の列が空欄です。回答ファイルの見出しを書いてください(「C列」のように列の記号でも書けます)。[SC-D203]",
        "SA,q1,1", "SA,,1");

    [Fact]
    public void Every_layout_of_columns_is_read()
    {
        var book = Read(("符号表.csv", Header + """
            市民意識調査,令和2年度,問1,,SA,q1,1,満足,,,
            ,,,,SA,q1,2,普通,,,
            市民意識調査,令和2年度,問2,,SA,a,1,はい,,,
            市民意識調査,令和2年度,問2,,SA,b,2,いいえ,,,
            ,,問3,,MA,c,1,食料,,,
            ,,問4,,MA,d,,,,,
            ,,,,,,,電車,,,
            ,,,,,,,バス,,,
            ,,問5,,属性,e,10,,,,
            ,,,,,,20,,,,
            ,,問6,,自由記述,f,,,,,同じ系列
            """)).Definitions.CodeBooks.Single();
        Assert.Equal("q1", book.Find("問1")!.Column);
        Assert.Equal(["a", "b"], book.Find("問2")!.Choices.Select(c => c.Column));
        Assert.Equal("c", book.Find("問3")!.Choices.Single().Column);
        Assert.Equal(("d", 2), (book.Find("問4")!.Column, book.Find("問4")!.Choices.Count));
        Assert.Equal(new Choice("電車", "電車"), book.Find("問4")!.Choices[0]);
        Assert.Equal(new Choice("20", "20"), book.Find("問5")!.Choices[1]);
        Assert.Equal("同じ系列", book.Find("問6")!.Series);
        Assert.Equal("問5", book.Find("問5")!.Series);
    }

    [Fact]
    public void Several_files_and_waves_add_up()
    {
        var read = Read(("符号表_R2.csv", CodeBookText), ("符号表_R3.csv", CodeBookText.Replace("令和2年度", "R3", StringComparison.Ordinal)));
        Assert.Empty(read.Problems);
        Assert.Equal([2020, 2021], read.Definitions.CodeBooks.Select(b => b.Wave.FiscalYear.FirstYear));
    }
}
