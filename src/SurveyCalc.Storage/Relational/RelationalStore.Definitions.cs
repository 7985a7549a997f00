using System.Data.Common;
using Dapper;
using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Storage.Relational;

public abstract partial class RelationalStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<DefinitionItem>> GetDefinitionsAsync(CancellationToken cancellation) =>
        Read<IReadOnlyList<DefinitionItem>>(connection =>
        {
            const string sql = """
                select kind, key, version, body, hash from definition d
                where version = (select max(version) from definition where kind = d.kind and key = d.key)
                """;
            // Sorted here: the database would compare code points, ordinal comparison is by UTF-16 unit.
            return [.. connection.Query<DefinitionRow>(sql).Select(row => row.ToItem())
                .OrderBy(item => item.Kind).ThenBy(item => item.Key, StringComparer.Ordinal)];
        }, cancellation);

    /// <inheritdoc/>
    public Task<DefinitionItem?> FindDefinitionAsync(DefinitionKind kind, string hash, CancellationToken cancellation) =>
        Read(connection =>
        {
            const string sql = """
                select kind, key, version, body, hash from definition
                where kind = @kind and hash = @hash order by key, version desc limit 1
                """;
            return connection.QueryFirstOrDefault<DefinitionRow>(sql, new { kind = (int)kind, hash })?.ToItem();
        }, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DefinitionChange>> SaveDefinitionsAsync(
        IReadOnlyList<DefinitionItem> items, DateTimeOffset at, string by, CancellationToken cancellation) =>
        Write<IReadOnlyList<DefinitionChange>>(connection =>
        {
            Lock(connection, "definitions");
            var changes = new List<DefinitionChange>();
            foreach (var item in items)
            {
                cancellation.ThrowIfCancellationRequested();
                var before = LatestDefinition(connection, item);
                if (before?.Hash == item.Hash) continue;
                var version = (int)(before?.Version ?? 0) + 1;
                InsertDefinition(connection, item, version, at, by);
                changes.Add(new DefinitionChange(item, version, before?.ToItem()));
            }

            return changes;
        }, cancellation);

    private static DefinitionRow? LatestDefinition(DbConnection connection, DefinitionItem item)
    {
        const string sql = """
            select kind, key, version, body, hash from definition
            where kind = @kind and key = @Key order by version desc limit 1
            """;
        return connection.QueryFirstOrDefault<DefinitionRow>(sql, new { kind = (int)item.Kind, item.Key });
    }

    private void InsertDefinition(
        DbConnection connection, DefinitionItem item, int version, DateTimeOffset at, string by)
    {
        const string sql = """
            insert into definition (kind, key, version, hash, body, created_at, created_by)
            values (@kind, @Key, @version, @Hash, @Body, @at, @by)
            """;
        connection.Execute(sql, new { kind = (int)item.Kind, item.Key, version, item.Hash, item.Body, at = Moment(at), by });
    }

    private sealed record DefinitionRow(long Kind, string Key, long Version, string Body, string Hash)
    {
        public DefinitionItem ToItem() => new((DefinitionKind)Kind, Key, Body, Hash);
    }
}
