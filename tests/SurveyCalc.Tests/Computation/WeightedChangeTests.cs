using System.Globalization;
using System.Text;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Indicators.Weighting;
using SurveyCalc.Statistics;
using SurveyCalc.Tests.Contracts;

namespace SurveyCalc.Tests.Computation;

/// <summary>Waves under designs and weightings, from response file to figure, change and fingerprint.</summary>
public sealed class WeightedChangeTests
{
    private const string Survey = "職員";

    private static readonly Indicator Yes = new()
    {
        Code = "A",
        Name = "A",
        Survey = Survey,
        Question = "問1",
        Rule = new AggregationRule.CountedChoices(new ChoiceList("はい")),
        Base = BaseRule.Substantive,
        Unit = "%",
        Direction = Direction.HigherIsBetter,
        Decimals = 1,
    };

    private static readonly SampleDesign ByOffice = new(SampleKind.Stratified, "部署");

    [Fact]
    public void A_population_table_is_part_of_the_fingerprint_of_what_is_weighted_by_it()
    {
        var raking = new WeightingRule { Method = CalibrationMethod.Raking, Margins = [new Breakdown("部署")] };
        var before = Fingerprints(raking, Table(2020, 10, 20), Table(2021, 10, 20));
        Assert.Equal(before, Fingerprints(raking, Table(2020, 10, 20), Table(2021, 10, 20)));
        Changed([true, true], Fingerprints(raking, Table(2020, 10, 21), Table(2021, 10, 20)));
        Changed([false, true], Fingerprints(raking, Table(2020, 10, 20), Table(2021, 11, 20)));
        Changed([true, true], Fingerprints(raking, Table(2020, 10, 20) with { AsOf = "2019-04-01" }, Table(2021, 10, 20)));
        Changed([true, true], Fingerprints(raking with { Limits = new FactorLimits(0.3, 3) }, Table(2020, 10, 20), Table(2021, 10, 20)));
        Changed([true, true], Fingerprints(raking with { Unknown = UnknownAttributePolicy.Exclude }, Table(2020, 10, 20), Table(2021, 10, 20)));
        var plain = Fingerprints(null, Table(2020, 10, 20));
        Assert.Equal(plain, Fingerprints(null, Table(2020, 10, 21)));

        void Changed(bool[] expected, string[] now) => Assert.Equal(expected, now.Zip(before, (a, b) => a != b));
    }

    [Theory]
    [InlineData(SingleUnitPolicy.Refuse, null)]
    [InlineData(SingleUnitPolicy.Merge, 24.804)]
    [InlineData(SingleUnitPolicy.Centre, 23.385)]
    public void A_stratum_with_a_single_respondent_has_the_error_its_policy_gives(SingleUnitPolicy policy, double? error)
    {
        // N = 6 and 6, n = 1 and 2, weights 6 and 3, p = 9/12: residuals 1/4, 1/4 and −3/4, so t = 1.5/12, 0.75/12, −2.25/12.
        // Merged: (1 − 3/12)·3/2·Σ(t − 0)²; centred: (5/6)·t₁² + (4/6)·2·Σ(t − t̄)² of the second stratum.
        var definitions = Definitions(new SurveySettings { Survey = Survey, Design = ByOffice with { SingleUnits = policy } }, [Table(2020, 6, 6)]);
        var figure = Assert.Single(Compute(definitions, (2020, "番号,部署,問1\n1,甲,1\n2,乙,1\n3,乙,2\n"))).Figure!;
        Assert.Equal(75, figure.Exact, 1e-9);
        Assert.Equal(error is null, figure.StandardError is null);
        Assert.Equal(error is null, figure.Lower is null);
        if (error is { } expected) Assert.Equal(expected, figure.StandardError!.Value, 1e-3);
    }

