using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Tests.Waves;

public class SnapshotBuilderTests
{
    [Theory]
    [InlineData(256, 1)]
    [InlineData(257, 2)]
    [InlineData(65_536, 2)]
    [InlineData(65_537, 4)]
    public void Columns_widen_only_when_they_must(int distinct, int width)
    {
        var builder = new AnswerColumnBuilder("問1");
        const int rows = 150_000;
        for (var row = 0; row < rows; row++) builder.Append(builder.Intern(Answer.Of(row % distinct)));
        var column = builder.Freeze();
        Assert.Equal(width, column.Width);
        Assert.Equal(rows, column.Rows);
        Assert.Equal(3, column.Chunks.Count);
        Assert.Equal([65_536, 65_536, rows - 2 * 65_536], Enumerable.Range(0, 3).Select(column.RowsIn));
        for (var row = 0; row < rows; row += 7) Assert.Equal(row % distinct, column.At(row).Number);
    }

    [Fact]
    public void Answers_stand_in_the_order_in_which_respondents_gave_them()
    {
        var builder = new AnswerColumnBuilder("問1");
        var (unused, first, second) = (builder.Intern(Answer.Of(9)), builder.Intern(Answer.Of(1)), builder.Intern(Answer.Of(2)));
        Assert.Equal(3, new[] { unused, first, second }.Distinct().Count());
        foreach (var id in new[] { second, first, second }) builder.Append(id);
        Assert.Equal([2m, 1m], builder.Freeze().Answers.Select(answer => answer.Number));
        Assert.Equal([1m, 2m], builder.Freeze(new HashSet<int> { 0 }).Answers.Select(answer => answer.Number));
    }

    [Fact]
    public void A_dropped_respondent_leaves_no_trace()
    {
        var key = new WaveKey("調査", new FiscalYear(2020));
        var with = new WaveSnapshotBuilder(key, "c", ["a", "b"], hasIds: true, hasWeights: true);
        var without = new WaveSnapshotBuilder(key, "c", ["b", "a"], hasIds: true, hasWeights: true);
        for (var i = 0; i < 10; i++)
        {
            with.Append(i, $"{i}", (15, i == 3 ? 4 : 1), [with.Columns[0].Intern(Answer.Of(i)), with.Columns[1].Intern(Answer.Of(AnswerRole.NoAnswer))]);
            if (i == 3) with.Drop(3);
            else without.Append(i, $"{i}", (150, 2), [without.Columns[0].Intern(Answer.Of(AnswerRole.NoAnswer)), without.Columns[1].Intern(Answer.Of(i))]);
        }

        var (a, b) = (with.Freeze(), without.Freeze());
        Assert.Equal(b.ContentHash, a.ContentHash);
        Assert.Equal(9, a.Respondents);
        Assert.Equal(1, a.Weights!.Decimals);
        Assert.Equal(b.RespondentIds, a.RespondentIds);
        Assert.Equal(b.RowNumbers, a.RowNumbers);
    }

    [Fact]
    public void The_hash_does_not_depend_on_how_a_number_was_written()
    {
        AnswerColumn Column(decimal number)
        {
            var builder = new AnswerColumnBuilder("問1");
            builder.Append(builder.Intern(Answer.Of(number)));
            return builder.Freeze();
        }

        Assert.Equal(SnapshotHash.Of("", 1, [Column(1.50m)], null, []), SnapshotHash.Of("", 1, [Column(1.5m)], null, []));
        Assert.NotEqual(SnapshotHash.Of("", 1, [Column(1.51m)], null, []), SnapshotHash.Of("", 1, [Column(1.5m)], null, []));
        Assert.NotEqual(SnapshotHash.Of("x", 1, [], null, []), SnapshotHash.Of("y", 1, [], null, []));
        Assert.NotEqual(SnapshotHash.Of("", 1, [], null, ["ab", "c"]), SnapshotHash.Of("", 1, [], null, ["a", "bc"]));
    }

    [Fact]
    public void Weights_outside_their_range_are_refused()
    {
        var builder = new WeightColumnBuilder();
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Append(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Append(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Append(1, WeightColumn.MaxDecimals + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Append(WeightColumnBuilder.Limit, 0));
        builder.Append(999_999_999_999_999, 9);
        builder.Append(WeightColumnBuilder.Limit - 1, 0);
        Assert.Equal([999_999_999_999_999, 999_999_000_000_000], builder.Freeze().Values);
    }

    [Fact]
    public void The_squares_of_a_hundred_million_of_the_greatest_weights_fit_128_bits()
    {
        var greatest = (Int128)(WeightColumnBuilder.Limit * 1_000_000_000L - 1);
        Assert.True(greatest * greatest < Int128.MaxValue / 100_000_000);
    }
}
