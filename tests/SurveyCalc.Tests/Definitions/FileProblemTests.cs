using static SurveyCalc.Tests.Definitions.Csv;

namespace SurveyCalc.Tests.Definitions;

/// <summary>SC-D0nn, SC-D1nn, SC-D3nn and SC-D4nn: every message in full.</summary>
public sealed class FileProblemTests
{
    private const string Survey = "調査,信頼水準,区間の方法,差の方法,公表下限,前回差の表示\n";
    private const string Profile = "調査,年度,項目,値\n";
    private const string Population = "調査,年度,母集団数,基準日,配布数\n";

    [Fact]
    public void The_correct_files_have_no_problem() => Assert.Empty(Problems());

    [Fact]
    public void A_missing_code_book_file_comes_with_its_remedy() => Assert.Contains(
        "符号表.csv: 符号表のファイルがありません。「符号表.csv」か「符号表_」で始まるCSVを置いてください。templateコマンドで雛形を作れます。[SC-D002]",
        ReadFiles().Problems.Select(p => p.ToString()));

    [Fact]
    public void A_missing_indicator_file_comes_with_its_remedy() => Assert.Contains(
        "指標.csv: 指標のファイルがありません。「指標.csv」か「指標_」で始まるCSVを置いてください。templateコマンドで雛形を作れます。[SC-D003]",
        ReadFiles().Problems.Select(p => p.ToString()));

    [Fact]
    public void An_empty_file_is_named() => Says(
        "計画値.csv: ファイルが空です(0バイト)。見出しと行を書くか、ファイルを除いてください。templateコマンドで雛形を作れます。[SC-D004]",
        ("計画値.csv", ""));

    [Fact]
    public void A_file_that_is_no_text_keeps_the_message_of_its_encoding() =>
        Assert.Equal("SC-I006", ReadFiles(("符号表.csv", [0x81, 0x20, 0xFF, 0x0A])).Problems[^1].Code);

    [Fact]
    public void A_missing_header_is_named() => Says(
        "計画値.csv 1行目: 見出し「年度」がありません。計画値の見出しは「指標コード,年度,計画値,採用値,改定日,理由」です。1行目に足してください。[SC-D005]",
        ("計画値.csv", "指標コード,計画値\n1-1,57\n"));

    [Fact]
    public void An_unknown_header_is_a_warning()
    {
        Says("母集団.csv 1行目 D列: 見出し「基準日付」は母集団にありません。この列は読みません。「基準日」ではありませんか。必要な列なら見出しを直し、不要ならこのままで構いません。[SC-D006]",
            ("母集団.csv", "調査,年度,母集団数,基準日付\n市民意識調査,R2,100,4月1日\n"));
        Assert.True(Read(("計画値.csv", "指標コード,年度,計画値,メモ\n1-1,R2,57,確認中\n")).IsAccepted);
    }

    [Fact]
    public void A_header_that_stands_twice_is_an_error() => Says(
        "計画値.csv 1行目 D列: 見出し「計画値」が2つあります。どちらかの列を除いてください。[SC-D007]",
        ("計画値.csv", "指標コード,年度,計画値,計画値\n1-1,R2,57,58\n"));

    [Fact]
    public void An_unclosed_quote_is_named_with_its_row() => Says(
        "計画値.csv 3行目: 引用符「\"」の使い方が正しくないので、この行(閉じていないときは残りの行も)を読めません。Excelで開いて「CSV UTF-8(コンマ区切り)」で保存し直してください。[SC-D008]",
        ("計画値.csv", "指標コード,年度,計画値\n1-1,R2,57\n1-1,R3,\"58\n1-1,R4,59\n"));

    [Fact]
    public void A_cell_beyond_the_headers_is_an_error() => Says(
        "計画値.csv 2行目 D列: 見出しのない列に値「58」があります。列がずれていないか確かめ、不要なら消してください。[SC-D009]",
        ("計画値.csv", "指標コード,年度,計画値,,\n1-1,R2,57,58\n"));

    [Fact]
    public void A_file_of_a_header_alone_is_noted()
    {
        Says("計画値.csv: 見出しだけで、行がありません。定義するものがあれば行を足してください。[SC-D010]", ("計画値.csv", "指標コード,年度,計画値\n"));
        Assert.True(Read(("計画値.csv", "指標コード,年度,計画値\n")).IsAccepted);
    }

