using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Import;

namespace SurveyCalc.Tests.Import;

public class RespondentNumberTests
{
    private const string Twice = "番号,問1\nA-1,1\nA-2,1\nＡ-1,2\n";

    private static readonly CodeBook Book = SampleSurvey.BookOf(SampleSurvey.Single("問1", "1 はい", "2 いいえ"));

    private static ImportOutcome Read(DuplicatePolicy policy, string text = Twice) =>
        SampleSurvey.Read(text, Book, SampleSurvey.Profile with { Duplicates = policy });

    [Fact]
    public void Second_row_of_a_number_refuses_the_file()
    {
        var outcome = Read(DuplicatePolicy.Refuse);
        Assert.Equal(
            ["住民意識調査R8.csv 4行目 A列「番号」: 回答者番号「Ａ-1」は2行目にもあります。番号を直すか、取込設定の「回答者番号の重複」で扱いを決めてください。[SC-I308]"],
            outcome.Messages());
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void First_row_of_a_number_is_kept()
    {
        var outcome = Read(DuplicatePolicy.KeepFirst);
        Assert.Equal(
            ["住民意識調査R8.csv 4行目 A列「番号」: 回答者番号「Ａ-1」は2行目にもあります。取込設定により最初の2行目を採用し、この行は取り込みません。回答票を確認してください。[SC-I309]"],
            outcome.Messages());
        Assert.Equal((2, 1), (outcome.Report.Accepted, outcome.Report.Rejected));
        Assert.Equal("#0 #0", outcome.Answers("問1"));
    }

    [Fact]
    public void Last_row_of_a_number_is_kept()
    {
        var outcome = Read(DuplicatePolicy.KeepLast, Twice + "A-1,2\n");
        Assert.Equal(
            ["住民意識調査R8.csv 4行目 A列「番号」: 回答者番号「Ａ-1」は2行目にもあります。取込設定により最後の行を採用し、2行目は取り込みません。回答票を確認してください。[SC-I310]",
             "住民意識調査R8.csv 5行目 A列「番号」: 回答者番号「A-1」は4行目にもあります。取込設定により最後の行を採用し、4行目は取り込みません。回答票を確認してください。[SC-I310]"],
            outcome.Messages());
        Assert.Equal((4, 2, 2), (outcome.Report.RowsIn, outcome.Report.Accepted, outcome.Report.Rejected));
        Assert.Equal("#0 #1", outcome.Answers("問1"));
        Assert.Equal(["A-2", "A-1"], outcome.Snapshot!.RespondentIds);
        Assert.Equal([3, 5], outcome.Snapshot.RowNumbers);
    }

    [Fact]
    public void Every_row_of_a_number_is_kept()
    {
        var outcome = Read(DuplicatePolicy.KeepAll);
        Assert.Equal(
            ["住民意識調査R8.csv 4行目 A列「番号」: 回答者番号「Ａ-1」は2行目にもあります。取込設定によりすべて採用します。回答票を確認してください。[SC-I311]"],
            outcome.Messages());
        Assert.Equal("#0 #0 #1", outcome.Answers("問1"));
    }

    [Fact]
    public void A_rejected_row_does_not_claim_its_number()
    {
        var profile = SampleSurvey.Profile with { UnknownCells = UnknownCellPolicy.RejectRow, FaultyRowLimit = 0.5 };
        var outcome = SampleSurvey.Read("番号,問1\n1,9\n1,1\n", Book, profile);
        Assert.Equal(["SC-I201"], outcome.Report.ProblemCounts.Keys);
        Assert.Equal([3], outcome.Snapshot!.RowNumbers);
    }

    [Fact]
    public void Missing_number_is_refused_or_accepted_by_policy()
    {
        const string text = "番号,問1\n,1\n2,1\n　,2\n";
        var refused = SampleSurvey.Read(text, Book);
        Assert.Equal(
            ["住民意識調査R8.csv 2行目 A列「番号」: 回答者番号が空欄です。回答者番号を入れるか、取込設定の「回答者番号の空欄」を「許可」にしてください。[SC-I306]",
             "住民意識調査R8.csv 4行目 A列「番号」: 回答者番号が空欄です。回答者番号を入れるか、取込設定の「回答者番号の空欄」を「許可」にしてください。[SC-I306]"],
            refused.Messages());
        Assert.Null(refused.Snapshot);

        var accepted = SampleSurvey.Read(text, Book, SampleSurvey.Profile with { AllowsMissingId = true });
        Assert.Equal(
            ["住民意識調査R8.csv 2行目 A列「番号」: 回答者番号が空欄の行を、取込設定により取り込みました。ほかに1件あります。対応は要りません。[SC-I307]"],
            accepted.Messages());
        Assert.Equal(["", "2", ""], accepted.Snapshot!.RespondentIds);
    }

    [Fact]
    public void Number_of_absurd_length_is_refused()
    {
        var outcome = SampleSurvey.Read($"番号,問1\n{new string('9', 300)},1\n", Book);
        Assert.Equal(
            ["住民意識調査R8.csv 2行目 A列「番号」: セルが長すぎます(300バイト、上限 256バイト)。引用符「\"」の閉じ忘れか、貼り付けの誤りがないかを確認してください。[SC-I217]"],
            outcome.Messages());
    }
}
