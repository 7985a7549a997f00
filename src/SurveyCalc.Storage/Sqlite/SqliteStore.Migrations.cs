using Dapper;
using Microsoft.Data.Sqlite;

namespace SurveyCalc.Storage.Sqlite;

public sealed partial class SqliteStore
{
    /// <summary>The script that makes the chain; revisions older than it are linked once, by id.</summary>
    private const string ChainScript = "0002_revisions";

    /// <inheritdoc/>
    public override Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellation) => Run<IReadOnlyList<string>>(() => Migrate(cancellation), cancellation);

    private List<string> Migrate(CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreFaults.UnusableFolder(path, e);
        }

        using var connection = new SqliteConnection(ConnectionString(SqliteOpenMode.ReadWriteCreate));
        connection.Open();
        if (SqliteSchema.VersionOf(connection, scripts, path) == scripts.Count)
        {
            isUpToDate = true;
            return [];
        }

        // Outside of a transaction, and one statement per command: the driver swallows errors after a pragma's row.
        // Pages of 16 KiB halve the time to save chunks of 64 KiB.
        connection.Execute("pragma page_size = 16384");
        connection.Execute("pragma journal_mode = wal");
        using var transaction = BeginWrite(connection, cancellation);
        var applied = Apply(connection, cancellation);
        transaction.Commit();
        isUpToDate = true;
        return applied;
    }

    private List<string> Apply(SqliteConnection connection, CancellationToken cancellation)
    {
        // Again, under the lock: another process may have been first.
        var missing = scripts.Skip(SqliteSchema.VersionOf(connection, scripts, path)).ToList();
        foreach (var script in missing)
        {
            cancellation.ThrowIfCancellationRequested();
            connection.Execute(script.Sql);
            connection.Execute(
                "insert into schema_version (version, name, sha256, applied_at) values (@Version, @Name, @Sha256, @at)",
                new { script.Version, script.Name, script.Sha256, at = Text(clock.GetUtcNow()) });
            if (script.Name == ChainScript) ExtendChain(connection, afterId: 0);
        }

        if (SqliteSchema.VersionOf(connection, scripts, path) != scripts.Count)
            throw new InvalidOperationException("The migrations did not lead to the version they name.");
        return missing.ConvertAll(script => script.Name);
    }
}
