using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Tests.Postgres;
using static SurveyCalc.Tests.Contracts.StoreSamples;

namespace SurveyCalc.Tests.Contracts;

public abstract partial class StoreContract
{
    [StoreTheory]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    public async Task A_column_of_any_width_comes_back_over_several_chunks(int distinct)
    {
        var column = Column("問1", (2 * AnswerColumn.ChunkRows) + 17, distinct);
        AssertEqual(column, await RoundTripAsync(column));
    }

    [StoreFact]
    public async Task A_column_that_ends_with_a_full_chunk_comes_back()
    {
        var column = Column("問1", AnswerColumn.ChunkRows, 6);
        AssertEqual(column, await RoundTripAsync(column));
    }

    [StoreFact]
    public async Task Every_kind_of_answer_comes_back()
    {
        Answer[] answers =
        [
            Answer.Chosen(0, AnswerRole.Substantive), Answer.Chosen(63, AnswerRole.DontKnow), Answer.Chosen(9_999, AnswerRole.Invalid),
            Answer.Of(AnswerRole.NoAnswer), Answer.Of(AnswerRole.NotApplicable), Answer.Of(AnswerRole.Invalid),
            Answer.Marked(1UL << 63, AnswerRole.Substantive), Answer.Marked(ulong.MaxValue, AnswerRole.Substantive),
            Answer.Marked(0, AnswerRole.Substantive), Answer.Marked(0b101, AnswerRole.NoAnswer),
        ];
        var column = Column("問1", answers, [.. Enumerable.Range(0, answers.Length)]);
        AssertEqual(column, await RoundTripAsync(column));
    }

    [StoreFact]
    public async Task Numbers_come_back_with_every_digit_and_trailing_zero()
    {
        decimal[] numbers = [0m, 0.00m, 1m, 1.0m, -1.50m, 0.1m, 7.9228162514264337593543950335m, decimal.MaxValue, decimal.MinValue, 1e-28m];
        var column = Column("問1", [.. numbers.Select(Answer.Of)], [.. Enumerable.Range(0, numbers.Length)]);
        var read = await RoundTripAsync(column);
        Assert.Equal(numbers.Select(decimal.GetBits), read.Answers.Select(answer => decimal.GetBits(answer.Number)));
    }