    [Theory]
    [InlineData(2, 3, true)]
    [InlineData(2, 4, false)]
    public void Only_where_every_stratum_answered_in_full_there_is_no_sampling_error(long first, long second, bool isCensus)
    {
        var definitions = Definitions(new SurveySettings { Survey = Survey, Design = ByOffice }, [Table(2020, first, second)]);
        var actuals = Compute(definitions, [new Breakdown("部署")], (2020, "番号,部署,問1\n1,甲,1\n2,甲,2\n3,乙,1\n4,乙,1\n5,乙,2\n"));
        var (all, inFull) = (actuals[0].Figure!, actuals.Single(a => a.Cell.Label == "甲").Figure!);
        Assert.Equal(isCensus, all.IsCensus);
        Assert.Equal(isCensus, all.StandardError == 0);
        Assert.Equal(isCensus, all.Lower == all.Upper);
        Assert.True(inFull.IsCensus);
        Assert.Equal((0.0, 50.0, 50.0), (inFull.StandardError, inFull.Lower, inFull.Upper));
    }

    [Fact]
    public void Weights_alone_never_make_a_census()
    {
        var settings = new SurveySettings { Survey = Survey, Design = new SampleDesign(SampleKind.WeightsOnly) };
        var definitions = Definitions(settings, []) with { Populations = [new Population(Key(2020), 3)] };
        var figure = Compute(definitions, (2020, "番号,部署,問1,重み\n1,甲,1,1\n2,乙,1,1.5\n3,乙,2,2\n"))[0].Figure!;
        Assert.False(figure.IsCensus);
        Assert.True(figure.StandardError > 0);
    }

    [Fact]
    public void A_weighted_wave_after_an_unweighted_one_is_compared_under_both_designs()
    {
        var definitions = Definitions(new SurveySettings { Survey = Survey }, []);
        var then = string.Concat(Enumerable.Range(0, 200).Select(i => $"{i},甲,{(i % 2 == 0 ? 1 : 2)}\n"));
        var now = string.Concat(Enumerable.Range(0, 150).Select(i => $"{i},甲,{(i % 3 == 0 ? 1 : 2)},{1 + (i % 5)}\n"));
        var change = Compute(definitions, (2020, "番号,部署,問1\n" + then), (2021, "番号,部署,問1,重み\n" + now))[1].Change;

        var frame = DesignFrame.Of(Design.SimpleRandom(null), [], [], new Weights([.. Enumerable.Range(0, 150).Select(i => 1L + (i % 5))], 0));
        var weighted = Estimate(frame, i => i % 3 == 0);
        var plain = Estimate(DesignFrame.Of(Design.SimpleRandom(null), [], [], Weights.Ones(200)), i => i % 2 == 0);
        var expected = DesignDifference.OfIndependent(weighted, plain).ToChange(DesignDifferenceMethod.Hybrid, Level.P95);
        Assert.Equal(100 * expected.Difference, change.Difference!.Value, 1e-10);
        Assert.Equal((100 * expected.Interval.Value.Lower, 100 * expected.Interval.Value.Upper), (change.Lower!.Value, change.Upper!.Value));
        Assert.Equal(expected.Test.Value.PValue, change.PValue);
        Assert.Equal(new FiscalYear(2020), change.Against);
    }

    [Fact]
    public void Equal_weights_ask_for_as_many_respondents_to_decide_as_none()
    {
        // Two thirds of the people answered: the correction for them is made once, by the plan.
        var definitions = Definitions(new SurveySettings { Survey = Survey }, []) with { Populations = [new Population(Key(2020), 600), new Population(Key(2021), 600)] };
        long Number(string header, string weight) => Compute(definitions, (2020, header + Staff(200, weight)), (2021, header + Staff(208, weight)))[1].Change.RespondentsToDecide!.Value;
        var (plain, weighted) = (Number("番号,部署,問1\n", ""), Number("番号,部署,問1,重み\n", ",2"));
        Assert.InRange(plain, 500, 600);
        Assert.InRange(weighted, plain - 5, plain + 5);

        static string Staff(int yes, string weight) => string.Concat(Enumerable.Range(0, 400).Select(i => $"{i},甲,{(i < yes ? 1 : 2)}{weight}\n"));
    }

    [Fact]
    public void No_more_people_of_an_office_are_asked_to_decide_than_it_has()
    {
        // A quarter of the respondents, so about 150 of 600 people.
        var definitions = Definitions(new SurveySettings { Survey = Survey }, []) with { Populations = [new Population(Key(2020), 600), new Population(Key(2021), 600)] };
        var office = Compute(definitions, [new Breakdown("部署")], (2020, Staff(50)), (2021, Staff(56))).Single(a => a.Cell.Label == "甲" && a.Wave == Key(2021));
        Assert.InRange(office.Change.RespondentsToDecide!.Value, 101, 150);

        static string Staff(int yes) => "番号,部署,問1\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"{i},{(i < 100 ? "甲" : "乙")},{(i < yes || i % 2 == 0 && i >= 100 ? 1 : 2)}\n"));
    }

