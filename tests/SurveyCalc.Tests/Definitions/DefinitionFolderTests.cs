using System.Text;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Statistics;
using static SurveyCalc.Tests.Definitions.Csv;

namespace SurveyCalc.Tests.Definitions;

public sealed class DefinitionFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("definitions").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_template_reads_without_a_problem()
    {
        Assert.Equal(["調査.csv", "符号表.csv", "取込設定.csv", "母集団.csv", "人口.csv", "指標.csv", "計画値.csv", "台帳.csv", "入力実績.csv"],
            DefinitionTemplates.Write(folder).Select(p => Path.GetFileName(p)));
        var read = DefinitionFolder.Read(folder);
        Assert.Empty(read.Problems);
        Assert.Equal(6, read.Definitions.Indicators.Count);
        Assert.Equal(6, read.Definitions.CodeBooks.Single().Questions.Count);
        Assert.Equal(["", "無回答", "99"], read.Definitions.Profiles.Single().NoAnswerValues);
    }

    [Fact]
    public void Every_commented_default_of_the_template_can_be_taken_over()
    {
        var files = DefinitionTemplates.Files.Select(f => (f.Name, Text: Encoding.UTF8.GetString(f.Content))).ToList();
        var profiles = files.Single(f => f.Name == "取込設定.csv").Text;
        files.RemoveAll(f => f.Name == "取込設定.csv");
        var lines = profiles.Split("\r\n").Where(l => !l.StartsWith("市民", StringComparison.Ordinal)).Select(l => l.Replace("#市民", "市民", StringComparison.Ordinal));
        var read = Csv.Read([.. files, ("取込設定.csv", string.Join("\r\n", lines))]);
        Assert.Empty(read.Problems);
        var defaults = new ImportProfile { Wave = read.Definitions.CodeBooks[0].Wave };
        Assert.Equal(DefinitionItems.Of(defaults), DefinitionItems.Of(read.Definitions.Profiles.Single()));
        Assert.Equal(20, lines.Count(l => l.StartsWith("市民", StringComparison.Ordinal)));
    }

    [Fact]
    public void Writing_and_reading_back_gives_the_same_items()
    {
        DefinitionTemplates.Write(folder);
        var items = DefinitionItems.Of(DefinitionFolder.Read(folder).Definitions);
        var copy = Path.Combine(folder, "copy");
        Assert.Equal(9, DefinitionFolder.Write(copy, DefinitionItems.ToSet(items)).Count);
        var read = DefinitionFolder.Read(copy);
        Assert.Empty(read.Problems);
        Assert.Equal(items, DefinitionItems.Of(read.Definitions));
        Assert.Equal(items, DefinitionItems.Of(RoundTrip(read.Definitions)));
    }

    [Fact]
    public void Written_files_open_in_a_japanese_spreadsheet()
    {
        DefinitionFolder.Write(folder, Read().Definitions);
        var bytes = File.ReadAllBytes(Path.Combine(folder, "指標.csv"));
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Equal(2, text.Split("\r\n").Length - 1);
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+満足")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("a,b\"c\"")]
    [InlineData("1行目\n2行目")]
    [InlineData("'引用")]
    public void A_cell_that_a_spreadsheet_might_run_survives(string text)
    {
        var set = Read().Definitions;
        var indicator = set.Indicators[0] with { Name = text, PrintedFormula = text, Policy = text };
        set = set with { Indicators = [indicator], Register = [RegisterEntry.Of(indicator)] };
        Assert.Equal(DefinitionItems.Of(set), DefinitionItems.Of(RoundTrip(set)));
    }

    [Fact]
    public void Everything_that_is_not_a_default_survives()
    {
        var book = Read().Definitions.CodeBooks[0];
        var wave = book.Wave;
        var set = new DefinitionSet
        {
            CodeBooks = [book],
            Surveys =
            [
                new SurveySettings
                {
                    Survey = wave.Survey, Level = 0.99, Method = ProportionMethod.WilsonCorrected,
                    DifferenceMethod = DifferenceMethod.Wald, ChangeDisplay = ChangeDisplay.OfExactValues, MinimumBase = 30,
                },
            ],
            Profiles =
            [
                new ImportProfile
                {
                    Wave = wave, FileName = "回答 R2.csv", HeaderRows = 3, Encoding = DeclaredEncoding.Cp932, Delimiter = '\t',
                    NoAnswerValues = ["", "9", "99"], NotApplicableValues = [], InvalidValues = ["-9999"], MarkValues = ["レ"],
                    UnmarkedValues = ["", "×"], MarkSeparator = "\n", UnmarkedBlock = UnmarkedBlock.NoneChosen, IdColumn = "整理番号",
                    Duplicates = DuplicatePolicy.KeepLast, AllowsMissingId = true, WeightColumn = "ウエイト",
                    Exclusions = [new RowFilter("提出状況", ["未提出", "未確認"]), new RowFilter("備考", [""])],
                    TotalsMarkers = [], CommentMarkers = ["//"], UnknownCells = UnknownCellPolicy.CountAsInvalid, FaultyRowLimit = 0.05,
                },
            ],
            Populations = [new Population(wave, 41_523, "令和2年10月1日", 1_000)],
            Indicators =
            [
                Read().Definitions.Indicators[0] with
                {
                    Policy = "政策1", Measure = "施策1-1", Condition = new AnswerCondition("問4", ["はい", "2"]), Base = BaseRule.EverybodyWhoKnows,
                    Direction = Direction.LowerIsBetter, Decimals = 4, PrintedFormula = " 満足、普通の合計\n※R1から",
                },
            ],
            Targets = [new Target("1-1", null, "—", null), new Target("1-1", new FiscalYear(2021), "57.0%", 57.0m)],
        };
        set = set with { Register = [RegisterEntry.Of(set.Indicators[0])] };
        Assert.Equal(DefinitionItems.Of(set), DefinitionItems.Of(RoundTrip(set)));
    }

    [Fact]
    public void A_cp932_file_reads_like_utf8()
    {
        var cp932 = SourceEncoding.Cp932.Strict();
        var read = ReadFiles(("符号表.csv", cp932.GetBytes(CodeBookText)), ("指標.csv", cp932.GetBytes(IndicatorText)));
        Assert.Empty(read.Problems);
        Assert.Equal(DefinitionItems.Of(Read().Definitions), DefinitionItems.Of(read.Definitions));
    }

    [Fact]
    public void Other_files_of_the_folder_are_left_alone()
    {
        DefinitionFolder.Write(folder, Read().Definitions);
        File.WriteAllText(Path.Combine(folder, "市民意識調査_令和2年度.csv"), "q1\n\uFFFD");
        File.WriteAllText(Path.Combine(folder, "指標.xlsx"), "");
        Assert.True(DefinitionFolder.Read(folder).IsAccepted);
    }

    [Fact]
    public void Files_that_would_be_read_together_are_not_written_beside()
    {
        File.WriteAllText(Path.Combine(folder, "指標_2.csv"), IndicatorText);
        Assert.Throws<OperatorException>(() => DefinitionFolder.Write(folder, Read().Definitions));
        Assert.Throws<OperatorException>(() => DefinitionTemplates.Write(folder));
    }

    [Fact]
    public void A_missing_folder_is_named() => Assert.Equal(
        "nowhere: フォルダがありません。定義ファイル(符号表.csv、指標.csvなど)の入ったフォルダを指定してください。templateコマンドで雛形を作れます。[SC-D001]",
        DefinitionFolder.Read("nowhere").Problems.Single().ToString());

    private static DefinitionSet RoundTrip(DefinitionSet set)
    {
        var copy = Directory.CreateTempSubdirectory("definitions").FullName;
        try
        {
            DefinitionFolder.Write(copy, set);
            var read = DefinitionFolder.Read(copy);
            Assert.True(read.IsAccepted, string.Join('\n', read.Problems));
            return read.Definitions;
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }
}
