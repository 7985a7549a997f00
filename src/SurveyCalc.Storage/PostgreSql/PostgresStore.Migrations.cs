using Dapper;
using Npgsql;

namespace SurveyCalc.Storage.PostgreSql;

public sealed partial class PostgresStore
{
    /// <inheritdoc/>
    public override Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellation) => Task.Run<IReadOnlyList<string>>(() =>
    {
        try
        {
            using var connection = source.OpenConnection();
            IReadOnlyList<string> applied = PostgresSchema.VersionOf(connection, scripts, Name) == scripts.Count ? [] : Apply(connection, cancellation);
            isUpToDate = true;
            return applied;
        }
        catch (NpgsqlException e) when (Explain(e) is { } explained)
        {
            throw explained;
        }
    }, cancellation);

    /// <summary>All that is missing, or nothing: scripts of this database change in one transaction.</summary>
    private List<string> Apply(NpgsqlConnection connection, CancellationToken cancellation)
    {
        using var transaction = connection.BeginTransaction();
        Lock(connection, "migration");
        connection.Execute($"create schema if not exists {Schema}");

        // Again, under the lock: another process may have been first.
        var missing = scripts.Skip(PostgresSchema.VersionOf(connection, scripts, Name)).ToList();
        foreach (var script in missing)
        {
            cancellation.ThrowIfCancellationRequested();
            connection.Execute(script.Sql);
            connection.Execute(
                "insert into schema_version (version, name, sha256, objects) values (@Version, @Name, @Sha256, @objects)",
                new { script.Version, script.Name, script.Sha256, objects = PostgresSchema.Describe(connection) });
        }

        transaction.Commit();
        return missing.ConvertAll(script => script.Name);
    }
}