    [Fact]
    public void A_new_office_in_the_middle_of_the_code_book_changes_nothing_for_the_staff_of_the_others()
    {
        var settings = new SurveySettings { Survey = Survey, Design = ByOffice, Overlap = new SampleOverlap(OverlapKind.SamePeople) };
        string Rows(int year) => "番号,部署,問1\n" + string.Concat(Enumerable.Range(0, 90).Select(i =>
            $"{i},{(i < 45 ? "甲" : "丁")},{((i + (i % 9 == 0 ? year : 0)) % 3 == 0 ? 1 : 2)}\n")) + (year == 2020 ? "" : "90,丙,1\n91,丙,2\n");
        YearOverYear Change(params string[] offices)
        {
            var tables = new[] { Table(2020, ["甲", "丁"], 50, 50), Table(2021, offices, [.. offices.Select(o => o == "丙" ? 5L : 50)]) };
            var definitions = Definitions(settings, tables) with { CodeBooks = [Book(2020, "甲", "丁"), Book(2021, offices)] };
            return Compute(definitions, (2020, Rows(2020)), (2021, Rows(2021)))[1].Change;
        }

        var (last, middle) = (Change("甲", "丁", "丙"), Change("甲", "丙", "丁"));
        Assert.Equal(90, last.Matched);
        Assert.Equal((last.Lower!.Value, last.Upper!.Value), (middle.Lower!.Value, middle.Upper!.Value));
    }

    [Fact]
    public void Any_number_of_attributes_can_be_broken_down_by_at_once()
    {
        string[] names = [.. Enumerable.Range(0, 25).Select(i => $"属性{i}")];
        var choices = Enumerable.Range(0, 12).Select(i => $"区分{i}").ToArray();
        var book = new CodeBook(Key(2020), [.. names.Select(n => Choice(n, choices)), Choice("問1", "はい", "いいえ")]);
        var snapshot = new WaveSnapshot
        {
            Wave = Key(2020),
            ContentHash = "c",
            CodeBookHash = "b",
            Respondents = 100,
            Columns = StoreSamples.Columns([.. names.Select(n => StoreSamples.Column(n, 100, 12)), StoreSamples.Column("問1", 100, 2)]),
        };
        Assert.True(BoundRule.TryBind(Yes, book, out var rule, out var reason), reason);
        var tallies = TallyWave.Of(snapshot, book, [rule], [.. names.Select(n => new Breakdown(n))]);
        Assert.Equal(1 + (25 * 12), tallies.Count);
        Assert.All(names, name => Assert.Equal(100, tallies.Where(t => t.Cell.Breakdown == name).Sum(t => t.Tally.Base)));
    }

    [Fact]
    public void Breakdowns_of_a_frame_counted_together_are_those_counted_alone()
    {
        const int rows = 60_000;
        var book = new CodeBook(Key(2020), [Choice("年代", "若", "中", "老"), Choice("地区", "東", "西"), Choice("問1", "はい", "いいえ")]);
        var snapshot = new WaveSnapshot
        {
            Wave = Key(2020),
            ContentHash = "c",
            CodeBookHash = "b",
            Respondents = rows,
            Columns = StoreSamples.Columns(StoreSamples.Column("年代", rows, 3), StoreSamples.Column("地区", rows, 2), StoreSamples.Column("問1", rows, 2)),
        };
        // Units of six, as many groups as make a joint histogram of everything that could be too large.
        int[] units = [.. Enumerable.Range(0, rows).Select(r => r / 6)];
        int[] all = [.. Enumerable.Range(0, rows)];
        WaveFrame Frame(int size) => new(
            DesignFrame.Of(Design.Clustered([null], SingleUnitPolicy.Refuse), [], [.. units.Select(u => u % size)], Weights.Ones(rows)),
            [.. units.Select(u => u % size)], all, null);
        Assert.True(BoundRule.TryBind(Yes, book, out var rule, out var reason), reason);
        foreach (var frame in new[] { Frame(10), Frame(6_000), Frame(10_000) })
        {
            Breakdown[] by = [new("年代"), new("地区"), new("年代", "地区")];
            var together = TallyWave.Of(snapshot, book, [rule], by, 2, frame);
            var alone = by.SelectMany(b => TallyWave.Of(snapshot, book, [rule], [b], 1, frame).Skip(1)).ToList();
            Assert.Equal(alone.Select(t => (t.Cell, t.Tally, t.Roles, t.Design)), together.Skip(1).Select(t => (t.Cell, t.Tally, t.Roles, t.Design)));
        }
    }

