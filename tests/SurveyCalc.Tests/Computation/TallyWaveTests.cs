using System.Globalization;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Tests.Computation;

public sealed class TallyWaveTests
{
    private static readonly WaveKey Wave = new("調査", new FiscalYear(2020));

    private static readonly Breakdown[] Breakdowns = [new("性別"), new("年代"), new("性別", "年代")];

    [Theory]
    [InlineData(1_000)]
    [InlineData(60_000)]
    [InlineData(140_000)]
    public void Every_cell_equals_a_naive_count(int rows)
    {
        var (snapshot, book) = Sample(rows, weights: null);
        var rule = Bind(book);
        var tallies = TallyWave.Of(snapshot, book, [rule], Breakdowns);
        Assert.Equal(1 + 2 + 3 + 6, tallies.Count);
        foreach (var tally in tallies)
        {
            long hit = 0, inBase = 0;
            for (var row = 0; row < rows; row++)
            {
                if (!IsIn(tally.Cell, row)) continue;
                if (AnswerOf(row) < 3) inBase++;
                if (AnswerOf(row) == 0) hit++;
            }

            Assert.Equal((rows, inBase, hit), (tally.Tally.Sampled, tally.Tally.Base, tally.Tally.Positive));
        }
    }

    [Fact]
    public void Threads_and_the_joint_grouping_change_no_bit()
    {
        var (snapshot, book) = Sample(70_000, Enumerable.Range(0, 70_000).Select(i => 1L + i % 977).ToArray());
        var rule = Bind(book);
        var joint = TallyWave.Of(snapshot, book, [rule], Breakdowns, threads: 2);
        var single = Breakdowns.SelectMany(b => TallyWave.Of(snapshot, book, [rule], [b]).Skip(1)).ToList();
        Assert.Equal(joint.Skip(1).Select(t => (t.Cell, t.Tally, t.Roles)), single.Select(t => (t.Cell, t.Tally, t.Roles)));
    }

    [Fact]
    public void Weights_too_great_for_64_bits_are_still_summed_exactly()
    {
        var weights = Enumerable.Range(0, 1_000).Select(i => 5_000_000_000_000_000L + i).ToArray();
        var (snapshot, book) = Sample(1_000, weights);
        var tally = TallyWave.Of(snapshot, book, [Bind(book)], [])[0].Tally;
        var counted = Enumerable.Range(0, 1_000).Where(i => AnswerOf(i) < 3).Select(i => (Int128)weights[i]).ToList();
        Assert.Equal(counted.Aggregate((a, b) => a + b), tally.Wx);
        Assert.Equal(counted.Select(w => w * w).Aggregate((a, b) => a + b), tally.Wwxx);
    }

    [Fact]
    public void A_cell_without_respondents_is_an_empty_tally()
    {
        var (snapshot, book) = Sample(1, null);
        var empty = TallyWave.Of(snapshot, book, [Bind(book)], [new Breakdown("性別")]).Single(t => t.Cell.Label == "女性");
        Assert.Equal((1, 0, 0), (empty.Tally.Sampled, empty.Tally.Base, empty.Roles.Total));
    }

    private static int AnswerOf(int row) => row * 7 % 4;

    private static int SexOf(int row) => row % 2;

    private static int AgeOf(int row) => row / 2 % 3;

    private static bool IsIn(BreakdownCell cell, int row)
    {
        string[] sexes = ["男性", "女性"], ages = ["若年", "中年", "老年"];
        return cell.Label.Split('×').All(label => label == "全体" || label == sexes[SexOf(row)] || label == ages[AgeOf(row)]);
    }

    private static BoundRule Bind(CodeBook book)
    {
        var indicator = new Indicator
        {
            Code = "A",
            Name = "A",
            Survey = "調査",
            Question = "問1",
            Rule = new AggregationRule.CountedChoices(new ChoiceList("満足")),
            Base = BaseRule.Substantive,
            Unit = "%",
            Direction = Direction.HigherIsBetter,
            Decimals = 1,
        };
        Assert.True(BoundRule.TryBind(indicator, book, out var rule, out var reason), reason);
        return rule;
    }

    private static (WaveSnapshot Snapshot, CodeBook Book) Sample(int rows, long[]? weights)
    {
        Question[] questions =
        [
            Question("問1", QuestionKind.SingleChoice, "満足", "普通", "不満", "わからない"),
            Question("性別", QuestionKind.Attribute, "男性", "女性"), Question("年代", QuestionKind.Attribute, "若年", "中年", "老年"),
        ];
        var columns = new[] { Column("問1", rows, 4, AnswerOf), Column("性別", rows, 2, SexOf), Column("年代", rows, 3, AgeOf) };
        return (new WaveSnapshot
        {
            Wave = Wave,
            ContentHash = "c",
            CodeBookHash = "b",
            Respondents = rows,
            Columns = columns.ToDictionary(c => c.Question),
            Weights = weights is null ? null : new WeightColumn(weights, 3),
        }, new CodeBook(Wave, questions));
    }

    private static Question Question(string id, QuestionKind kind, params string[] labels) => new()
    {
        Id = id,
        Kind = kind,
        Column = id,
        Series = id,
        Choices = [.. labels.Select((l, i) => new Choice(
            (i + 1).ToString(CultureInfo.InvariantCulture), l, l == "わからない" ? AnswerRole.DontKnow : AnswerRole.Substantive))],
    };

    private static AnswerColumn Column(string id, int rows, int answers, Func<int, int> numberOf)
    {
        var chunks = Enumerable.Range(0, rows).Select(r => (byte)numberOf(r)).Chunk(AnswerColumn.ChunkRows).ToList();
        return new AnswerColumn(
            id, [.. Enumerable.Range(0, answers).Select(i => Answer.Chosen(i, id == "問1" && i == 3 ? AnswerRole.DontKnow : AnswerRole.Substantive))],
            1, rows, chunks);
    }
}
