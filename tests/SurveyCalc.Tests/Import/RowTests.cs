using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Import;

namespace SurveyCalc.Tests.Import;

public class RowTests
{
    private static readonly CodeBook Book = SampleSurvey.BookOf(
        SampleSurvey.Single("問1", "1 はい", "2 いいえ"),
        new Question { Id = "自由", Series = "自由", Kind = QuestionKind.FreeText, Column = "自由" });

    private static ImportOutcome Read(string rows, ImportProfile? profile = null) => SampleSurvey.Read("番号,問1,自由\n" + rows, Book, profile);

    [Fact]
    public void Row_with_too_few_cells_is_refused()
    {
        var outcome = Read("1,1,\n2,1\n3,2,\n");
        Assert.Equal(
            ["住民意識調査R8.csv 3行目: セルが2個しかありません(見出しは3列)。行の途中で切れていないか、区切り文字が抜けていないかを確認し、直して再度取り込んでください。[SC-I301]"],
            outcome.Messages());
        Assert.Equal((3, 2, 1), (outcome.Report.RowsIn, outcome.Report.Accepted, outcome.Report.Rejected));
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Row_with_too_many_cells_is_refused()
    {
        var outcome = Read("1,1,そう,思う\n");
        Assert.Equal(
            ["住民意識調査R8.csv 2行目: セルが4個あります(見出しは3列)。区切り文字を含む文は引用符「\"」で囲んであるかを確認し、直して再度取り込んでください。[SC-I302]"],
            outcome.Messages());
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Unclosed_quote_names_the_row_where_it_opens()
    {
        var outcome = Read("1,1,\"よい\nです\"\n2,1,\"だめ\n3,1,\n4,2,\n");
        Assert.Equal(
            ["住民意識調査R8.csv 3行目(テキストの4行目) C列: ここで始まる引用符「\"」が、ファイルの終わりまで閉じていません。引用符を閉じるか取り除いて、再度取り込んでください。[SC-I303]"],
            outcome.Messages());
        Assert.Equal((2, 1, 1), (outcome.Report.RowsIn, outcome.Report.Accepted, outcome.Report.Rejected));
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Unclosed_quote_before_megabytes_is_found_in_bounded_memory()
    {
        var outcome = Read("1,1,\n2,\"1,\n" + string.Concat(Enumerable.Repeat("3,1,あ\n", 400_000)));
        Assert.StartsWith("住民意識調査R8.csv 3行目 B列: ここで始まる引用符", Assert.Single(outcome.Messages()), StringComparison.Ordinal);
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Text_behind_a_closed_quote_is_refused()
    {
        var outcome = Read("1,1,\"これは\n2,1,\"あれ\"\n3,1,\n");
        Assert.Equal(
            ["住民意識調査R8.csv 2行目 C列: 閉じた引用符「\"」のあとに文字が続いています。前の引用符の閉じ忘れか、文中の「\"」を「\"\"」と書いていないためと思われます。この行とその前の引用符を確認し、直して再度取り込んでください。[SC-I304]"],
            outcome.Messages());
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Unclosed_quote_in_the_header_is_refused()
    {
        var outcome = SampleSurvey.Read("番号,\"問1,自由\n1,1,\n", Book);
        Assert.StartsWith("住民意識調査R8.csv 1行目 B列: ここで始まる引用符", Assert.Single(outcome.Messages()), StringComparison.Ordinal);
    }

    [Fact]
    public void Quoted_line_breaks_are_accepted_and_both_row_numbers_told()
    {
        var outcome = Read("1,1,\"一\r\n二\"\n\n2,3,\"\"\"引用\"\"\"\n");
        Assert.Equal(
            ["住民意識調査R8.csv 4行目(テキストの5行目) B列「問1」: 値「3」は選択肢(1、2)にありません。回答票を確認し、直して再度取り込んでください。[SC-I201]",
             "住民意識調査R8.csv 3行目(テキストの4行目): 空の行が1行あり、読み飛ばしました。対応は要りません。[SC-I316]"],
            outcome.Messages());
        Assert.Equal([2, 3], Read("1,1,\"一\n二\"\n2,1,\n").Snapshot!.RowNumbers);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Cell_of_ten_million_characters_is_refused_in_bounded_memory(bool quoted)
    {
        var cell = new string('x', 10_000_000);
        var bytes = System.Text.Encoding.UTF8.GetBytes($"番号,問1,自由\n1,1,\n2,1,{(quoted ? $"\"{cell}\"" : cell)}\n");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var outcome = SampleSurvey.Read(bytes, Book);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 40_000_000);
        Assert.Equal(
            [$"住民意識調査R8.csv 3行目 C列: セルが長すぎます(10,000,00{(quoted ? 2 : 0)}バイト、上限 1,048,576バイト)。引用符「\"」の閉じ忘れか、貼り付けの誤りがないかを確認してください。[SC-I217]"],
            outcome.Messages());
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Row_of_millions_of_cells_is_refused_in_bounded_memory()
    {
        var outcome = Read("1,1,\n2" + string.Concat(Enumerable.Repeat(",12345", 1_000_000)) + "\n");
        Assert.Equal(
            ["住民意識調査R8.csv 3行目: 1行が長すぎます(上限 1,048,576バイト)。引用符「\"」の閉じ忘れか、貼り付けの誤りがないかを確認してください。[SC-I305]"],
            outcome.Messages());
        Assert.Null(outcome.Snapshot);
    }

    [Theory]
    [InlineData("合計,1,", "合計", "A列「番号」")]
    [InlineData("合　計,1,", "合　計", "A列「番号」")]
    [InlineData(",ｔｏｔａｌ,", "ｔｏｔａｌ", "B列「問1」")]
    public void Totals_row_never_becomes_a_respondent(string totals, string found, string column)
    {
        var outcome = Read($"1,1,\n2,2,\n{totals}\n");
        Assert.Equal(
            [$"住民意識調査R8.csv 4行目 {column}: 「{found}」とあるため、合計行として除外しました。回答者の行なら、取込設定の「合計行の印」を直してください。[SC-I312]"],
            outcome.Messages());
        Assert.Equal((3, 2, 0, 1), (outcome.Report.RowsIn, outcome.Report.Accepted, outcome.Report.Rejected, outcome.Report.Excluded));
    }

    [Fact]
    public void Totals_marker_in_the_id_column_counts_too()
    {
        var book = SampleSurvey.BookOf(SampleSurvey.Single("問1", "1 はい", "2 いいえ"));
        var outcome = SampleSurvey.Read("問1,番号\n1,1\n2,計\n", book);
        Assert.Equal(1, outcome.Report.Excluded);
    }

    [Fact]
    public void Comment_rows_are_excluded_and_told()
    {
        var outcome = Read("1,1,\n※この表は速報です\n#2,1,\n");
        Assert.Equal(
            ["住民意識調査R8.csv 3行目 A列「番号」: 注記の行として除外しました。回答者の行なら、取込設定の「注記行の印」を直してください。[SC-I313]"],
            outcome.Messages("SC-I313"));
        Assert.Equal(
            ["住民意識調査R8.csv 4行目 A列「番号」: 「#2」で始まるため注記の行として除外しましたが、ほかのセルにも内容があります。回答者の行なら、取込設定の「注記行の印」を直してください。[SC-I314]"],
            outcome.Messages("SC-I314"));
        Assert.Equal((3, 1, 2), (outcome.Report.RowsIn, outcome.Report.Accepted, outcome.Report.Excluded));
    }

    [Fact]
    public void Filtered_rows_are_excluded_and_counted()
    {
        var outcome = Read("1,1,提出済\n2,,未 提出\n3,,\n4,1,提出済\n5,,\n", SampleSurvey.Profile with { Exclusions = [new("自由", ["未提出"]), new("C列", [""])] });
        Assert.Equal(
            ["住民意識調査R8.csv: 除外条件「自由=未提出」により1行を除外しました。対応は要りません。[SC-I315]",
             "住民意識調査R8.csv: 除外条件「C列=」により2行を除外しました。対応は要りません。[SC-I315]"],
            outcome.Messages());
        Assert.Equal((5, 2, 3), (outcome.Report.RowsIn, outcome.Report.Accepted, outcome.Report.Excluded));
        Assert.Equal(["1", "4"], outcome.Snapshot!.RespondentIds);
    }

    [Fact]
    public void Blank_rows_are_no_rows_but_count_in_row_numbers()
    {
        var outcome = Read("1,1,\n\n , ,　\n2,1,\n,,\n\n");
        Assert.Equal(
            ["住民意識調査R8.csv 3行目: 空の行が4行あり、読み飛ばしました。対応は要りません。[SC-I316]"], outcome.Messages());
        Assert.Equal(2, outcome.Report.RowsIn);
        Assert.Equal([2, 5], outcome.Snapshot!.RowNumbers);
    }

    [Fact]
    public void All_problems_are_counted_and_the_first_hundred_kept()
    {
        var outcome = Read(string.Concat(Enumerable.Range(1, 250).Select(i => $"{i},7,\n")));
        Assert.Equal(100, outcome.Report.Problems.Count);
        Assert.Equal(250, outcome.Report.ProblemCounts["SC-I201"]);
        Assert.Equal(2, outcome.Report.Problems[0].Where.Row);
    }

    [Fact]
    public void Reading_can_be_stopped_and_tells_its_progress()
    {
        using var stream = new MemoryStream("番号,問1,自由\n1,1,\n"u8.ToArray());
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(
            () => ResponseImport.Read(stream, "a.csv", Book, "", SampleSurvey.Profile, cancellation: stop.Token));

        var shares = new Shares();
        ResponseImport.Read(stream, "a.csv", Book, "", SampleSurvey.Profile, progress: shares);
        Assert.Equal(shares.Order(), shares);
        Assert.All(shares, share => Assert.InRange(share, 0, 1));
        Assert.Equal(1, shares[^1]);
    }

    private sealed class Shares : List<double>, IProgress<double>
    {
        public void Report(double value) => Add(value);
    }
}
