using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Explanations;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Tests.Explanations;

/// <summary>Every figure of the demo city, explained and counted again by hand from its file.</summary>
public sealed class DemoExplanationTests(DemoStore demo) : IClassFixture<DemoStore>
{
    [Fact]
    public async Task Every_sum_is_that_of_the_stored_actual()
    {
        Assert.Equal(68, demo.Actuals.Count);
        foreach (var actual in demo.Actuals)
        {
            var explained = await ExplainAsync(actual);
            var (counts, figure) = (explained.Counts!, actual.Figure!);
            Assert.Equal((figure.Numerator, figure.Denominator), (counts.Numerator, counts.Denominator));
            Assert.Equal((figure.Numerator, figure.Denominator), (counts.NumeratorRows.Count, counts.DenominatorRows.Count));
            Assert.Equal(actual.Roles.Total, counts.Respondents);
            Assert.Equal(counts.Respondents, counts.Denominator + counts.LeftOut.Sum(l => l.Respondents));
            Assert.All(counts.LeftOut, l => Assert.Equal(l.Respondents, l.Rows.Count));
            Assert.Equal(actual.Roles.OutsideCondition, LeftOut(counts, RowUse.OutsideCondition));
            Assert.Equal(actual.Roles.NotApplicable, LeftOut(counts, RowUse.NotApplicable));
            Assert.Equal(figure.Exact, (double)counts.Dividend / (double)counts.Divisor * (explained.IsRatio ? 100 : 1), 1e-12);
            if (explained.QuestionKind is not QuestionKind.MultipleChoice) AssertChoicesAddUp(explained, actual);
        }
    }

    [Fact]
    public async Task Every_row_list_is_what_a_naive_reader_finds_in_the_file()
    {
        foreach (var actual in demo.Actuals)
        {
            var counts = (await ExplainAsync(actual)).Counts!;
            var naive = NaiveRows.Of(actual.Indicator, actual.Wave.FiscalYear.FirstYear - 2019);
            Assert.Equal(RowsOf(naive, RowUse.Numerator), counts.NumeratorRows);
            Assert.Equal(RowsOf(naive, RowUse.Numerator, RowUse.DenominatorOnly), counts.DenominatorRows);
            Assert.Equal(
                naive.Where(r => r.Use > RowUse.DenominatorOnly).GroupBy(r => r.Use).OrderBy(g => g.Key).Select(g => $"{g.Key}: {string.Join(' ', g.Select(r => r.Row))}"),
                counts.LeftOut.Select(l => $"{l.Use}: {string.Join(' ', l.Rows)}"));
        }
    }

    [Fact]
    public async Task A_row_is_told_the_same_from_its_own_side()
    {
        foreach (var wave in demo.Actuals.GroupBy(a => a.Wave))
            foreach (var row in new[] { 3, 25, 118, 344 })
            {
                var explained = await new ExplainRow(demo.Store).RunAsync(wave.Key, row, CancellationToken.None);
                Assert.Equal(wave.Select(a => a.Indicator), explained.Indicators.Select(t => t.Indicator));
                Assert.Equal(
                    wave.Select(a => (RowUse?)NaiveRows.Of(a.Indicator, wave.Key.FiscalYear.FirstYear - 2019).Single(r => r.Row == row).Use),
                    explained.Indicators.Select(t => t.Use));
            }
    }

    [Fact]
    public async Task Every_explanation_fits_80_columns()
    {
        foreach (var actual in demo.Actuals)
        {
            using var text = new StringWriter();
            new ExplanationText(text, await ExplainAsync(actual)).Write();
            Assert.DoesNotContain(text.ToString().Split('\n'), line => NarrowText.WidthOf(line.TrimEnd('\r')) > 80);
        }
    }

    [Fact]
    public async Task The_versions_of_a_figure_are_found_in_the_store()
    {
        foreach (var actual in demo.Actuals)
        {
            Assert.NotNull(await demo.Store.FindDefinitionAsync(Indicators.Definitions.DefinitionKind.Indicator, actual.Provenance.IndicatorHash, CancellationToken.None));
            Assert.NotNull(await demo.Store.FindDefinitionAsync(Indicators.Definitions.DefinitionKind.Survey, actual.Provenance.SettingsHash, CancellationToken.None));
        }
    }

    private Task<Explanation> ExplainAsync(Actual actual) =>
        new ExplainActual(demo.Store).RunAsync(actual.Indicator, actual.Wave.FiscalYear, null, actual.Revision, CancellationToken.None);

    private static void AssertChoicesAddUp(Explanation explained, Actual actual)
    {
        Assert.Equal(actual.Roles.Total - actual.Roles.OutsideCondition, explained.Answers.Sum(a => a.Respondents));
        Assert.Equal(actual.Figure!.Numerator, explained.Answers.Where(a => a.Use is RowUse.Numerator).Sum(a => a.Respondents));
        Assert.Equal(actual.Figure.Denominator, explained.Answers.Where(a => a.Use is RowUse.Numerator or RowUse.DenominatorOnly).Sum(a => a.Respondents));
        Assert.Equal(actual.Roles.NoAnswer, explained.Answers.Where(a => a.Role is AnswerRole.NoAnswer).Sum(a => a.Respondents));
        Assert.Equal(actual.Roles.DontKnow, explained.Answers.Where(a => a.Role is AnswerRole.DontKnow).Sum(a => a.Respondents));
        if (explained.Answers.Any(a => a.Score is not null))
            Assert.Equal(explained.Counts!.Dividend, explained.Answers.Sum(a => (a.Score ?? 0) * a.Respondents!.Value));
    }

    private static long LeftOut(ExplainedCounts counts, RowUse use) => counts.LeftOut.FirstOrDefault(l => l.Use == use)?.Respondents ?? 0;

    private static IEnumerable<int> RowsOf(IReadOnlyList<(int Row, RowUse Use)> rows, params RowUse[] uses) =>
        rows.Where(r => uses.Contains(r.Use)).Select(r => r.Row);
}
