using System.Globalization;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Tests.Scenarios.RealData;

/// <summary>
/// Takes a survey the way a city takes it: the definitions are written as the files a planner edits and read back, the
/// response file is imported, and what is looked at has passed the gate of published figures.
/// </summary>
internal sealed class RealSurvey
{
    private readonly Dictionary<(string Indicator, BreakdownCell Cell), ActualRow> rows;

    private RealSurvey(ImportReport report, IEnumerable<ActualRow> published)
    {
        Report = report;
        rows = published.ToDictionary(row => (row.Indicator, new BreakdownCell(row.Breakdown ?? "", row.Cell)));
    }

    public ImportReport Report { get; }

    public IReadOnlyCollection<ActualRow> Published => rows.Values;

    /// <summary>Imports one response file, which must be free of errors, and computes every indicator.</summary>
    /// <param name="written">Definitions with one code book.</param>
    /// <param name="file">Name in the folder of real data.</param>
    /// <param name="breakdowns">What to break down by.</param>
    public static RealSurvey Analyze(DefinitionSet written, string file, params Breakdown[] breakdowns)
    {
        var (definitions, outcome) = Run(written, file, breakdowns);
        var report = outcome.Reports.Single();
        Assert.True(report.IsAccepted, string.Join('\n', report.Problems));
        return new RealSurvey(report, ActualFeed.Rows(outcome.Actuals, definitions));
    }

    /// <summary>What the import says of a file that may be refused.</summary>
    public static ImportReport Check(DefinitionSet written, string file) => Run(written, file, []).Outcome.Reports.Single();

    public ActualRow Row(string indicator) => rows[(indicator, BreakdownCell.Everybody)];

    public ActualRow Row(string indicator, BreakdownCell cell) => rows[(indicator, cell)];

    /// <summary>The value as a report prints it: <c>37%</c>; empty where nothing is published.</summary>
    public static string Print(ActualRow row) => row.Value is { } value ? value.ToString(CultureInfo.InvariantCulture) + row.Unit : "";

    /// <summary>The share of some choices.</summary>
    public static Indicator Share(string code, WaveKey wave, Question question, string choices, BaseRule rule, int decimals) => new()
    {
        Code = code,
        Name = code,
        Survey = wave.Survey,
        Question = question.Id,
        Rule = new AggregationRule.CountedChoices(new ChoiceList(choices)),
        Base = rule,
        Unit = "%",
        Direction = Direction.HigherIsBetter,
        Decimals = decimals,
    };

    private static (DefinitionSet Definitions, AnalyzeFiles.Outcome Outcome) Run(DefinitionSet written, string file, IReadOnlyList<Breakdown> breakdowns)
    {
        var read = DefinitionFiles.Read(DefinitionSchema.All.Select(schema => DefinitionCsv.Write(schema, written))
            .Select(one => (one.Name, (Stream)new MemoryStream(one.Content))));
        Assert.True(read.IsAccepted, string.Join('\n', read.Problems));
        return (read.Definitions, AnalyzeFiles.Run(
            read.Definitions, [(read.Definitions.CodeBooks.Single(), new FileInfo(RealDataFolder.PathOf(file)))], breakdowns,
            DateTimeOffset.UnixEpoch, null, null, CancellationToken.None));
    }
}