    private static RatioEstimate Estimate(DesignFrame frame, Predicate<int> isYes)
    {
        var builder = new DesignTallyBuilder(frame);
        for (var i = 0; i < frame.Respondents; i++)
            builder.Add(i, isYes(i), isYes(i) ? 1 : 0);
        return RatioEstimate.Of(builder.ToTally()).Value;
    }

    private static string[] Fingerprints(WeightingRule? weighting, params PopulationBreakdown[] tables)
    {
        var definitions = Definitions(new SurveySettings { Survey = Survey, Weighting = weighting }, tables);
        return [.. PlanActuals.Of(definitions, [.. new[] { 2020, 2021 }.Select(y => new PlannedWave(new WaveSource("f", "", "s", "b"), Book(y, "甲", "乙")))], DateTimeOffset.UnixEpoch)
            .Select(p => p.Fingerprint)];
    }

    private static DefinitionSet Definitions(SurveySettings settings, IReadOnlyList<PopulationBreakdown> tables) => new()
    {
        Surveys = [settings],
        Indicators = [Yes],
        CodeBooks = [Book(2020, "甲", "乙"), Book(2021, "甲", "乙")],
        PopulationBreakdowns = [.. tables],
    };

    private static IReadOnlyList<Actual> Compute(DefinitionSet definitions, params (int Year, string Text)[] files) => Compute(definitions, [], files);

    private static IReadOnlyList<Actual> Compute(DefinitionSet definitions, Breakdown[] by, params (int Year, string Text)[] files)
    {
        var waves = files.Select(file =>
        {
            var book = definitions.CodeBooks.Single(b => b.Wave == Key(file.Year));
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(file.Text));
            var profile = new ImportProfile { Wave = book.Wave, IdColumn = "番号", WeightColumn = file.Text.Contains("重み", StringComparison.Ordinal) ? "重み" : null };
            var read = ResponseImport.Read(stream, "職員.csv", book, "b", profile);
            Assert.True(read.Report.IsAccepted, string.Join('\n', read.Report.Problems));
            var planned = new PlannedWave(new WaveSource("職員.csv", "", read.Snapshot!.ContentHash, "b"), book);
            return (Planned: planned, Tallies: CountWave.Of(definitions, planned, read.Snapshot, [planned.Bind(Yes, out _)!], by));
        }).ToList();
        return ComputeActuals.Of(
            definitions, PlanActuals.Of(definitions, [.. waves.Select(w => w.Planned)], DateTimeOffset.UnixEpoch), [.. waves.Select(w => w.Tallies)], DateTimeOffset.UnixEpoch);
    }

    private static WaveKey Key(int year) => new(Survey, new FiscalYear(year));

    private static CodeBook Book(int year, params string[] offices) => new(Key(year), [Choice("部署", offices), Choice("問1", "はい", "いいえ")]);

    private static PopulationBreakdown Table(int year, long first, long second) => Table(year, ["甲", "乙"], first, second);

    private static PopulationBreakdown Table(int year, string[] offices, params long[] people) =>
        new(Key(year), "", new Breakdown("部署"), [.. offices.Select((o, i) => new PopulationCell([o], people[i]))]);

    private static Question Choice(string id, params string[] labels) => new()
    {
        Id = id,
        Kind = id == "問1" ? QuestionKind.SingleChoice : QuestionKind.Attribute,
        Column = id,
        Series = id,
        Choices = [.. labels.Select((l, i) => new Choice(id == "問1" ? (i + 1).ToString(CultureInfo.InvariantCulture) : l, l))],
    };
}
