using System.Data.Common;
using Dapper;
using SurveyCalc.Indicators.Actuals;

namespace SurveyCalc.Storage.Relational;

public abstract partial class RelationalStore
{
    private static long LastActualId(DbConnection connection) =>
        connection.QuerySingle<long>("select coalesce(max(id), 0) from actual");

    /// <summary>Extends the chain by every revision behind <paramref name="afterId"/>, hashing the bodies as they are stored.</summary>
    private protected static void ExtendChain(DbConnection connection, long afterId)
    {
        const string sql = """
            insert into actual_chain (sequence, actual_id, previous_hash, hash) values (@Sequence, @ActualId, @PreviousHash, @Hash)
            """;
        var head = connection.QueryFirstOrDefault<HeadRow>("select sequence, hash from actual_chain order by sequence desc limit 1");
        var (sequence, hash) = (head?.Sequence ?? 0, head?.Hash ?? RevisionChain.Genesis);
        connection.Execute(sql, connection.Query<BodyRow>("select id, body from actual where id > @afterId order by id", new { afterId }).Select(row =>
        {
            var previous = hash;
            hash = RevisionChain.HashOf(previous, row.Body);
            return new { Sequence = ++sequence, ActualId = row.Id, PreviousHash = previous, Hash = hash };
        }));
    }

    private sealed record HeadRow(long Sequence, string Hash);

    private sealed record BodyRow(long Id, string Body);
}
