using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Tests.Scenarios.RealData;

/// <summary>
/// The masculinity survey of 2018 against its published tables: weights, several answers in one column each, routing, and
/// groups too small to publish. Data: FiveThirtyEight, CC BY 4.0.
/// </summary>
public sealed class MasculinityTests
{
    private const string File = "fte-masculinity-raw-responses.csv";

    private static readonly WaveKey Wave = new("Masculinity survey", new FiscalYear(2018));
    private static readonly Lazy<MasculinityTopline> Topline = new(MasculinityTopline.Read);
    private static readonly Lazy<CodeBook> Book = new(() => MasculinityCodeBook.Of(Wave, Topline.Value, RealDataFolder.Rows(File)));
    private static readonly Lazy<RealSurvey> Survey = new(Analyze);

    [RealDataFact]
    public void Every_respondent_is_accepted() => Assert.Equal(
        (1615, 1615, 0, 0), (Survey.Value.Report.RowsIn, Survey.Value.Report.Accepted, Survey.Value.Report.Rejected, Survey.Value.Report.Excluded));

    [RealDataFact]
    public void Every_published_cell_is_reproduced_as_printed()
    {
        var (compared, blank, wrong) = (0, 0, new List<string>());
        for (var i = 0; i < Topline.Value.Questions.Count; i++)
            for (var j = 0; j < Topline.Value.Questions[i].Choices.Count; j++)
                for (var k = 0; k < Topline.Value.Groups.Count; k++)
                {
                    var choice = Topline.Value.Questions[i].Choices[j];
                    var computed = RealSurvey.Print(Survey.Value.Row(Code(Book.Value.Questions[i], j), Topline.Value.Groups[k]));
                    compared++;
                    if (choice.Cells[k].Length == 0) blank++;
                    if (computed != choice.Cells[k])
                        wrong.Add($"{Book.Value.Questions[i].Id} {choice.Label}, {Topline.Value.Groups[k].Label}: published '{choice.Cells[k]}', computed '{computed}'");
                }

        Assert.Empty(wrong);
        Assert.Equal((1950, 130), (compared, blank));
    }

    [RealDataFact]
    public void The_published_cells_number_1680_up_to_the_questions_on_race_education_and_age()
    {
        var printed = Topline.Value.Questions.Select(question => question.Choices.Sum(choice => choice.Cells.Count(cell => cell.Length > 0))).ToList();
        var at = Topline.Value.Questions.ToList().FindIndex(question => question.Text == "Are you:");
        Assert.Equal((1680, 140), (printed.Take(at).Sum(), printed.Skip(at).Sum()));
    }

    [RealDataFact]
    public void A_figure_of_fewer_than_100_respondents_leaves_without_any_number()
    {
        var hidden = Survey.Value.Published.Where(row => row.Value is null).ToList();
        Assert.NotEmpty(hidden);
        Assert.All(hidden, row => Assert.Equal(
            (null, null, null, "回答者が公表下限(100人)より少ないため公表しません。"), (row.Exact, row.Numerator, row.Denominator, row.NoValueReason)));
        Assert.All(Survey.Value.Published.Except(hidden), row => Assert.InRange(row.Denominator!.Value, 100, 1615));
    }

    [RealDataFact]
    public void The_weighted_counts_behind_the_published_figures_agree()
    {
        var figures = PublishedFigure.OfCase("M").Where(figure => figure.Match == "exact").ToList();
        Assert.Equal(15, figures.Count);
        Assert.All(figures, figure =>
        {
            var row = Row(figure);
            Assert.Equal(figure.Denominator, decimal.Round((decimal)row.WeightedDenominator!.Value, 6));
            Assert.Equal(figure.Numerator, decimal.Round((decimal)(row.Exact!.Value / 100 * row.WeightedDenominator!.Value), 6));
            Assert.Equal(figure.Percent, decimal.Round((decimal)row.Exact!.Value, 4));
            Assert.Equal(figure.Text.Replace(" percent", "%", StringComparison.Ordinal), RealSurvey.Print(row));
        });
    }

    [RealDataFact]
    public void A_share_of_two_choices_is_rounded_once_where_the_article_added_rounded_shares()
    {
        var figure = Assert.Single(PublishedFigure.OfCase("M"), figure => figure.Match == "MISMATCH-BY-RULE");
        Assert.Equal("83 percent", figure.Text);
        Assert.Equal("84%", RealSurvey.Print(Row(figure)));
        var parts = figure.Counted.Split('+').Select(label => Row(figure with { Counted = label }).Value!.Value);
        Assert.Equal(83, parts.Sum());
    }

    private static ActualRow Row(PublishedFigure figure)
    {
        var question = Book.Value.Questions.Single(q => q.Column == figure.Question || q.Choices.Any(c => c.Column == figure.Question));
        var choice = question.FindChoice(figure.Counted);
        var code = choice < 0 ? question.Id + figure.Counted : Code(question, choice);
        return figure.Filter.Split('=') is [var attribute, var label]
            ? Survey.Value.Row(code, new BreakdownCell(attribute, label))
            : Survey.Value.Row(code);
    }

    private static string Code(Question question, int choice) => $"{question.Id}-{choice + 1}";

    private static RealSurvey Analyze()
    {
        var questions = Book.Value.Questions.Take(Topline.Value.Questions.Count).ToList();
        var single = questions.SelectMany(question => question.Choices.Select((choice, i) =>
            RealSurvey.Share(Code(question, i), Wave, question, choice.Label, BaseRule.Everybody, 0)));
        var several = PublishedFigure.OfCase("M").Where(figure => figure.Counted.Contains('+', StringComparison.Ordinal)).Select(figure =>
            RealSurvey.Share(
                figure.Question + figure.Counted, Wave, Book.Value.Find(figure.Question)!, figure.Counted.Replace('+', '|'), BaseRule.Everybody, 0));
        var definitions = new DefinitionSet
        {
            Surveys = [new SurveySettings { Survey = Wave.Survey, MinimumBase = 100, ProtectsComplement = false }],
            CodeBooks = [Book.Value],
            Profiles =
            [
                new ImportProfile
                {
                    Wave = Wave,
                    FileName = File,
                    IdColumn = "A列",
                    WeightColumn = "weight",
                    NoAnswerValues = [MasculinityCodeBook.NoAnswer],
                    NotApplicableValues = [MasculinityCodeBook.NotAsked],
                    UnmarkedValues = [MasculinityCodeBook.NotSelected],
                },
            ],
            Indicators = [.. single, .. several],
        };
        return RealSurvey.Analyze(
            definitions, File, [.. Topline.Value.Groups.Where(g => !g.IsEverybody).Select(g => g.Breakdown).Distinct().Select(Breakdown.Parse)]);
    }
}