    [StoreFact]
    public async Task A_snapshot_is_read_with_the_questions_asked_for_and_nothing_else()
    {
        var snapshot = Snapshot(Wave()) with
        {
            Columns = Columns(Column("問1", 3, 3), Column("問1-1", 3, 2), Column("問'2\"", 3, 2), Column("q", 3, 2)),
            RowNumbers = [2, 3, 4],
            RespondentIds = ["1", "2", "3"],
        };
        var id = (await SaveAsync(snapshot)).SnapshotId;
        var read = await store.ReadSnapshotAsync(id, ["問'2\"", "問1", "問1", "Q", "問9"], None);
        Assert.Equal(["問'2\"", "問1"], read.Columns.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(read.RowNumbers);
        Assert.Empty(read.RespondentIds);
        Assert.Null(read.Weights);
        Assert.Equal(
            (snapshot.Wave, snapshot.ContentHash, snapshot.CodeBookHash, snapshot.Respondents),
            (read.Wave, read.ContentHash, read.CodeBookHash, read.Respondents));
    }

    [StoreFact]
    public async Task Many_questions_are_read_at_once()
    {
        var columns = Enumerable.Range(0, 1_200).Select(i => Column($"問{i}", 3, 2)).ToArray();
        var id = (await SaveAsync(Snapshot(Wave()) with { Columns = Columns(columns) })).SnapshotId;
        var read = await store.ReadSnapshotAsync(id, [.. columns.Select(column => column.Question)], None);
        Assert.Equal(1_200, read.Columns.Count);
    }

    [StoreFact]
    public async Task No_question_at_all_reads_the_head_and_the_weights()
    {
        var snapshot = Snapshot(Wave()) with { Weights = new WeightColumn([1, 2, 3], 0) };
        var read = await store.ReadSnapshotAsync((await SaveAsync(snapshot)).SnapshotId, [], None);
        Assert.Empty(read.Columns);
        Assert.Equal([1, 2, 3], read.Weights!.Values);
    }

    [StoreTheory]
    [InlineData(1, ushort.MaxValue, 0)]
    [InlineData(1, ushort.MaxValue + 1L, 4)]
    [InlineData(1, uint.MaxValue, 6)]
    [InlineData(1, uint.MaxValue + 1L, 12)]
    [InlineData(long.MinValue, long.MaxValue, 12)]
    public async Task Weights_of_any_size_come_back_over_several_chunks(long least, long most, int decimals)
    {
        var values = Enumerable.Range(1, AnswerColumn.ChunkRows + 5).Select(i => (long)i % ushort.MaxValue).ToArray();
        (values[0], values[^1]) = (least, most);
        var snapshot = Snapshot(Wave(), values.Length) with { Weights = new WeightColumn(values, decimals) };
        var read = await store.ReadSnapshotAsync((await SaveAsync(snapshot)).SnapshotId, ["問1"], None);
        Assert.Equal(values, read.Weights!.Values);
        Assert.Equal(decimals, read.Weights.Decimals);
    }

    [StoreFact]
    public async Task Respondent_ids_of_any_content_come_back_in_row_order()
    {
        string[] ids = ["1", "", " ", "a,b", "改\r\n行", "\0", "タブ\t", "\"引用\"", "😀👨‍👩‍👧", "𠮷", "1", new('長', 100_000), "001"];
        int[] rows = [.. Enumerable.Range(0, ids.Length).Select(i => 1_000_000 - i)];
        var snapshot = Snapshot(Wave(), ids.Length) with { RespondentIds = ids, RowNumbers = rows };
        var (readRows, readIds) = await store.ReadRespondentsAsync((await SaveAsync(snapshot)).SnapshotId, None);
        Assert.Equal(ids, readIds);
        Assert.Equal(rows, readRows);
    }

    [StoreFact]
    public async Task Respondents_come_back_over_several_chunks()
    {
        const int n = (2 * AnswerColumn.ChunkRows) + 1;
        var snapshot = Snapshot(Wave(), n) with
        {
            RespondentIds = [.. Enumerable.Range(0, n).Select(i => $"番号{i}")],
            RowNumbers = [.. Enumerable.Range(2, n)],
        };
        var (rows, ids) = await store.ReadRespondentsAsync((await SaveAsync(snapshot)).SnapshotId, None);
        Assert.Equal(snapshot.RespondentIds, ids);
        Assert.Equal(snapshot.RowNumbers, rows);
    }

    [StoreFact]
    public async Task A_wave_without_respondent_ids_gives_none()
    {
        var snapshot = Snapshot(Wave()) with { RowNumbers = [2, 3, 4] };
        var (rows, ids) = await store.ReadRespondentsAsync((await SaveAsync(snapshot)).SnapshotId, None);
        Assert.Equal([2, 3, 4], rows);
        Assert.Empty(ids);
    }

    [StoreFact]
    public async Task A_wave_without_respondents_comes_back()
    {
        var columns = Columns(Column("問1", 0, 0), new AnswerColumn("問2", [Answer.Of(AnswerRole.NoAnswer)], 1, 0, [[]]));
        var snapshot = Snapshot(Wave(), 0) with { Columns = columns, Weights = new WeightColumn([], 3) };
        var id = (await SaveAsync(snapshot)).SnapshotId;
        var read = await store.ReadSnapshotAsync(id, ["問1", "問2"], None);
        Assert.Equal(0, read.Respondents);
        Assert.All(read.Columns.Values, column => Assert.Equal((0, 0), (column.Rows, column.Chunks.Sum(chunk => chunk.Length))));
        Assert.Single(read.Columns["問2"].Answers);
        Assert.Equal((0, 3), (read.Weights!.Values.Length, read.Weights.Decimals));
        Assert.Empty((await store.ReadRespondentsAsync(id, None)).RespondentIds);
    }

    [StoreFact]
    public async Task A_wave_without_columns_comes_back()
    {
        var id = (await SaveAsync(Snapshot(Wave()) with { Columns = Columns() })).SnapshotId;
        Assert.Empty((await store.ReadSnapshotAsync(id, ["問1"], None)).Columns);
    }

    [StoreFact]
    public async Task An_unknown_snapshot_is_not_found()
    {
        var unknown = (await SaveAsync(Snapshot(Wave()))).SnapshotId + 1;
        await Assert.ThrowsAsync<KeyNotFoundException>(() => store.ReadSnapshotAsync(unknown, ["問1"], None));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => store.ReadRespondentsAsync(unknown, None));
    }

    private async Task<AnswerColumn> RoundTripAsync(AnswerColumn column)
    {
        var header = await SaveAsync(Snapshot(Wave(), column.Rows) with { Columns = Columns(column) });
        await RestartAsync();
        return (await store.ReadSnapshotAsync(header.SnapshotId, [column.Question], None)).Columns[column.Question];
    }

    private static void AssertEqual(AnswerColumn expected, AnswerColumn read)
    {
        Assert.Equal((expected.Question, expected.Width, expected.Rows), (read.Question, read.Width, read.Rows));
        Assert.Equal(expected.Answers, read.Answers);
        Assert.Equal(expected.Chunks.Count, read.Chunks.Count);
        for (var i = 0; i < expected.Chunks.Count; i++)
            Assert.True(expected.Chunks[i].AsSpan().SequenceEqual(read.Chunks[i]), $"Chunk {i} differs.");
    }
}