    [Fact]
    public void A_blank_cell_that_must_not_be_is_named() => Says(
        "計画値.csv 2行目 B列「年度」: 空欄です。「年度」は必ず書いてください。[SC-D011]",
        ("計画値.csv", "指標コード,年度,計画値\n1-1,　,57\n"));

    [Fact]
    public void An_unreadable_year_is_named() => Says(
        "母集団.csv 2行目 B列「年度」: 「来年度」を年度として読めません。「令和2年度」「R2」「2020」のように書いてください。[SC-D012]",
        ("母集団.csv", Population + "市民意識調査,来年度,100,,\n"));

    [Fact]
    public void A_word_outside_its_list_is_answered_with_the_list() => Says(
        "調査.csv 2行目 C列「区間の方法」: 「Wilsom」は「区間の方法」に書ける言葉ではありません。「Wilson」ではありませんか。"
            + "Wilson、Wilson(連続修正)、Wald、Agresti-Coull、Clopper-Pearson、Jeffreys、Logit、Arcsineのどれかにしてください。[SC-D013]",
        ("調査.csv", Survey + "市民意識調査,,Wilsom,,,\n"));

    [Fact]
    public void A_number_that_is_not_whole_is_named()
    {
        Says("母集団.csv 2行目 C列「母集団数」: 「0」は1以上の整数ではありません。数字だけで書いてください。[SC-D014]",
            ("母集団.csv", Population + "市民意識調査,R2,0,,\n"));
        IndicatorSays("指標.csv 2行目 M列「桁数」: 「5」は0から4までの整数ではありません。数字だけで書いてください。[SC-D014]",
            "1-1,満足,,,市民意識調査,問1,選択肢の割合,満足,無回答を除く,,%,高い,5,");
    }

    [Fact]
    public void A_name_that_looks_like_a_comment_is_refused() => Says(
        "指標.csv 2行目 B列「指標コード」: 「#1」は「#」で始まるので、注釈の行と区別できません。「#」で始まらない名前にしてください。[SC-D015]",
        ("指標.csv", "指標名,指標コード,調査,設問,算式の種類,算式,分母,向き,桁数\n満足,#1,市民意識調査,問1,選択肢の割合,満足,無回答を除く,高い,1\n"));

    [Fact]
    public void A_file_without_a_header_is_named() => Says(
        "計画値.csv: 見出しの行がありません。1行目に「指標コード,年度,計画値,採用値,改定日,理由」と書いてください。templateコマンドで雛形を作れます。[SC-D016]",
        ("計画値.csv", "# あとで書く\n,,\n"));

    [Fact]
    public void An_unreadable_condition_is_named() => IndicatorSays(
        "指標.csv 2行目 J列「対象条件」: 「問4がはい」を対象条件として読めません。「問4=はい」「問4=1|2」のように「設問=選択肢」と書いてください。[SC-D017]",
        "1-1,満足,,,市民意識調査,問1,選択肢の割合,満足,無回答を除く,問4がはい,%,高い,1,");

    [Fact]
    public void Rows_are_counted_as_a_spreadsheet_shows_them() => Says(
        "計画値.csv 6行目(テキストの7行目) C列「計画値」: 「高め」を計画値として読めません。値の書き方として読めません。50.0%、80%以上、70～80%、小93.5 中98.1、－ のように書き、説明の文は特記事項に移してください。値がなければ「—」か空欄にし、比べる数が決まっていれば「採用値」に書いてください。[SC-D603]",
        ("計画値.csv", "# 注\n指標コード,年度,計画値\n\n\"1-1\",R2,57\n,,\"\n\"\n1-1,R3,高め\n"));

    [Fact]
    public void A_survey_has_one_row() => Says(
        "調査.csv 3行目 A列「調査」: 調査「市民意識調査」の設定は2行目にもあります。1つの調査の設定は1行にしてください。[SC-D101]",
        ("調査.csv", Survey + "市民意識調査,95%,,,,\n市民　意識調査,90%,,,,\n"));

    [Theory]
    [InlineData("95")]
    [InlineData("0%")]
    [InlineData("100%")]
    [InlineData("高い")]
    public void A_level_is_a_share(string level) => Says(
        $"調査.csv 2行目 B列「信頼水準」: 「{level}」は0より大きく1より小さい割合ではありません。「95%」か「0.95」のように書いてください。空欄なら95%です。[SC-D102]",
        ("調査.csv", Survey + $"市民意識調査,{level},,,,\n"));

