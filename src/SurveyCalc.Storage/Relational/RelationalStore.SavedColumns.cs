using System.Data.Common;
using Dapper;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Storage.Columns;

namespace SurveyCalc.Storage.Relational;

public abstract partial class RelationalStore
{
    private static long InsertSnapshot(DbConnection connection, long uploadId, WaveSnapshot snapshot)
    {
        const string sql = """
            insert into snapshot (upload_id, content_hash, code_book_hash, respondents)
            values (@uploadId, @ContentHash, @CodeBookHash, @Respondents)
            returning id
            """;
        return connection.QuerySingle<long>(
            sql, new { uploadId, snapshot.ContentHash, snapshot.CodeBookHash, snapshot.Respondents });
    }

    /// <summary>Writes one chunk after the other: beside the snapshot itself, one chunk is in memory.</summary>
    private void InsertColumns(
        DbConnection connection, long snapshotId, WaveSnapshot snapshot, CancellationToken cancellation)
    {
        var number = 0;
        foreach (var column in snapshot.Columns.Values)
        {
            Fits(column.Rows, column.Question);
            Insert("answers", column.Width, column.Chunks, column.Question, AnswerText.Write(column.Answers));
        }

        if (snapshot.Weights is { } weights)
        {
            Fits(weights.Values.Length, "weights");
            var width = WholeNumberBytes.WidthOf(weights.Values);
            Insert("weights", width, Slices(weights.Values, slice => WholeNumberBytes.Pack(slice, width)), decimals: weights.Decimals);
        }

        if (snapshot.RowNumbers.Length > 0)
        {
            Fits(snapshot.RowNumbers.Length, "row numbers");
            Insert("row numbers", 4, Slices(snapshot.RowNumbers, slice => WholeNumberBytes.Pack(slice)));
        }

        if (snapshot.RespondentIds.Length > 0)
        {
            Fits(snapshot.RespondentIds.Length, "respondent ids");
            Insert("respondent ids", 0, Slices(snapshot.RespondentIds, slice => TextBytes.Pack(slice)));
        }

        void Fits(int rows, string what)
        {
            if (rows != snapshot.Respondents)
                throw new ArgumentException($"{what}: {rows} rows for {snapshot.Respondents} respondents.", nameof(snapshot));
        }

        void Insert(
            string kind, int width, IEnumerable<byte[]> chunks, string question = "", string? answers = null, int? decimals = null)
        {
            const string sql = """
                insert into snapshot_column (snapshot_id, column_no, kind, question, width, answers, decimals)
                values (@snapshotId, @number, @kind, @question, @width, @answers, @decimals)
                """;
            connection.Execute(sql, new { snapshotId, number, kind, question, width, answers, decimals });
            InsertChunks(connection, snapshotId, number, Checked(chunks, number, width, snapshot.Respondents, cancellation));
            number++;
        }
    }

    private static IEnumerable<byte[]> Checked(IEnumerable<byte[]> chunks, int number, int width, int respondents, CancellationToken cancellation)
    {
        var (chunk, start) = (0, 0);
        foreach (var data in chunks)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = Math.Min(AnswerColumn.ChunkRows, respondents - start);
            if (width > 0 && data.Length != rows * width)
                throw new ArgumentException($"Column {number}, chunk {chunk}: {data.Length} bytes for {rows} rows.", nameof(chunks));
            if (rows == 0) continue;
            chunk++;
            yield return data;
            start += rows;
        }

        if (start != respondents)
            throw new ArgumentException($"Column {number}: {start} rows for {respondents} respondents.", nameof(chunks));
    }

    private static IEnumerable<byte[]> Slices<T>(T[] values, Func<T[], byte[]> pack)
    {
        for (var start = 0; start < values.Length; start += AnswerColumn.ChunkRows)
            yield return pack(values[start..Math.Min(start + AnswerColumn.ChunkRows, values.Length)]);
    }
}
