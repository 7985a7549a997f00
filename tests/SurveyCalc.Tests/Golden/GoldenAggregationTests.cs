using System.Globalization;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Statistics;
using static SurveyCalc.Indicators.CodeBooks.AnswerRole;

namespace SurveyCalc.Tests.Golden;

/// <summary>
/// Counting rules on the reference microdata, through an ordinary code book and import profile and the product's own path
/// from the file to the actual.
/// </summary>
public sealed class GoldenAggregationTests
{
    private const string File = "07_aggregation.json";

    private static readonly Lazy<ILookup<(int Year, string Code, string Cell), Actual>> Computed = new(() => Compute().ToLookup(
        a => (a.Wave.FiscalYear.FirstYear, a.Indicator, $"{a.Cell.Breakdown}={a.Cell.Label}")));

    public static TheoryData<string> Rows => GoldenTheory.Rows(File);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Golden_counts_and_printed_percentages(string id) => GoldenTheory.Check(File, id, one =>
    {
        var code = $"{one.Method}|{one.Text("denominator")}";
        if (!one.Has("group")) return Change(Computed.Value[(2024, code, "=全体")].Single(), Computed.Value[(2023, code, "=全体")].Single());
        var year = int.Parse(one.Text("dataset")["city_".Length..^".csv".Length], CultureInfo.InvariantCulture);
        var group = one.Text("group");
        var cell = group == "all" ? "=全体" : $"{(group == "sexage" ? "sex×age" : group)}={one.Text("level").Replace('*', '×')}";
        var actual = Computed.Value[(year, code, cell)].SingleOrDefault() ?? throw GoldenTheory.Unknown(one);
        var figure = actual.Figure!;
        return new GoldenOutcome()
            .With("numerator", figure.Numerator)
            .With("denominator", figure.Denominator)
            .With("percent_1dp", Print(figure.Printed))
            .With("percent_0dp", Print(Rounding.Percent(figure.Numerator, figure.Denominator, 0)));
    });

    private static GoldenOutcome Change(Actual current, Actual previous) => new GoldenOutcome()
        .With("percent_1", Print(current.Figure!.Printed))
        .With("percent_0", Print(previous.Figure!.Printed))
        .With("point_change_of_printed_percents", Print(current.Change.OfPrinted!.Value))
        .With("point_change_exact_then_rounded", Print(current.Change.OfExact!.Value));

