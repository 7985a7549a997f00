using System.Globalization;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Tests.Scenarios.RealData;

/// <summary>
/// The flying etiquette survey of 2014 against the nine figures that were published: answers as label text, and blanks
/// that mean "never flies" as well as "did not answer". Data: FiveThirtyEight, CC BY 4.0.
/// </summary>
public sealed class FlyingEtiquetteTests
{
    private const string File = "fte-flying-etiquette.csv";
    private const string HowOften = "How often do you travel by plane?";
    private const string LastOfFlyers = "Have you ever smoked a cigarette in an airplane bathroom when it was against the rules?";

    private static readonly WaveKey Wave = new("Flying etiquette survey", new FiscalYear(2014));
    private static readonly Lazy<CodeBook> Book = new(ReadCodeBook);
    private static readonly Lazy<RealSurvey> Survey = new(Analyze);

    [RealDataFact]
    public void Every_respondent_is_accepted() => Assert.Equal(
        (1040, 1040, 0, 0), (Survey.Value.Report.RowsIn, Survey.Value.Report.Accepted, Survey.Value.Report.Rejected, Survey.Value.Report.Excluded));

    [RealDataFact]
    public void The_nine_published_figures_are_reproduced()
    {
        var figures = PublishedFigure.OfCase("F");
        Assert.Equal(9, figures.Count);
        Assert.All(figures, figure =>
        {
            var row = Survey.Value.Row(Code(figure));
            Assert.Equal((figure.Numerator, figure.Denominator), (row.Numerator!.Value, row.Denominator!.Value));
            Assert.Equal(figure.Percent, decimal.Round((decimal)row.Exact!.Value, 4));
            var published = figure.Question == HowOften
                ? string.Create(CultureInfo.InvariantCulture, $"{row.Denominator:N0} respondents, {row.Numerator:N0} of whom had flown")
                : string.Create(CultureInfo.InvariantCulture, $"{row.Value} percent");
            Assert.Equal(figure.Text, published);
        });
    }

    [RealDataFact]
    public void A_blank_of_somebody_who_never_flies_is_not_applicable_and_any_other_is_no_answer()
    {
        var rows = PublishedFigure.OfCase("F").Where(figure => figure.Question != HowOften)
            .Select(figure => Survey.Value.Row(Code(figure))).Select(row => (row.NotApplicable, row.NoAnswer)).Distinct();
        Assert.Equal([(166L, 16L), (166L, 20L)], rows);
    }

    private static string Code(PublishedFigure figure) => $"{figure.Question}:{figure.Counted}";

    private static RealSurvey Analyze() => RealSurvey.Analyze(
        new DefinitionSet
        {
            CodeBooks = [Book.Value],
            Profiles = [new ImportProfile { Wave = Wave, FileName = File, IdColumn = "RespondentID" }],
            Indicators = [.. PublishedFigure.OfCase("F").Select(ToIndicator)],
        },
        File);

    private static Indicator ToIndicator(PublishedFigure figure)
    {
        var question = Book.Value.Questions.Single(q => q.Text == figure.Question);
        return figure.Question == HowOften
            ? RealSurvey.Share(Code(figure), Wave, question, string.Join('|', Flyers(question)), BaseRule.Everybody, 0)
            : RealSurvey.Share(Code(figure), Wave, question, figure.Counted.Replace('+', '|'), BaseRule.Answered, 0);
    }

    private static IReadOnlyList<string> Flyers(Question howOften) =>
        [.. howOften.Choices.Select(choice => choice.Label).Where(label => label != "Never")];

    /// <summary>
    /// One question a column, with the labels that occur. All but the first and the characteristics of the respondent were
    /// asked of those who fly. One label is damaged in the file and is taken as the code of the true one.
    /// </summary>
    private static CodeBook ReadCodeBook()
    {
        var file = RealDataFolder.Rows(File);
        var questions = new List<Question>();
        for (var column = 1; column < file[0].Length; column++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"q{column}");
            var labels = file.Skip(1).Select(row => row[column]).Where(text => text.Length > 0).Distinct();
            questions.Add(new Question
            {
                Id = id,
                Text = file[0][column],
                Kind = QuestionKind.SingleChoice,
                Column = file[0][column],
                Series = id,
                Choices = [.. labels.Select(label => new Choice(label, label == "150000" ? "$150,000+" : label))],
                AskedIf = column > 1 && column <= Array.IndexOf(file[0], LastOfFlyers) ? new AnswerCondition("q1", Flyers(questions[0])) : null,
            });
        }

        return new CodeBook(Wave, questions);
    }
}
