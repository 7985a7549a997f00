using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Import;

namespace SurveyCalc.Tests.Import;

public class CellTests
{
    private static readonly CodeBook Scale = SampleSurvey.BookOf(
        SampleSurvey.Single("問3", "1 満足", "2 やや満足", "3 普通", "4 やや不満", "5 不満", "99 無回答"));

    private static ImportOutcome ReadOne(string cell, UnknownCellPolicy policy = UnknownCellPolicy.RefuseFile) => SampleSurvey.Read(
        $"番号,a,b,c,d,問3\n1,,,,,{cell}\n", Scale, SampleSurvey.Profile with { UnknownCells = policy, FaultyRowLimit = 1 });

    private static ImportOutcome ReadNumber(string cell) =>
        SampleSurvey.Read($"番号,問3\n1,{cell}\n", SampleSurvey.BookOf(SampleSurvey.Numeric("問3")));

    [Fact]
    public void Unknown_code_is_refused_with_its_place_and_what_was_expected()
    {
        var outcome = ReadOne("9");
        Assert.Equal(
            ["住民意識調査R8.csv 2行目 F列「問3」: 値「9」は選択肢(1〜5、無回答 99)にありません。回答票を確認し、直して再度取り込んでください。[SC-I201]"],
            outcome.Messages("SC-I201"));
        Assert.Equal((1, 0, 1), (outcome.Report.RowsIn, outcome.Report.Accepted, outcome.Report.Rejected));
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Unknown_label_lists_the_labels()
    {
        Assert.Equal(
            ["住民意識調査R8.csv 2行目 F列「問3」: 値「ふつう」は選択肢(満足、やや満足、普通、やや不満、不満、無回答)にありません。回答票を確認し、直して再度取り込んでください。[SC-I201]"],
            ReadOne("ふつう").Messages("SC-I201"));
    }

    [Fact]
    public void Unknown_code_is_counted_as_invalid_or_its_row_rejected_by_policy()
    {
        var text = "番号,問3\n1,1\n2,9\n3,1\n4,2\n5,1\n";
        var rejected = SampleSurvey.Read(text, Scale, SampleSurvey.Profile with { UnknownCells = UnknownCellPolicy.RejectRow });
        Assert.Equal(
            ["住民意識調査R8.csv 3行目 B列「問3」: 値「9」は選択肢(1〜5、無回答 99)にありません。取込設定により、この行は取り込みません。[SC-I201]"],
            rejected.Messages());
        Assert.Equal((4, 1), (rejected.Report.Accepted, rejected.Report.Rejected));
        Assert.Equal("#0 #0 #1 #0", rejected.Answers("問3"));
        Assert.Equal([2, 4, 5, 6], rejected.Snapshot!.RowNumbers);

        var counted = SampleSurvey.Read(text, Scale, SampleSurvey.Profile with { UnknownCells = UnknownCellPolicy.CountAsInvalid });
        Assert.Equal(
            ["住民意識調査R8.csv 3行目 B列「問3」: 値「9」は選択肢(1〜5、無回答 99)にありません。取込設定により、無効として数えます。[SC-I201]"],
            counted.Messages());
        Assert.Equal("#0 Invalid #0 #1 #0", counted.Answers("問3"));
    }

    [Fact]
    public void Label_one_character_off_gets_a_suggestion()
    {
        Assert.Equal(
            ["住民意識調査R8.csv 2行目 F列「問3」: 値「やや満促」は選択肢にありません。「やや満足」ではありませんか。回答票を確認し、直して再度取り込んでください。[SC-I202]"],
            ReadOne("やや満促").Messages("SC-I202"));
        Assert.Null(ReadOne("やや満促").Snapshot);
    }

    [Theory]
    [InlineData("1月2日")]
    [InlineData("2-Jan")]
    [InlineData("2020/1/2")]
    public void Dates_made_by_a_spreadsheet_get_a_hint(string cell)
    {
        Assert.Equal(
            [$"住民意識調査R8.csv 2行目 F列「問3」: 値「{cell}」は選択肢(満足、やや満足、普通、やや不満、不満、無回答)にありません。「1-2」のような値をExcelが日付に変えたものと思われます。回答票を確認し、直して再度取り込んでください。[SC-I203]"],
            ReadOne(cell).Messages("SC-I203"));
    }

    [Theory]
    [InlineData("1;3")]
    [InlineData("1・3")]
    [InlineData("満足、普通")]
    public void Two_choices_in_a_single_choice_cell_are_refused(string cell)
    {
        Assert.Equal(
            [$"住民意識調査R8.csv 2行目 F列「問3」: 1つだけ選ぶ設問に、選択肢が2つ以上あります(値「{cell}」)。回答票を確認し、直して再度取り込んでください。[SC-I204]"],
            ReadOne(cell).Messages("SC-I204"));
    }

    [Theory]
    [InlineData("１")]
    [InlineData("1.0")]
    [InlineData("01")]
    [InlineData(" １ ")]
    public void Codes_written_unusually_are_read_with_a_warning(string cell)
    {
        var outcome = ReadOne(cell);
        Assert.Equal(
            [$"住民意識調査R8.csv 2行目 F列「問3」: 値「{cell.Trim()}」を「1」と読みました。違う場合は直して再度取り込んでください。[SC-I213]"],
            outcome.Messages("SC-I213"));
        Assert.Equal("#0", outcome.Answers("問3"));
    }

    [Fact]
    public void Remarks_are_said_once_for_a_column_and_counted_in_full()
    {
        var outcome = SampleSurvey.Read("番号,問3\n" + string.Concat(Enumerable.Range(1, 1_300).Select(i => $"{i},{(i % 2 == 0 ? "１" : "2.0")}\n")), Scale);
        Assert.Equal(
            ["住民意識調査R8.csv 2行目 B列「問3」: 値「2.0」を「2」と読みました。ほかに1,299件あります。違う場合は直して再度取り込んでください。[SC-I213]"],
            outcome.Messages());
        Assert.Equal(1_300, outcome.Report.ProblemCounts["SC-I213"]);
        Assert.Equal(1_300, outcome.Report.Warnings);
    }

    [Theory]
    [InlineData("1", "#0")]
    [InlineData("満足", "#0")]
    [InlineData(" 満　足 ", "#0")]
    [InlineData("﻿満足", "#0")]
    [InlineData("99", "NoAnswer#5")]
    [InlineData("", "NoAnswer#5")]
    [InlineData("　", "NoAnswer#5")]
    [InlineData("無回答", "NoAnswer#5")]
    [InlineData("無効", "Invalid")]
    [InlineData("非該当", "NotApplicable")]
    [InlineData("\"満足\"", "#0")]
    public void Labels_codes_and_missing_values_are_read(string cell, string answer)
    {
        var outcome = ReadOne(cell);
        Assert.All(outcome.Report.ProblemCounts.Keys, code => Assert.True(code is "SC-I106" or "SC-I216", code));
        Assert.Equal(answer, outcome.Answers("問3"));
    }

    [Fact]
    public void A_blank_that_the_profile_does_not_list_is_unknown()
    {
        var outcome = SampleSurvey.Read("番号,問3\n1,\n", Scale, SampleSurvey.Profile with { NoAnswerValues = ["99"] });
        Assert.Equal(
            ["住民意識調査R8.csv 2行目 B列「問3」: 空欄は選択肢(満足、やや満足、普通、やや不満、不満、無回答)にありません。回答票を確認し、直して再度取り込んでください。[SC-I201]"],
            outcome.Messages());
    }

    [Fact]
    public void Digits_with_a_space_between_are_no_code()
    {
        var book = SampleSurvey.BookOf(SampleSurvey.Single("問3", "1 はい", "12 いいえ"));
        Assert.Equal(["SC-I201"], SampleSurvey.Read("番号,問3\n1,1 2\n2,1\n", book).Report.ProblemCounts.Keys);
    }

    [Theory]
    [InlineData("5", "5")]
    [InlineData("-1.5", "-1.5")]
    [InlineData("−2", "-2")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("3.1400000000", "3.14")]
    [InlineData("007", "7")]
    [InlineData("１２", "12")]
    [InlineData(".5", "0.5")]
    [InlineData("999999999999", "999999999999")]
    public void Numbers_are_read_exactly(string cell, string number) => Assert.Equal(number, ReadNumber(cell).Answers("問3"));

    [Theory]
    [InlineData("たくさん", "SC-I208", "値「たくさん」は数値ではありません。")]
    [InlineData("1E+05", "SC-I208", "値「1E+05」は数値ではありません。")]
    [InlineData("1 234", "SC-I208", "値「1 234」は数値ではありません。")]
    [InlineData("\"1,200\"", "SC-I209", "値「1,200」は桁区切りのコンマがあるため数値として読めません。「1200」のようにコンマなしで書きます。")]
    [InlineData("5回", "SC-I210", "値「5回」は単位「回」が付いているため数値として読めません。数字だけを書きます。")]
    [InlineData("1.2345678", "SC-I211", "値「1.2345678」は小数点以下が6桁を超えています。")]
    [InlineData("1000000000000", "SC-I212", "値「1000000000000」は大きすぎます(1兆未満)。")]
    [InlineData("99999999999999999999999999999999999999999", "SC-I212", "値「99999999999999999999999999999999999999999」は大きすぎます(1兆未満)。")]
    public void Cells_that_are_no_number_are_refused(string cell, string code, string message)
    {
        var outcome = ReadNumber(cell);
        Assert.Equal([$"住民意識調査R8.csv 2行目 B列「問3」: {message}回答票を確認し、直して再度取り込んでください。[{code}]"], outcome.Messages());
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Question_without_a_valid_answer_is_a_warning()
    {
        var outcome = SampleSurvey.Read("番号,問3\n1,\n2,99\n3,無効\n", Scale);
        Assert.Equal(
            ["住民意識調査R8.csv B列「問3」: 設問「問3」に有効な回答が1件もありません。この設問の指標は「算出不可」になります。列の割り当てと回答票を確認してください。[SC-I216]"],
            outcome.Messages());
        Assert.Equal(3, outcome.Snapshot!.Respondents);
    }

    [Fact]
    public void Long_cell_of_a_question_is_refused_but_long_free_text_is_not_read()
    {
        var text = new string('あ', 30_000);
        Assert.NotNull(SampleSurvey.Read(SampleSurvey.Header + $"1,1,1,,,5,{text}\n").Snapshot);
        var outcome = SampleSurvey.Read(SampleSurvey.Header + $"1,{text},1,,,5,\n");
        Assert.Equal(
            ["住民意識調査R8.csv 2行目 B列「問1」: セルが長すぎます(90,000バイト、上限 65,536バイト)。引用符「\"」の閉じ忘れか、貼り付けの誤りがないかを確認してください。[SC-I217]"],
            outcome.Messages());
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Found_values_are_shortened_and_kept_on_one_line()
    {
        var problem = ReadOne("\"" + new string('x', 59) + "\ny" + new string('z', 100) + "\"").Report.Problems[0];
        Assert.Equal(new string('x', 59) + "…", problem.Found);
        Assert.Equal("a b", ReadOne("\"a\nb\"").Report.Problems[0].Found);
    }
}
