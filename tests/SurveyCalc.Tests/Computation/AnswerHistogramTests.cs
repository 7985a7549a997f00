using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Tests.Computation;

/// <summary>The histogram against a row by row count: packed and wide sums, one-byte and wider columns, several chunks.</summary>
public sealed class AnswerHistogramTests
{
    private const int Rows = AnswerColumn.ChunkRows + 1_000;

    /// <summary>An expansion weight of 999.999… with twelve decimals: one square alone needs 100 bits.</summary>
    private const long Heaviest = 999_999_999_999_999;

    [Theory]
    [InlineData(0, 5)]
    [InlineData(0, 300)]
    [InlineData(20_000, 5)]
    [InlineData(20_000, 300)]
    [InlineData(Heaviest, 5)]
    [InlineData(Heaviest, 300)]
    public void Sums_equal_those_of_a_count_row_by_row(long largestWeight, int answers)
    {
        var random = new Random(20260401);
        var question = Column("問1", answers, random);
        var grouping = Grouping.By([Column("性別", 3, random), Column("年代", 4, random)], Rows);
        long[]? weights = largestWeight == 0 ? null : [.. Enumerable.Range(0, Rows).Select(_ => random.NextInt64(1, largestWeight + 1))];

        var histogram = AnswerHistogram.Of(question, grouping, new RowWeights(weights is null ? null : new WeightColumn(weights, 4), Rows));

        var (count, sum, square) = (new long[12 * answers], new Int128[12 * answers], new Int128[12 * answers]);
        for (var row = 0; row < Rows; row++)
        {
            var bin = grouping.Ids[row] * answers + question.NumberAt(row);
            Int128 weight = weights?[row] ?? 1;
            count[bin]++;
            sum[bin] += weight;
            square[bin] += weight * weight;
        }

        int[] some = [1, 4, 11];
        for (var answer = 0; answer < answers; answer++)
            Assert.Equal(
                new AnswerHistogram.Bin(
                    some.Sum(g => count[g * answers + answer]), Sum(some.Select(g => sum[g * answers + answer])), Sum(some.Select(g => square[g * answers + answer]))),
                histogram.Sum(some, answer));
    }

    [Theory]
    [InlineData(1, 3_037_000_499, true)]
    [InlineData(1, 4_294_967_295, true)]
    [InlineData(1, 4_294_967_296, false)]
    [InlineData(1_000_000, 300_000, true)]
    [InlineData(1_000_000, Heaviest, false)]
    public void Weights_are_packed_only_when_no_sum_can_overflow(int rows, long weight, bool packed)
    {
        long[] values = [.. Enumerable.Repeat(weight, rows)];
        Assert.Equal(packed, new RowWeights(new WeightColumn(values, 0), rows).CanBePacked);
    }

    private static Int128 Sum(IEnumerable<Int128> values) => values.Aggregate(Int128.Zero, (a, b) => a + b);

    private static AnswerColumn Column(string question, int answers, Random random)
    {
        var builder = new AnswerColumnBuilder(question);
        for (var row = 0; row < Rows; row++)
            builder.Append(builder.Intern(Answer.Chosen(row < answers ? row : random.Next(answers), AnswerRole.Substantive)));
        return builder.Freeze();
    }
}
