using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Tests.Import;

public class HeaderTests
{
    private static readonly CodeBook Two = SampleSurvey.BookOf(
        SampleSurvey.Single("問1", "1 はい", "2 いいえ"), SampleSurvey.Single("問2", "1 はい", "2 いいえ"));

    private static readonly CodeBook Staff = new(new WaveKey("職員意識調査", new FiscalYear(2026)),
        [SampleSurvey.Single("所属", "1 総務"), SampleSurvey.Single("年代", "1 20代"), SampleSurvey.Single("設問1", "1 はい")]);

    [Fact]
    public void Wrong_survey_is_one_refusal_that_names_the_right_one()
    {
        var outcome = SampleSurvey.Read("番号,所属,年代,設問1\n1,1,1,1\n", others: [SampleSurvey.Book, Staff]);
        Assert.Equal(
            ["住民意識調査R8.csv: 見出しが「住民意識調査 令和8年度」の符号表と合いません(符号表の6列のうち、ファイルにあるのは0列)。「職員意識調査 令和8年度」の符号表とは3列のうち3列が合います。調査と年度の選び間違いでないかを確認し、正しければ取込設定の「見出し行数」「区切り文字」と符号表の「列」を確認してください。[SC-I101]"],
            outcome.Messages());
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Wrong_survey_is_refused_without_other_code_books_too()
    {
        var outcome = SampleSurvey.Read("番号,所属,年代,設問1\n1,1,1,1\n");
        Assert.Equal(["SC-I101"], outcome.Report.ProblemCounts.Keys);
        Assert.DoesNotContain("職員", outcome.Messages()[0], StringComparison.Ordinal);
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Missing_column_names_the_nearest_header()
    {
        var book = SampleSurvey.BookOf(SampleSurvey.Single("問1", "1 はい") with { Column = "公園の満足度" });
        var outcome = SampleSurvey.Read("番号,公園の滿足度\n1,1\n", book);
        Assert.Equal(
            ["住民意識調査R8.csv: 設問「問1」の列「公園の満足度」が見出しにありません。B列「公園の滿足度」ではありませんか。ファイルの見出しか、符号表・取込設定の列の名前を直してください。[SC-I102]"],
            outcome.Messages("SC-I102"));
        Assert.Equal(0, outcome.Report.RowsIn);
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Missing_columns_of_the_profile_are_named()
    {
        var profile = SampleSurvey.Profile with { IdColumn = "整理番号", WeightColumn = "ウエイト", Exclusions = [new("提出状況", ["未提出"])] };
        var outcome = SampleSurvey.Read("番号,問1,問2\n1,1,1\n", Two, profile);
        Assert.Equal(
            ["住民意識調査R8.csv: 回答者番号の列「整理番号」が見出しにありません。ファイルの見出しか、符号表・取込設定の列の名前を直してください。[SC-I102]",
             "住民意識調査R8.csv: ウエイトの列「ウエイト」が見出しにありません。ファイルの見出しか、符号表・取込設定の列の名前を直してください。[SC-I102]",
             "住民意識調査R8.csv: 除外条件の列「提出状況」が見出しにありません。ファイルの見出しか、符号表・取込設定の列の名前を直してください。[SC-I102]"],
            outcome.Messages());
    }

    [Fact]
    public void Ambiguous_column_names_both_columns()
    {
        var outcome = SampleSurvey.Read("番号,問1,問2,問１\n1,1,1,1\n", Two);
        Assert.Equal(
            ["住民意識調査R8.csv B列「問1」: 設問「問1」の列「問1」にあたる見出しがB列とD列にあり、どちらか決められません。見出しを書き分けるか、符号表・取込設定の列を「C列」のように列の記号で指定してください。[SC-I103]"],
            outcome.Messages());
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Duplicate_headers_of_other_columns_are_a_warning()
    {
        var outcome = SampleSurvey.Read("番号,問1,問2,備考,備考\n1,1,1,a,b\n", Two);
        Assert.Equal(
            ["住民意識調査R8.csv D列「備考」: 同じ見出しがD列とE列にあります。使わない列なので取込には影響しません。必要なら見出しを書き分けてください。[SC-I104]"],
            outcome.Messages("SC-I104"));
        Assert.NotNull(outcome.Snapshot);
    }

    [Fact]
    public void A_hundred_thousand_columns_are_refused()
    {
        var outcome = SampleSurvey.Read("番号,問1,問2," + string.Join(',', Enumerable.Range(0, 99_997)) + "\n1,1,1\n", Two);
        Assert.Equal(
            ["住民意識調査R8.csv: 見出しに100,000列あります。読める列は1,024列までです。回答の表だけを別のファイルに保存し直してください。[SC-I105]"],
            outcome.Messages());
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Unlisted_columns_are_listed_in_one_note()
    {
        var outcome = SampleSurvey.Read("番号,備考,問1,,問2\n1,秘密,1,秘密,1\n", Two);
        Assert.Equal(
            ["住民意識調査R8.csv: 符号表にない列が2列あります(B列「備考」、D列)。内容は保存しません。集計に使う列なら、符号表に設問を加えてください。[SC-I106]"],
            outcome.Messages());
        Assert.Equal(["問1", "問2"], outcome.Snapshot!.Columns.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Trailing_empty_columns_are_trimmed_with_a_note()
    {
        var outcome = SampleSurvey.Read("番号,問1,問2,,\n1,1,1,,,\n", Two);
        Assert.Equal(
            ["住民意識調査R8.csv: 見出しのない空の列がD列から右に3列あり、読み飛ばしました。対応は要りません。[SC-I107]"], outcome.Messages());
        Assert.Equal(1, outcome.Report.Accepted);
    }

    [Fact]
    public void Fewer_rows_than_header_rows_are_refused()
    {
        var outcome = SampleSurvey.Read("番号,問1,問2\n1,1,1\n", Two, SampleSurvey.Profile with { HeaderRows = 3 });
        Assert.Equal(
            ["住民意識調査R8.csv: 見出しが3行あるはずですが、ファイルには2行しかありません。取込設定の「見出し行数」を確認するか、回答の入ったファイルを選び直してください。[SC-I108]"],
            outcome.Messages());
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Separator_line_is_no_row()
    {
        var outcome = SampleSurvey.Read("sep=;\r\n番号;問1;問2\r\n1;1;9\r\n", Two);
        Assert.Equal(
            ["住民意識調査R8.csv 2行目(テキストの3行目) C列「問2」: 値「9」は選択肢(1、2)にありません。回答票を確認し、直して再度取り込んでください。[SC-I201]",
             "住民意識調査R8.csv: 先頭の「sep=」の行を区切り文字の指定として読みました。対応は要りません。[SC-I109]"],
            outcome.Messages());
    }

    [Fact]
    public void Condition_on_an_unknown_question_or_choice_is_refused()
    {
        var book = SampleSurvey.BookOf(
            SampleSurvey.Single("問1", "1 はい", "2 いいえ"),
            SampleSurvey.Single("問2", "1 はい", "2 いいえ") with { AskedIf = new AnswerCondition("問9", ["はい"]) },
            SampleSurvey.Single("問3", "1 はい", "2 いいえ") with { AskedIf = new AnswerCondition("問1", ["はい", "もちろん"]) });
        var outcome = SampleSurvey.Read("番号,問1,問2,問3\n1,1,1,1\n", book);
        Assert.Equal(
            ["住民意識調査R8.csv: 設問「問2」の対象条件「問9=はい」の「問9」が符号表にありません。符号表の「対象条件」を、この年の設問と選択肢に合わせてください。[SC-I110]",
             "住民意識調査R8.csv: 設問「問3」の対象条件「問1=はい|もちろん」の「もちろん」が符号表にありません。符号表の「対象条件」を、この年の設問と選択肢に合わせてください。[SC-I110]"],
            outcome.Messages());
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Circular_conditions_are_refused()
    {
        var book = SampleSurvey.BookOf(
            SampleSurvey.Single("問1", "1 はい") with { AskedIf = new AnswerCondition("問2", ["1"]) },
            SampleSurvey.Single("問2", "1 はい") with { AskedIf = new AnswerCondition("問1", ["1"]) });
        var outcome = SampleSurvey.Read("番号,問1,問2\n1,1,1\n", book);
        Assert.Equal(
            ["住民意識調査R8.csv: 設問「問1」の対象条件が、めぐりめぐって自分自身を条件にしています。符号表の「対象条件」を直してください。[SC-I111]"],
            outcome.Messages());
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Missing_value_that_is_a_choice_stays_a_choice_with_a_warning()
    {
        var book = SampleSurvey.BookOf(SampleSurvey.Single("問1", "1 はい", "9 その他"), SampleSurvey.Single("問2", "1 はい"));
        var outcome = SampleSurvey.Read("番号,問1,問2\n1,9,9\n", book, SampleSurvey.Profile with { NoAnswerValues = ["", "9"] });
        Assert.Equal(
            ["住民意識調査R8.csv: 取込設定では「9」を無回答としていますが、「問1」では選択肢です。選択肢として読みました。違う場合は符号表の「区分」を直してください。[SC-I112]"],
            outcome.Messages("SC-I112"));
        Assert.Equal("#1", outcome.Answers("問1"));
        Assert.Equal("NoAnswer", outcome.Answers("問2"));
    }

    [Fact]
    public void Header_that_fits_another_year_wholly_says_so()
    {
        var last = new CodeBook(new WaveKey("住民意識調査", new FiscalYear(2025)), [SampleSurvey.Single("問1", "1 はい")]);
        var outcome = SampleSurvey.Read("番号,問1\n1,1\n", Two, others: [last]);
        Assert.Equal(
            ["住民意識調査R8.csv: このファイルの見出しは「住民意識調査 令和7年度」の符号表とならすべて合います。調査と年度の選び間違いでないかを確認してください。[SC-I113]"],
            outcome.Messages("SC-I113"));
    }

    [Theory]
    [InlineData("住民意識調査_令和7年度.csv", null, "住民意識調査 令和7年度")]
    [InlineData("職員意識調査_R8.csv", null, "職員意識調査 令和8年度")]
    [InlineData("住民意識調査_R8.csv", null, null)]
    [InlineData("回答_R7.csv", null, null)]
    [InlineData("住民意識調査_令和7年度.csv", "住民意識調査_令和７年度.csv", null)]
    public void File_named_for_another_wave_is_read_with_a_warning(string name, string? declared, string? named)
    {
        using var stream = new MemoryStream("番号,問1,問2\n1,1,1\n"u8.ToArray());
        var staff = new CodeBook(new WaveKey("職員意識調査", new FiscalYear(2026)), []);
        var outcome = ResponseImport.Read(stream, name, Two, "符号表", SampleSurvey.Profile with { FileName = declared }, others: [staff]);
        Assert.Equal(
            named is null ? [] : [$"{name}: ファイル名は「{named}」ですが、「住民意識調査 令和8年度」の回答として読みました。調査と年度の選び間違いでないかを確認してください。"
                + "このままでよければ、取込設定の「回答ファイル」にこの名前を書くと、この注意は出なくなります。[SC-I114]"],
            outcome.Messages("SC-I114"));
        Assert.NotNull(outcome.Snapshot);
    }

    [Fact]
    public void Headers_over_several_rows_are_addressed_by_path_by_cell_and_by_letter()
    {
        const string text =
            "番号,満足度,,利用\n,\"公園\n(遊具)\",,図書館\n,Ｑ１,Q2,\n1,1,2,1\n";
        var book = SampleSurvey.BookOf(
            SampleSurvey.Single("a", "1 はい", "2 いいえ") with { Column = "満足度/公園(遊具)/Q1" },
            SampleSurvey.Single("b", "1 はい", "2 いいえ") with { Column = "Q2" },
            SampleSurvey.Single("c", "1 はい", "2 いいえ") with { Column = "D列" });
        var outcome = SampleSurvey.Read(text, book, SampleSurvey.Profile with { HeaderRows = 3 });
        Assert.Empty(outcome.Messages());
        Assert.Equal("UTF-8・カンマ区切り・見出し3行", outcome.Report.Dialect);
        Assert.Equal("#0 #1 #0", $"{outcome.Answers("a")} {outcome.Answers("b")} {outcome.Answers("c")}");
        Assert.Equal([4], outcome.Snapshot!.RowNumbers);
    }

    [Fact]
    public void Lower_header_cells_do_not_spill_into_the_next_group()
    {
        var book = SampleSurvey.BookOf(SampleSurvey.Single("a", "1 はい") with { Column = "問2/い" });
        var outcome = SampleSurvey.Read("番号,問1,,問2\n,あ,,\n,い,う,い\n1,1,1,1\n", book, SampleSurvey.Profile with { HeaderRows = 3 });
        Assert.Equal("#0", outcome.Answers("a"));
    }
}
