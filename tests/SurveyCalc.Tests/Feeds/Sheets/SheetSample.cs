using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Indicators.Feeds.Sheets;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Tests.Feeds.Sheets;

/// <summary>A register of one 施策 with what a test needs.</summary>
internal static class SheetSample
{
    public const string Measure = "施策1-5 スポーツのまち";

    /// <summary>Texts that a page or a spreadsheet might run.</summary>
    public const string Hostile = "=cmd|'/c calc'!A1 <script>alert(1)</script> & \"'\u0001";

    public static readonly FiscalYear Evaluated = new(2022);

    public static RegisterEntry Entry(string code, string measure = Measure, string plan = "") => new()
    {
        Code = code,
        Name = $"指標{code}",
        Plan = plan,
        Policy = "政策1 まち",
        Measure = measure,
        Unit = "%",
        Direction = Direction.HigherIsBetter,
    };

    public static ActualRow Row(string code, int year, decimal? value, Status status = Status.Final) => new()
    {
        Indicator = code,
        Name = code,
        Survey = "調査",
        FiscalYear = new FiscalYear(year).ToString(),
        Year = year,
        Cell = "全体",
        Unit = "%",
        Value = value,
        Denominator = value is null ? null : 900,
        Lower = value is { } low ? (double)low - 3 : null,
        Upper = value is { } high ? (double)high + 3 : null,
        Level = 0.95,
        IsCensus = value is null ? null : false,
        ChangeVerdict = ChangeVerdict.NoEarlierWave,
        TargetVerdict = TargetVerdict.Undecided,
        Revision = 1,
        Status = status,
        FileName = "",
        FileSha256 = "",
        CodeBookHash = "",
        IndicatorHash = "",
        EngineVersion = "",
        Fingerprint = "",
        ComputedAt = DateTimeOffset.UnixEpoch,
    };

    /// <summary>The only sheet of these definitions.</summary>
    public static IndicatorSheet Build(DefinitionSet definitions, params ActualRow[] rows) =>
        Assert.Single(BuildSheets.Of(definitions, rows, Evaluated, new SheetSelection(null, null, null)));

    /// <summary>One indicator A with these rows and plan values of 50 for 2020 to 2023.</summary>
    public static IndicatorSheet Planned(params ActualRow[] rows) => Build(
        new DefinitionSet
        {
            Register = [Entry("A")],
            Targets = [new Target("A", null, "48.0", 48), .. Enumerable.Range(2020, 4).Select(y => new Target("A", new FiscalYear(y), "50", 50))],
        },
        rows);

    public static SheetActual ActualOf(IndicatorSheet sheet, int year) => sheet.Indicators[0].Years.Single(y => y.Year.FirstYear == year).Actual;
}
