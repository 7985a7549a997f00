using System.Text;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Import;

namespace SurveyCalc.Tests.Import;

public class DialectTests
{
    private static readonly CodeBook Book = SampleSurvey.BookOf(
        SampleSurvey.Single("問1,あ", "1 満足", "2 やや;満足", "3 普通、表", "99 無回答"),
        SampleSurvey.Joined("問2", "1 道路", "2 公園・緑地"),
        SampleSurvey.Numeric("問3"));

    private static readonly string[][] Codes =
        [["番号", "問1,あ", "問2", "問3", "ウエイト"], ["1", "1", "1|2", "3", "1.5"], ["2", "99", "", "", "2"], ["3", "2", "2", "-0.5", "0.25"], ["4", "3", "1", "3.0", "1"]];

    private static readonly string[][] Labels =
        [["番号", "問１，あ", "問２", "問３", "ウエイト"], ["1", "満足", "道路|公園・緑地|", "3", "1.50"], ["2", "", "無回答", "無回答", "2.0"], ["3", "やや；満足", "公園・緑地", "-0.50", "0.25"], ["4", "普通、表", "道路", "3", "1"]];

    public static TheoryData<string, char, string, bool, bool, bool> Dialects()
    {
        var all = new TheoryData<string, char, string, bool, bool, bool>();
        foreach (var encoding in new[] { "UTF-8", "UTF-8 BOM", "CP932" })
            foreach (var delimiter in new[] { ',', '\t', ';' })
                foreach (var end in new[] { "\n", "\r\n", "\r" })
                    foreach (var labels in new[] { false, true })
                        all.Add(encoding, delimiter, end, labels, delimiter == ',', labels);
        return all;
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public void The_same_table_has_the_same_hash_in_every_dialect(
        string encoding, char delimiter, string lineEnd, bool labels, bool quotesEverything, bool endsWithoutLineEnd)
    {
        var text = string.Join(lineEnd, (labels ? Labels : Codes).Select(row => string.Join(delimiter, row.Select(Field)))) + (endsWithoutLineEnd ? "" : lineEnd);
        Encoding written = encoding == "CP932" ? SourceEncoding.Cp932.Strict() : new UTF8Encoding(encoding == "UTF-8 BOM");
        var outcome = SampleSurvey.Read(
            [.. written.GetPreamble(), .. written.GetBytes(text)], Book, SampleSurvey.Profile with { WeightColumn = "ウエイト", MarkSeparator = "|" });
        Assert.Equal("#0 NoAnswer#3 #1 #2", outcome.Answers("問1,あ"));
        Assert.Equal("{0,1} NoAnswer {1} {0}", outcome.Answers("問2"));
        Assert.Equal("3 NoAnswer -0.5 3", outcome.Answers("問3"));
        Assert.Equal([150, 200, 25, 100], outcome.Snapshot!.Weights!.Values);
        Assert.Equal(Reference(), outcome.Snapshot.ContentHash);

        string Field(string cell) =>
            quotesEverything || cell.Contains(delimiter, StringComparison.Ordinal) ? "\"" + cell + "\"" : cell;
    }

    [Fact]
    public void Every_part_of_the_content_is_in_the_hash()
    {
        var rows = Codes.Select(row => string.Join('\t', row)).ToArray();
        var hashes = new HashSet<string> { Reference() };
        Assert.True(hashes.Add(Hash(rows[0], rows[2], rows[1], rows[3], rows[4])));
        Assert.True(hashes.Add(Hash(rows[0], rows[1], rows[2], rows[3])));
        Assert.True(hashes.Add(Hash(rows[0], rows[1], rows[2], rows[3], rows[4].Replace("4\t3", "5\t3", StringComparison.Ordinal))));
        Assert.True(hashes.Add(Hash(rows[0], rows[1], rows[2], rows[3], rows[4].Replace("4\t3", "4\t1", StringComparison.Ordinal))));
        Assert.True(hashes.Add(Hash(rows[0], rows[1], rows[2], rows[3], rows[4] + ".5")));
    }

    [Theory]
    [InlineData(',', "番号;い,問1,問2")]
    [InlineData('\t', "番号,い\t問1,ろ,は\t問2\t問3\t問4")]
    [InlineData(';', "番号;\"問,1,,,,,,\";問2")]
    public void Delimiter_is_the_most_frequent_in_the_header(char delimiter, string header)
    {
        var book = SampleSurvey.BookOf(SampleSurvey.Single("問2", "1 はい", "2 いいえ"));
        var cells = header.Split(delimiter).Length is var n && delimiter == ';' ? 3 : n;
        var row = string.Join(delimiter, Enumerable.Repeat("1", cells));
        Assert.Equal("#0", SampleSurvey.Read($"{header}\n{row}\n", book, SampleSurvey.Profile with { IdColumn = null }).Answers("問2"));
    }

    [Fact]
    public void A_declared_delimiter_wins()
    {
        var book = SampleSurvey.BookOf(SampleSurvey.Single("問1", "1 はい"));
        var outcome = SampleSurvey.Read("a,b,c;問1\n1,2,3;1\n", book, SampleSurvey.Profile with { IdColumn = null, Delimiter = ';' });
        Assert.Equal("#0", outcome.Answers("問1"));
        Assert.Equal("UTF-8・セミコロン区切り・見出し1行", outcome.Report.Dialect);
    }

    private static string Reference() => Hash([.. Codes.Select(row => string.Join('\t', row))]);

    private static string Hash(params string[] rows) => SampleSurvey.Read(
        string.Join('\n', rows), Book, SampleSurvey.Profile with { WeightColumn = "ウエイト", MarkSeparator = "|" }).Snapshot!.ContentHash;
}
