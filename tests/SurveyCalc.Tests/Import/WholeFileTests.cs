using System.Text;
using SurveyCalc.Indicators.Import;

namespace SurveyCalc.Tests.Import;

public class WholeFileTests
{
    private static readonly Encoding Cp932 = SourceEncoding.Cp932.Strict();

    [Fact]
    public void Empty_file_is_refused()
    {
        var outcome = SampleSurvey.Read("");
        Assert.Equal(["住民意識調査R8.csv: ファイルが空です(0バイト)。回答の入ったファイルを選び直してください。[SC-I001]"], outcome.Messages());
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Utf16_is_refused()
    {
        var outcome = SampleSurvey.Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(SampleSurvey.Header)]);
        Assert.Equal(
            ["住民意識調査R8.csv: 文字コードがUTF-16(Excelの「Unicodeテキスト」)です。Excelの「名前を付けて保存」で「CSV UTF-8(コンマ区切り)」を選んで保存し直してください。[SC-I002]"],
            outcome.Messages());
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Nul_is_refused_with_its_cell()
    {
        var outcome = SampleSurvey.Read(SampleSurvey.Header + "1,1,1,,,5,\n2,\0,1,,,5,\n");
        Assert.Equal(
            ["住民意識調査R8.csv 3行目 B列: 文字ではないデータ(NUL)が入っています。CSVではないか、途中で壊れています。元のファイルからCSVを作り直してください。[SC-I003]"],
            outcome.Messages());
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Utf8_declared_as_cp932_is_refused()
    {
        var outcome = SampleSurvey.Read(
            SampleSurvey.Header + "1,1,1,,,5,\n", profile: SampleSurvey.Profile with { Encoding = DeclaredEncoding.Cp932 });
        Assert.Equal(
            ["住民意識調査R8.csv: 取込設定の文字コードはCP932ですが、ファイルはUTF-8です。取込設定の「文字コード」を「自動」か「UTF-8」にしてください。[SC-I004]"],
            outcome.Messages());
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Cp932_declared_as_utf8_is_refused()
    {
        var outcome = SampleSurvey.Read(
            Cp932.GetBytes(SampleSurvey.Header + "1,1,1,,,5,\n"), profile: SampleSurvey.Profile with { Encoding = DeclaredEncoding.Utf8 });
        Assert.Equal(
            ["住民意識調査R8.csv 1行目 A列: 取込設定の文字コードはUTF-8ですが、ファイルはCP932(Shift_JIS)です。取込設定の「文字コード」を「自動」か「CP932」にしてください。[SC-I005]"],
            outcome.Messages());
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Lone_broken_byte_is_refused_with_its_cell()
    {
        byte[] utf8 = [.. Encoding.UTF8.GetBytes(SampleSurvey.Header + "1,満足,1,,,5,\n2,"), 0xE6, 0xBA, .. Encoding.UTF8.GetBytes(",1,,,5,\n3,満足,1,,,5,\n")];
        var outcome = SampleSurvey.Read(utf8);
        Assert.Equal(
            ["住民意識調査R8.csv 3行目 B列: 文字コードを決められません。UTF-8として読むと、ここに文字にならないデータがあります。元のファイルからCSVを作り直すか、この欄を直して、「CSV UTF-8(コンマ区切り)」で保存し直してください。[SC-I006]"],
            outcome.Messages());
        Assert.Null(outcome.Snapshot);

        byte[] cp932 = [.. Cp932.GetBytes(SampleSurvey.Header + "1,満足,1,,,5,\n2,満足,1,,,"), 0x81, 0x20, .. Cp932.GetBytes(",\n")];
        Assert.StartsWith("住民意識調査R8.csv 3行目 F列: 文字コードを決められません。CP932(Shift_JIS)として読むと、", SampleSurvey.Read(cp932).Messages()[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0x80)]
    [InlineData(0xA0)]
    [InlineData(0xFF)]
    public void Byte_that_is_no_character_of_cp932_is_refused(byte broken)
    {
        byte[] bytes = [.. Cp932.GetBytes(SampleSurvey.Header + "1,満足,1,,,5,ソ"), broken, .. Cp932.GetBytes("ー表\n")];
        Assert.StartsWith("住民意識調査R8.csv 2行目 G列: 文字コードを決められません。CP932(Shift_JIS)として読むと、", SampleSurvey.Read(bytes).Messages()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_byte_is_found_behind_a_quoted_line_break_and_a_block_end()
    {
        var padding = string.Concat(Enumerable.Repeat("1,満足,1,,,5,\"一行目\r\n二行目\"\r\n", 40_000));
        byte[] bytes = [.. Encoding.UTF8.GetBytes(SampleSurvey.Header + padding + "9,満足,1,"), 0xFF, .. ",,5,\n"u8];
        Assert.StartsWith("住民意識調査R8.csv 40002行目(テキストの80002行目) D列: 文字コードを決められません。UTF-8として", SampleSurvey.Read(bytes).Messages()[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\uFFFD")]
    [InlineData("\uFFFE")]
    public void Lost_characters_are_refused_with_their_cell(string lost)
    {
        var outcome = SampleSurvey.Read(SampleSurvey.Header + $"1,やや{lost}足,1,,,5,\n");
        Assert.Equal(
            ["住民意識調査R8.csv 2行目 B列: 文字化けした文字「\uFFFD」(U+FFFD)が入っています。前の保存で元の文字が失われています。文字化けする前のファイルから作り直してください。[SC-I007]"],
            outcome.Messages());
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Lost_character_across_a_block_end_is_found()
    {
        for (var shift = 0; shift < 4; shift++)
        {
            var head = new string('x', (1 << 20) - 2 + shift);
            Assert.Equal(["SC-I007"], SampleSurvey.Read(head + "\uFFFD").Report.ProblemCounts.Keys);
        }
    }

    [Fact]
    public void Workbook_is_refused()
    {
        var outcome = SampleSurvey.Read([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00]);
        Assert.Equal(
            ["住民意識調査R8.csv: CSVではなく、Excelブックなどの形式です。Excelの「名前を付けて保存」で「CSV UTF-8(コンマ区切り)」を選んで保存し直してください。[SC-I008]"],
            outcome.Messages());
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Header_only_is_refused()
    {
        var outcome = SampleSurvey.Read(SampleSurvey.Header + "\n,,,,,,\n");
        Assert.Equal(
            ["住民意識調査R8.csv: 見出しだけで、回答の行がありません。回答の入ったファイルを選び直してください。[SC-I009]"], outcome.Messages("SC-I009"));
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Nobody_left_is_refused()
    {
        var outcome = SampleSurvey.Read(SampleSurvey.Header + "合計,1,1,,,5,\n#済,,,,,,\n");
        Assert.Equal(
            ["住民意識調査R8.csv: 回答者が1人も残りません(除外 2行、取り込まない行 0行)。取込設定の「除外条件」「合計行の印」「注記行の印」を確認してください。[SC-I010]"],
            outcome.Messages("SC-I010"));
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Too_many_faulty_rows_are_refused_under_every_lenient_policy()
    {
        var text = SampleSurvey.Header + "1,1,1,,,5,\n2,7,1,,,5,\n3,1,1,,,5,\n";
        foreach (var policy in new[] { UnknownCellPolicy.RejectRow, UnknownCellPolicy.CountAsInvalid })
        {
            var outcome = SampleSurvey.Read(text, profile: SampleSurvey.Profile with { UnknownCells = policy });
            Assert.Equal(
                ["住民意識調査R8.csv: 符号表にない値のある行が3行のうち1行(33.3%)あり、取込設定の「不備行の上限」(20%)を超えています。年度や調査の選び間違いでないか、符号表がこの年の調査票と合うかを確認してください。[SC-I011]"],
                outcome.Messages("SC-I011"));
            Assert.Null(outcome.Snapshot);
        }
    }

    [Fact]
    public void Codes_of_another_survey_are_named()
    {
        var book = SampleSurvey.BookOf(SampleSurvey.Single("問1", "1 はい", "2 いいえ"), SampleSurvey.Single("問2", "1 はい", "2 いいえ"));
        var outcome = SampleSurvey.Read("番号,問1,問2\n1,7,8\n2,9,8\n3,1,8\n", book);
        Assert.Equal(
            ["住民意識調査R8.csv: 2問のうち2問で、半分を超える回答が「住民意識調査 令和8年度」の符号表にありません。別の調査か別の年度の選択肢のようです。調査と年度を選び直すか、符号表をこの調査票に合わせてください。[SC-I012]"],
            outcome.Messages("SC-I012"));
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void What_concerns_the_whole_file_is_shown_before_a_hundred_cells()
    {
        var book = SampleSurvey.BookOf(SampleSurvey.Single("問1", "1 はい", "2 いいえ"), SampleSurvey.Single("問2", "1 はい", "2 いいえ"));
        var outcome = SampleSurvey.Read("番号,問1,問2\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"{i},7,8\n")), book);
        Assert.Equal("SC-I012", outcome.Report.Problems[0].Code);
        Assert.Equal(400, outcome.Report.ProblemCounts["SC-I201"]);
    }

    [Fact]
    public void Too_many_distinct_answers_stop_the_reading()
    {
        var questions = Enumerable.Range(0, 64).Select(i => SampleSurvey.Numeric($"数{i}")).ToArray();
        var text = new StringBuilder(string.Join(',', questions.Select(question => question.Id))).Append('\n');
        for (var row = 0; row < 17_000; row++) text.AppendJoin(',', Enumerable.Range(0, 64).Select(i => row * 64 + i)).Append('\n');
        var outcome = SampleSurvey.Read(text.ToString(), SampleSurvey.BookOf(questions), SampleSurvey.Profile with { IdColumn = null });
        Assert.Equal(
            ["住民意識調査R8.csv A列「数0」: 互いに異なる回答が1,048,576通りを超えたため、読み取りをやめました。回答者番号や自由記述の列を、数値や複数回答の設問に割り当てていないか、符号表の「列」と「種別」を確認してください。[SC-I013]"],
            outcome.Messages());
        Assert.Null(outcome.Snapshot);
    }

    [Fact]
    public void Cp932_only_characters_are_read()
    {
        var book = SampleSurvey.BookOf(SampleSurvey.Single("①髙", "1 ㈱表能ソ", "2 ～"));
        var outcome = SampleSurvey.Read(Cp932.GetBytes("番号,①髙\n1,㈱表能ソ\n2,～\n"), book);
        Assert.Empty(outcome.Messages());
        Assert.Equal("CP932(Shift_JIS)・カンマ区切り・見出し1行", outcome.Report.Dialect);
        Assert.Equal("#0 #1", outcome.Answers("①髙"));
    }

    [Fact]
    public void Scan_leaves_the_stream_at_its_start_and_names_the_bytes()
    {
        using var stream = new MemoryStream("abc"u8.ToArray());
        var scan = FileScan.Of(stream, "a.csv", DeclaredEncoding.Auto);
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", scan.Sha256);
        Assert.Equal(3, scan.Size);
        Assert.Equal(SourceEncoding.Utf8, scan.Encoding);
        Assert.Null(scan.Fault);
        Assert.Equal(0, stream.Position);
    }
}
