using System.Globalization;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Tests.Scenarios.RealData;

/// <summary>
/// The open data survey of local governments of 令和2年度, nearly a census, in both shapes in which its answers were
/// published. Data: 地方公共団体へのオープンデータの取組に関するアンケート(令和2年度)、内閣官房IT総合戦略室 / code4fukui (MIT).
/// </summary>
public sealed class OpenDataTests
{
    private const string TableFile = "opendata-r2-answers.csv";
    private const string NumbersFile = "opendata-r2-answers-01.csv";
    private const int Choices = 283;

    private static readonly WaveKey Wave = new("オープンデータアンケート", new FiscalYear(2020));
    private static readonly Lazy<CodeBook> TableBook = new(() => OpenDataCodeBook.OfTable(Wave));
    private static readonly RowFilter NotSubmitted = new(OpenDataCodeBook.Status, ["未提出", "未確認"]);
    private static readonly Lazy<RealSurvey> Table = new(() => Analyze(TableBook.Value, TableFile, 2, [NotSubmitted]));
    private static readonly Lazy<RealSurvey> Numbers = new(() => Analyze(OpenDataCodeBook.OfNumbers(Wave), NumbersFile, 1, [NotSubmitted]));
    private static readonly Lazy<RealSurvey> Unfiltered = new(() => Analyze(TableBook.Value, TableFile, 2, []));

    [RealDataFact]
    public void Organisations_that_sent_nothing_are_excluded_by_rule_and_counted() => Assert.All(
        [Table.Value.Report, Numbers.Value.Report],
        report => Assert.Equal((1788, 1715, 0, 73), (report.RowsIn, report.Accepted, report.Rejected, report.Excluded)));

    [RealDataFact]
    public void The_code_that_two_organisations_share_refuses_the_file_unless_the_profile_allows_it()
    {
        var strict = Profile(TableFile, 2, [NotSubmitted]) with { Duplicates = DuplicatePolicy.Refuse };
        var report = RealSurvey.Check(Definitions(TableBook.Value, strict), TableFile);
        Assert.Equal(
            [
                "opendata-r2-answers.csv 1572行目(テキストの2369行目) A列「地方公共団体コード」: 回答者番号「132209」は718行目にもあります。"
                + "番号を直すか、取込設定の「回答者番号の重複」で扱いを決めてください。[SC-I308]",
            ],
            report.Problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.ToString()));
    }

    [RealDataFact]
    public void Both_shapes_give_the_same_figures_for_every_choice()
    {
        var codes = Codes();
        Assert.Equal(Choices, codes.Count);
        Assert.All(codes, code =>
        {
            var (a, b) = (Table.Value.Row(code), Numbers.Value.Row(code));
            Assert.Equal(1715, a.Denominator);
            Assert.Equal(
                (a.Numerator, a.Denominator, a.Exact, a.Value, a.Lower, a.Upper), (b.Numerator, b.Denominator, b.Exact, b.Value, b.Lower, b.Upper));
            Assert.Equal((a.NoAnswer, a.DontKnow, a.NotApplicable, a.Invalid), (b.NoAnswer, b.DontKnow, b.NotApplicable, b.Invalid));
        });
    }

    [RealDataFact]
    public void Every_choice_counts_the_marks_that_stand_in_its_column()
    {
        var rows = RealDataFolder.Rows(TableFile);
        var marks = Enumerable.Range(0, rows[1].Length).Where(column => column > 2 && rows[1][column].Length > 0)
            .Select(column => (long?)rows.Skip(2).Count(row => row[2] == "提出済" && row[column] == "○"));
        Assert.Equal(marks, Codes().Select(code => Table.Value.Row(code).Numerator));
    }

    [RealDataFact]
    public void The_figures_of_the_first_question_and_of_the_response_agree()
    {
        var figures = PublishedFigure.OfCase("O");
        Assert.Equal(5, figures.Count);
        Assert.All(figures, figure =>
        {
            var survey = figure.Question == OpenDataCodeBook.Status ? Unfiltered.Value : Table.Value;
            var question = TableBook.Value.Find(figure.Question.Trim('[', ']'))!;
            var row = survey.Row(Code(question, question.FindChoice(figure.Counted)));
            Assert.Equal((figure.Numerator, figure.Denominator), (row.Numerator!.Value, row.Denominator!.Value));
            Assert.Equal(figure.Percent, decimal.Round((decimal)row.Exact!.Value, 4));
        });
        Assert.Equal("60.5%", RealSurvey.Print(Table.Value.Row("No.1-1")));
    }

    [RealDataFact]
    public void Without_the_rule_those_that_sent_nothing_would_dilute_every_figure()
    {
        Assert.Equal((1788, 1788, 0), (Unfiltered.Value.Report.RowsIn, Unfiltered.Value.Report.Accepted, Unfiltered.Value.Report.Excluded));
        Assert.Equal("58.1%", RealSurvey.Print(Unfiltered.Value.Row("No.1-1")));
    }

    private static IReadOnlyList<string> Codes() =>
        [.. TableBook.Value.Questions.Where(q => q.Column is null).SelectMany(q => q.Choices.Select((_, i) => Code(q, i)))];

    private static string Code(Question question, int choice) => string.Create(CultureInfo.InvariantCulture, $"{question.Id}-{choice + 1}");

    private static RealSurvey Analyze(CodeBook book, string file, int headerRows, IReadOnlyList<RowFilter> exclusions) =>
        RealSurvey.Analyze(Definitions(book, Profile(file, headerRows, exclusions)), file);

    /// <summary>One organisation stands in both files under the code of another, so that a code alone is no reason to refuse.</summary>
    private static ImportProfile Profile(string file, int headerRows, IReadOnlyList<RowFilter> exclusions) => new()
    {
        Wave = Wave,
        FileName = file,
        HeaderRows = headerRows,
        IdColumn = "地方公共団体コード",
        Duplicates = DuplicatePolicy.KeepAll,
        Exclusions = exclusions,
    };

    private static DefinitionSet Definitions(CodeBook book, ImportProfile profile) => new()
    {
        CodeBooks = [book],
        Profiles = [profile],
        Indicators =
        [
            .. book.Questions.SelectMany(question => question.Choices.Select((choice, i) =>
                RealSurvey.Share(Code(question, i), Wave, question, choice.Label, BaseRule.Everybody, 1))),
        ],
    };
}
