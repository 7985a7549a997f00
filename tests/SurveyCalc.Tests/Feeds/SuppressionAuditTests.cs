using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Tests.Contracts;
using SurveyCalc.Tests.Statistics;

namespace SurveyCalc.Tests.Feeds;

/// <summary>
/// What a reader with a pencil can derive: the published cells, the total, and that cells add up. No small cell may follow
/// from these.
/// </summary>
public sealed class SuppressionAuditTests
{
    private const long Modulus = 2_147_483_647;
    private const int Limit = 10;
    private static readonly WaveKey Wave = new("調査", new FiscalYear(2021));
    private static readonly string[] Attributes = ["性別", "年代", "地区"];

    [Theory]
    [InlineData("性別×年代")]
    [InlineData("性別|年代|性別×年代")]
    [InlineData("年代|性別×年代|年代×性別")]
    [InlineData("性別|性別")]
    [InlineData("性別×年代|性別×地区")]
    [InlineData("性別|年代|地区|性別×年代|年代×地区|性別×地区")]
    public void No_small_cell_follows_from_what_is_published(string breakdowns) =>
        Seeded.ForAll(300, random => Audit(random, [.. breakdowns.Split('|').Select(Breakdown.Parse)]));

    [Fact]
    public void A_small_cell_that_joins_two_blocks_of_small_cells_is_not_derived_from_their_margins()
    {
        var counts = new long[,] { { 6, 7, 9, 60 }, { 7, 6, 70, 80 }, { 50, 40, 6, 7 }, { 60, 70, 7, 6 } };
        var by = new[] { "性別", "年代", "性別×年代" }.Select(Breakdown.Parse).ToList();
        int[] sizes = [4, 4, 1];
        var people = from a in Enumerable.Range(0, 4) from b in Enumerable.Range(0, 4) from _ in Enumerable.Range(0, (int)counts[a, b]) select (int[])[a, b, 0];
        Assert.Empty(Derived(Publish([.. people], by, sizes), by, sizes));
    }

    private static void Audit(Random random, IReadOnlyList<Breakdown> breakdowns)
    {
        var sizes = Attributes.Select(_ => random.Next(2, 6)).ToArray();
        var people = Enumerable.Range(0, random.Next(20, 400)).Select(_ => sizes.Select(size => (int)(size * Math.Pow(random.NextDouble(), 1 + random.Next(3)))).ToArray()).ToList();
        var rows = Publish(people, breakdowns, sizes);
        Assert.True(Derived(rows, breakdowns, sizes) is [], $"Derived: {string.Join('、', Derived(rows, breakdowns, sizes))} of {string.Join(' ', rows.Select(r => $"{r.Cell}={(r.IsWithheld ? "?" : $"{r.Denominator}")}"))}");
    }

    private static List<ActualRow> Publish(List<int[]> people, IReadOnlyList<Breakdown> breakdowns, int[] sizes)
    {
        var one = StoreSamples.Actual("A", Wave);
        var counted = breakdowns.SelectMany(by => CellsOf(by, sizes)).Select(cell => (cell.Cell, Count: people.LongCount(cell.Holds)));
        List<(BreakdownCell Cell, long Count)> cells = [(BreakdownCell.Everybody, people.Count), .. counted];
        var actuals = cells.Select(c => one with { Cell = c.Cell, Figure = c.Count == 0 ? null : one.Figure! with { Numerator = c.Count / 2, Denominator = c.Count } });
        return [.. ActualFeed.Rows([.. actuals], new DefinitionSet { Surveys = [new SurveySettings { Survey = Wave.Survey, MinimumBase = Limit }] })];
    }

    /// <summary>Withheld cells that the published ones determine: those whose unit vector lies in the span of the equations.</summary>
    private static List<string> Derived(List<ActualRow> rows, IReadOnlyList<Breakdown> breakdowns, int[] sizes)
    {
        var joint = CellsOf(new Breakdown(Attributes), sizes).Select(cell => cell.Path).ToList();
        long[] Equation(Func<int[], bool> holds) => [.. joint.Select(path => holds(path) ? 1L : 0L)];
        var cells = breakdowns.Distinct().SelectMany(by => CellsOf(by, sizes)).ToDictionary(cell => cell.Cell);
        var basis = new Span();
        basis.Add(Equation(_ => true));
        foreach (var row in rows.Where(r => r.Breakdown is not null && !r.IsWithheld)) basis.Add(Equation(cells[new BreakdownCell(row.Breakdown!, row.Cell)].Holds));
        return [.. rows.Where(r => r.IsWithheld && r.NoValueReason != SuppressionGate.Derivable && basis.Holds(Equation(cells[new BreakdownCell(r.Breakdown!, r.Cell)].Holds))).Select(r => r.Cell)];
    }

    private static IEnumerable<(BreakdownCell Cell, int[] Path, Func<int[], bool> Holds)> CellsOf(Breakdown by, int[] sizes)
    {
        int[] places = [.. by.Questions.Select(q => Array.IndexOf(Attributes, q))];
        IEnumerable<int[]> paths = [[]];
        foreach (var place in places) paths = [.. paths.SelectMany(path => Enumerable.Range(0, sizes[place]).Select(value => (int[])[.. path, value]))];
        foreach (var path in paths)
            yield return (
                new BreakdownCell(by.ToString(), string.Join('×', path.Select((value, i) => $"{"abc"[places[i]]}{value}"))), path,
                person => places.Select(place => person[place]).SequenceEqual(path));
    }

    /// <summary>A space of vectors over a prime field, by elimination.</summary>
    private sealed class Span
    {
        private readonly List<(int Pivot, long[] Vector)> basis = [];

        public void Add(long[] vector)
        {
            var rest = Reduce(vector);
            var pivot = Array.FindIndex(rest, x => x != 0);
            if (pivot < 0) return;
            var inverse = (long)System.Numerics.BigInteger.ModPow(rest[pivot], Modulus - 2, Modulus);
            basis.Add((pivot, [.. rest.Select(x => x * inverse % Modulus)]));
        }

        public bool Holds(long[] vector) => Reduce(vector).All(x => x == 0);

        private long[] Reduce(long[] vector)
        {
            long[] rest = [.. vector];
            foreach (var (pivot, one) in basis)
            {
                var factor = rest[pivot];
                if (factor == 0) continue;
                for (var i = 0; i < rest.Length; i++) rest[i] = (((rest[i] - (factor * one[i])) % Modulus) + Modulus) % Modulus;
            }

            return rest;
        }
    }
}