    [Fact]
    public void An_unknown_item_is_answered_with_the_list() => Says(
        "取込設定.csv 2行目 C列「項目」: 「見出し行の数」という項目はありません。「見出し行数」ではありませんか。項目は回答ファイル、見出し行数、文字コード、区切り文字、"
            + "無回答の値、非該当の値、無効の値、選択の印、非選択の印、複数回答の区切り、印のない複数回答、回答者番号の列、回答者番号の重複、回答者番号の空欄、"
            + "ウエイトの列、除外条件、合計行の印、注記行の印、符号表にない値、不備行の上限です。[SC-D301]",
        ("取込設定.csv", Profile + "市民意識調査,R2,見出し行の数,2\n"));

    [Fact]
    public void An_item_stands_once_per_year() => Says(
        "取込設定.csv 3行目 C列「項目」: 同じ調査・年度の「見出し行数」が2行目にもあります。どちらかの行を消してください。[SC-D302]",
        ("取込設定.csv", Profile + "市民意識調査,R2,見出し行数,2\n市民意識調査,令和2年度,見出し行数,3\n"));

    [Theory]
    [InlineData("見出し行数", "4", "1から3までの数")]
    [InlineData("文字コード", "EUC-JP", "自動、UTF-8、CP932のどれか")]
    [InlineData("不備行の上限", "120%", "0%から100%までの割合")]
    [InlineData("除外条件", "未提出", "「提出状況=未提出|未確認」のように「見出し=値」(何行でも書けます)")]
    [InlineData("回答ファイル", "../secret.csv", "ファイル名(フォルダは書けません。空欄なら「調査_年度.csv」)")]
    public void A_value_that_an_item_cannot_take_is_named(string item, string value, string expected) => Says(
        $"取込設定.csv 2行目 D列「値」: 「{value}」は「{item}」の値として読めません。{expected}を書いてください。[SC-D303]",
        ("取込設定.csv", Profile + $"市民意識調査,,{item},{value}\n"));

    [Fact]
    public void A_profile_without_a_code_book_is_a_warning()
    {
        Says("取込設定.csv 2行目 B列「年度」: 市民意識調査 令和3年度の符号表がないので、この設定は使われません。調査の名前と年度を確かめるか、符号表を足してください。[SC-D304]",
            ("取込設定.csv", Profile + "市民意識調査,R3,見出し行数,2\n"));
        Says("取込設定.csv 2行目 A列「調査」: 市民調査の符号表がないので、この設定は使われません。調査の名前と年度を確かめるか、符号表を足してください。[SC-D304]",
            ("取込設定.csv", Profile + "市民調査,,見出し行数,2\n"));
    }

    [Fact]
    public void A_population_stands_once_per_wave() => Says(
        "母集団.csv 3行目 A列「調査」: 市民意識調査 令和2年度の母集団は2行目にもあります。どちらかの行を消してください。[SC-D401]",
        ("母集団.csv", Population + "市民意識調査,R2,\"35,000\",,\n市民意識調査,2020,35001,,\n"));

    [Fact]
    public void More_questionnaires_than_people_is_a_warning() => Says(
        "母集団.csv 2行目 E列「配布数」: 配布数35000が母集団数2000より大きいです。2つの数が入れ替わっていないか確かめてください。[SC-D402]",
        ("母集団.csv", Population + "市民意識調査,R2,2000,,35000\n"));

    [Fact]
    public void A_population_without_a_code_book_is_a_warning() => Says(
        "母集団.csv 2行目 B列「年度」: 市民意識調査 平成30年度の符号表がないので、この母集団は使われません。調査の名前と年度を確かめるか、符号表を足してください。[SC-D403]",
        ("母集団.csv", Population + "市民意識調査,平成30年度,2000,,\n"));

    [Fact]
    public void All_faults_of_a_row_are_shown() => Assert.Equal(
        ["SC-D011", "SC-D012", "SC-D014"], Read(("母集団.csv", Population + ",来年,多い,,\n")).Problems.Select(p => p.Code));

    [Fact]
    public void Found_text_is_kept_short()
    {
        var problem = Read(("計画値.csv", "指標コード,年度,計画値\n1-1,R2," + new string('あ', 500) + "\n")).Problems.Single();
        Assert.Equal(60, problem.Found.Length);
        Assert.True(problem.Message.Length < 120);
    }
}
