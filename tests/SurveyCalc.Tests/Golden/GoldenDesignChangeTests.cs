using System.Globalization;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Golden;

/// <summary>
/// Reference changes under designs, on the product's own path from two response files and population tables to the actual.
/// The reference interval adds up both degrees of freedom, ours takes Satterthwaite's; all that goes into it is compared.
/// </summary>
public sealed class GoldenDesignChangeTests
{
    private const string File = "04c_weighted_difference.json";

    private static readonly Dictionary<string, Lazy<IReadOnlyList<Actual>>> Computed =
        new[] { "strat", "strat_nofpc", "poststrat", "rake", "cal_linear", "cal_raking" }.ToDictionary(d => d, d => new Lazy<IReadOnlyList<Actual>>(() => Compute(d)));

    private static readonly Indicator[] Indicators =
    [
        Counted("top3_q1", "q1", "1|2|3"), Counted("top2_q1", "q1", "1|2"),
        Counted("top2_q1_incdk", "q1", "1|2") with { Base = BaseRule.Answered },
        Counted("top2_q1_all", "q1", "1|2") with { Base = BaseRule.Everybody },
        Counted("top2_q2", "q2", "1|2"), Counted("top2_q3", "q3", "1|2"), Counted("yes_q4", "q4", "1"), Counted("any_q6", "q6", "1|3"),
        Of("q7_ge5", "q7", new AggregationRule.NumericThreshold(Comparison.AtLeast, 5)),
        Counted("q8_top2_of_q4yes", "q8", "1|2") with { Condition = new AnswerCondition("q4", ["はい"]) },
        Scored("mean_q1_5to1", "q1", "1=5|2=4|3=3|4=2|5=1"), Scored("wavg_q1_p2m2", "q1", "1=2|2=1|3=0|4=-1|5=-2"),
        Scored("net_q1", "q1", "1=1|2=1|3=0|4=-1|5=-1"), Scored("wavg_q3_p2m2", "q3", "1=2|2=1|3=0|4=-1|5=-2"),
        Scored("net_q3", "q3", "1=1|2=1|3=0|4=-1|5=-1"),
    ];

    public static TheoryData<string> Rows => GoldenTheory.Rows(
        File, one => one.Method == "diff_independent" && Computed.ContainsKey(one.Text("design")) && Indicators.Any(i => i.Code == one.Text("indicator")));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Golden_change_from_files_to_the_actual(string id)
    {
        if (!GoldenFile.Exists(File)) return;
        var one = GoldenFile.Open(File).Case(id);
        var actuals = Computed[one.Text("design")].Value.Where(a => a.Indicator == one.Text("indicator")).OrderBy(a => a.Wave.FiscalYear.FirstYear).ToList();
        var (then, now, change) = (actuals[0].Figure!, actuals[1].Figure!, actuals[1].Change);
        var unit = Indicators.Single(i => i.Code == one.Text("indicator")).Rule.IsRatio ? 100 : 1;
        var (v1, v0) = (now.StandardError!.Value * now.StandardError.Value, then.StandardError!.Value * then.StandardError.Value);
        Assert.True(one.Accepts(change.Difference!.Value / unit, Expected("estimate")), $"{id}: {change.Difference / unit}");
        Assert.Equal(Expected("df"), now.DegreesOfFreedom!.Value + then.DegreesOfFreedom!.Value);
        // The reference takes other residuals for "rake", whose errors are therefore informational.
        if (one.Text("design") != "rake") Assert.True(one.Accepts(Math.Sqrt(v1 + v0) / unit, Expected("se")), $"{id}: {Math.Sqrt(v1 + v0) / unit}");
        var freedom = (v1 + v0) * (v1 + v0) / ((v1 * v1 / now.DegreesOfFreedom.Value) + (v0 * v0 / then.DegreesOfFreedom.Value));
        var half = Level.P95.T(freedom) * Math.Sqrt(v1 + v0);
        Assert.Equal(change.Difference.Value - half, change.Lower!.Value, 1e-9);
        Assert.Equal(change.Difference.Value + half, change.Upper!.Value, 1e-9);
        Assert.Equal(new FiscalYear(2023), change.Against);

        double Expected(string field) => one.Expected.GetProperty(field).GetDouble();
    }