    private static string Print(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static IReadOnlyList<Actual> Compute()
    {
        var waves = new[] { 2023, 2024 }.Select(year => new WaveKey("city", new FiscalYear(year))).ToList();
        var definitions = new DefinitionSet
        {
            CodeBooks = [.. waves.Select(CodeBook)],
            Profiles = [.. waves.Select(w => new ImportProfile { Wave = w, IdColumn = "id", UnmarkedBlock = UnmarkedBlock.NoneChosen })],
            Indicators = [.. Indicators()],
        };
        var files = definitions.CodeBooks
            .Select(b => (b, new FileInfo(GoldenFile.DataPath(string.Create(CultureInfo.InvariantCulture, $"city_{b.Wave.FiscalYear.FirstYear}.csv"))))).ToList();
        var outcome = AnalyzeFiles.Run(
            definitions, files, [new Breakdown("sex"), new Breakdown("age"), new Breakdown("district"), new Breakdown("sex", "age")],
            DateTimeOffset.UnixEpoch, null, null, CancellationToken.None);
        Assert.All(outcome.Reports, r => Assert.True(r.IsAccepted, string.Join('\n', r.Problems)));
        return outcome.Actuals;
    }

    private static IEnumerable<Indicator> Indicators()
    {
        (string Name, BaseRule Rule)[] bases =
        [
            ("valid", BaseRule.Substantive), ("incl_dk", BaseRule.Answered), ("incl_na", BaseRule.EverybodyWhoKnows), ("all", BaseRule.Everybody),
        ];
        (string Code, string Question, AggregationRule Rule, bool OnlyYes)[] rules =
        [
            ("q1_top3", "q1", Counted("満足、やや満足、普通"), false), ("q1_top2", "q1", Counted("1|2"), false), ("q2_top3", "q2", Counted("1|2|3"), false),
            ("q3_top2", "q3", Counted("そう思う、ややそう思う"), false), ("q4_yes", "q4", Counted("はい"), false), ("q6_any_1_3", "q6", Counted("1|3"), false),
            ("q6_2", "q6", Counted("2"), false), ("q6_none", "q6", Counted("7"), false),
            ("q7_ge5", "q7", new AggregationRule.NumericThreshold(Comparison.AtLeast, 5), false),
            ("q7_ge1", "q7", new AggregationRule.NumericThreshold(Comparison.AtLeast, 1), false),
            ("q8_top2_q4yes", "q8", Counted("1|2"), true), ("q5_any_1_2_q4yes", "q5", Counted("1|2"), true), ("q5_1_q4yes", "q5", Counted("1"), true),
        ];
        return rules.SelectMany(rule => bases.Select(b => new Indicator
        {
            Code = $"{rule.Code}|{b.Name}",
            Name = rule.Code,
            Survey = "city",
            Question = rule.Question,
            Rule = rule.Rule,
            Base = b.Rule,
            Condition = rule.OnlyYes ? new AnswerCondition("q4", ["はい"]) : null,
            Unit = "%",
            Direction = Direction.HigherIsBetter,
            Decimals = 1,
        }));
    }

    private static AggregationRule.CountedChoices Counted(string choices) => new AggregationRule.CountedChoices(new ChoiceList(choices));

    internal static CodeBook CodeBook(WaveKey wave)
    {
        var asked = new AnswerCondition("q4", ["1"]);
        return new CodeBook(wave,
        [
            Attribute("district", "中央", "東部", "西部", "南部", "北部"),
            Attribute("sex", "男性", "女性"),
            Attribute("age", "18-29歳", "30-39歳", "40-49歳", "50-59歳", "60-69歳", "70歳以上"),
            Scale("q1", "満足", "やや満足", "普通", "やや不満", "不満"),
            Scale("q2", "満足", "やや満足", "普通", "やや不満", "不満"),
            Scale("q3", "そう思う", "ややそう思う", "どちらともいえない", "あまりそう思わない", "そう思わない"),
            One("q4", new Choice("1", "はい"), new Choice("2", "いいえ"), new Choice("9", "無回答", NoAnswer)),
            Several("q5", 5) with { AskedIf = asked },
            Several("q6", 7),
            new Question { Id = "q7", Kind = QuestionKind.Numeric, Column = "q7", Series = "q7" },
            Scale("q8", "満足", "やや満足", "普通", "やや不満", "不満") with { AskedIf = asked },
        ]);
    }

    private static Question One(string id, params Choice[] choices) =>
        new() { Id = id, Kind = QuestionKind.SingleChoice, Column = id, Choices = choices, Series = id };

    private static Question Attribute(string id, params string[] labels) =>
        One(id, [.. labels.Select(l => new Choice(l, l))]) with { Kind = QuestionKind.Attribute };

    private static Question Scale(string id, params string[] labels) => One(id,
    [
        .. labels.Select((l, i) => new Choice((i + 1).ToString(CultureInfo.InvariantCulture), l)),
        new Choice("8", "わからない", DontKnow), new Choice("9", "無回答", NoAnswer),
    ]);

    private static Question Several(string id, int choices) => new()
    {
        Id = id,
        Kind = QuestionKind.MultipleChoice,
        Series = id,
        Choices =
        [
            .. Enumerable.Range(1, choices).Select(i => i.ToString(CultureInfo.InvariantCulture))
                .Select(i => new Choice(i, $"{id}の{i}", Column: $"{id}_{i}", IsExclusive: id == "q6" && i == "7")),
            new Choice("na", "無回答", NoAnswer, $"{id}_na"),
        ],
    };
}
