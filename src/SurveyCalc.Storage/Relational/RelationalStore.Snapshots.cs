using System.Data.Common;
using Dapper;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Storage.Columns;

namespace SurveyCalc.Storage.Relational;

public abstract partial class RelationalStore
{
    /// <inheritdoc/>
    public Task<WaveSnapshot> ReadSnapshotAsync(
        long snapshotId, IReadOnlyCollection<string> questions, CancellationToken cancellation) =>
        Read(connection =>
        {
            var sql = $"""
                select column_no as Number, kind, question, width, answers, decimals from snapshot_column
                where snapshot_id = @snapshotId and (kind = 'weights' or (kind = 'answers' and {IsAnyOf("question", "@questions")}))
                order by column_no
                """;
            var header = FindSnapshot(connection, snapshotId);
            var columns = new Dictionary<string, AnswerColumn>(StringComparer.Ordinal);
            WeightColumn? weights = null;
            foreach (var column in connection.Query<ColumnRow>(sql, new { snapshotId, questions = questions.Distinct().ToArray() }))
                if (column.Kind == "weights")
                    weights = ReadWeights(connection, header, column, cancellation);
                else
                    columns.Add(column.Question, ReadAnswers(connection, header, column, cancellation));
            return new WaveSnapshot
            {
                Wave = header.Wave,
                ContentHash = header.ContentHash,
                CodeBookHash = header.CodeBookHash,
                Respondents = header.Respondents,
                Columns = columns,
                Weights = weights,
            };
        }, cancellation);

    /// <inheritdoc/>
    public Task<(int[] RowNumbers, string[] RespondentIds)> ReadRespondentsAsync(
        long snapshotId, CancellationToken cancellation) =>
        Read(connection =>
        {
            const string sql = """
                select column_no as Number, kind, question, width, answers, decimals from snapshot_column
                where snapshot_id = @snapshotId and kind in ('row numbers', 'respondent ids')
                """;
            var header = FindSnapshot(connection, snapshotId);
            int[] rowNumbers = [];
            string[] ids = [];
            foreach (var column in connection.Query<ColumnRow>(sql, new { snapshotId }))
                if (column.Kind == "row numbers")
                    rowNumbers = ReadRowNumbers(connection, header, column, cancellation);
                else
                    ids = ReadIds(connection, header, column, cancellation);
            return (rowNumbers, ids);
        }, cancellation);

    private WaveHeader FindSnapshot(DbConnection connection, long snapshotId) =>
        connection.QuerySingleOrDefault<HeaderRow>($"{SelectHeader} where s.id = @snapshotId", new { snapshotId })?.ToHeader()
        ?? throw new KeyNotFoundException($"There is no snapshot {snapshotId}.");

    private AnswerColumn ReadAnswers(
        DbConnection connection, WaveHeader header, ColumnRow column, CancellationToken cancellation)
    {
        var chunks = ReadChunks(connection, header, column, cancellation).Select(chunk => chunk.Data).ToArray();
        return new AnswerColumn(
            column.Question, AnswerText.Read(column.Answers!), (int)column.Width, header.Respondents, chunks);
    }

    private WeightColumn ReadWeights(
        DbConnection connection, WaveHeader header, ColumnRow column, CancellationToken cancellation)
    {
        var values = new long[header.Respondents];
        foreach (var (start, rows, data) in ReadChunks(connection, header, column, cancellation))
            WholeNumberBytes.Unpack(data, (int)column.Width, values.AsSpan(start, rows));
        return new WeightColumn(values, (int)column.Decimals!);
    }

    private int[] ReadRowNumbers(
        DbConnection connection, WaveHeader header, ColumnRow column, CancellationToken cancellation)
    {
        var values = new int[header.Respondents];
        foreach (var (start, rows, data) in ReadChunks(connection, header, column, cancellation))
            WholeNumberBytes.Unpack(data, values.AsSpan(start, rows));
        return values;
    }

    private string[] ReadIds(
        DbConnection connection, WaveHeader header, ColumnRow column, CancellationToken cancellation)
    {
        var ids = new string[header.Respondents];
        foreach (var (start, rows, data) in ReadChunks(connection, header, column, cancellation))
            TextBytes.Unpack(data, ids.AsSpan(start, rows));
        return ids;
    }

    /// <summary>The chunks of a column in order: number of the first row, rows, bytes.</summary>
    private IEnumerable<(int Start, int Rows, byte[] Data)> ReadChunks(
        DbConnection connection, WaveHeader header, ColumnRow column, CancellationToken cancellation)
    {
        const string sql = """
            select data from snapshot_chunk where snapshot_id = @SnapshotId and column_no = @Number order by chunk_no
            """;
        var start = 0;
        foreach (var data in connection.Query<byte[]>(sql, new { header.SnapshotId, column.Number }, buffered: false))
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = Math.Min(AnswerColumn.ChunkRows, header.Respondents - start);
            if (rows == 0 || (column.Width > 0 && data.Length != rows * column.Width)) throw Damaged(header, column);
            yield return (start, rows, data);
            start += rows;
        }

        if (start != header.Respondents) throw Damaged(header, column);
    }

    private StoreException Damaged(WaveHeader header, ColumnRow column) =>
        StoreFaults.Damaged(Name, $"snapshot {header.SnapshotId}, column {column.Number}");

    private sealed record ColumnRow(
        long Number, string Kind, string Question, long Width, string? Answers, long? Decimals);
}