    [Fact]
    public void Most_changes_of_the_reference_file_are_on_this_path()
    {
        if (GoldenFile.IsFolderGiven) return;
        Assert.Equal(6 * Indicators.Length, GoldenFile.Open(File).Cases.Count(c => c.Method == "diff_independent"
            && Computed.ContainsKey(c.Text("design")) && Indicators.Any(i => i.Code == c.Text("indicator"))));
    }

    private static IReadOnlyList<Actual> Compute(string design)
    {
        var waves = new[] { 2023, 2024 }.Select(year => new WaveKey("city", new FiscalYear(year))).ToList();
        WeightingRule? Rule(CalibrationMethod method, params Breakdown[] margins) => new() { Method = method, Margins = margins };
        Breakdown[] margins = [new("sex"), new("age"), new("district")];
        var definitions = new DefinitionSet
        {
            CodeBooks = [.. waves.Select(GoldenAggregationTests.CodeBook)],
            Profiles =
            [
                .. waves.Select(w => new ImportProfile
                {
                    Wave = w, IdColumn = "id", UnmarkedBlock = UnmarkedBlock.NoneChosen, WeightColumn = design == "strat_nofpc" ? "base_weight" : null,
                }),
            ],
            Indicators = Indicators,
            PopulationBreakdowns = design == "strat_nofpc" ? [] : [.. waves.Select(Population)],
            Surveys =
            [
                new SurveySettings
                {
                    Survey = "city",
                    DifferenceMethod = DifferenceMethod.Wald,
                    Design = new SampleDesign(SampleKind.Stratified, "district"),
                    Weighting = design switch
                    {
                        "poststrat" => Rule(CalibrationMethod.PostStratification, new Breakdown("sex", "age")),
                        "rake" or "cal_raking" => Rule(CalibrationMethod.Raking, margins),
                        "cal_linear" => Rule(CalibrationMethod.Linear, margins),
                        _ => null,
                    },
                },
            ],
        };
        var files = definitions.CodeBooks.Select(b => (b, new FileInfo(GoldenFile.DataPath(Name("city", b.Wave))))).ToList();
        var outcome = AnalyzeFiles.Run(definitions, files, [], DateTimeOffset.UnixEpoch, null, null, CancellationToken.None);
        Assert.All(outcome.Reports, r => Assert.True(r.IsAccepted, string.Join('\n', r.Problems)));
        return outcome.Actuals;
    }

    private static PopulationBreakdown Population(WaveKey wave)
    {
        var table = GoldenDesigns.Table(Name("population", wave));
        return new PopulationBreakdown(wave, "", new Breakdown("sex", "age", "district"),
            [.. table.Rows.Select(r => new PopulationCell([table.Text(r, "sex"), table.Text(r, "age"), table.Text(r, "district")], (long)table.Number(r, "N")!))]);
    }

    private static string Name(string kind, WaveKey wave) => string.Create(CultureInfo.InvariantCulture, $"{kind}_{wave.FiscalYear.FirstYear}.csv");

    private static Indicator Counted(string code, string question, string choices) => Of(code, question, new AggregationRule.CountedChoices(new ChoiceList(choices)));

    private static Indicator Scored(string code, string question, string scores) => Of(code, question, new AggregationRule.MeanScore(new ScoreList(scores)));

    private static Indicator Of(string code, string question, AggregationRule rule) => new()
    {
        Code = code,
        Name = code,
        Survey = "city",
        Question = question,
        Rule = rule,
        Base = BaseRule.Substantive,
        Unit = rule.IsRatio ? "%" : "点",
        Direction = Direction.HigherIsBetter,
        Decimals = 1,
    };
}
