using System.Globalization;
using Microsoft.Data.Sqlite;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Storage.Sqlite;

/// <summary>
/// The embedded store: one SQLite file, for a laptop, a trial and tests. Any number of processes may use it; writers wait
/// for each other, readers never wait and see the state before a write until it is done in full.
/// </summary>
/// <remarks>
/// The driver has no asynchronous calls, so every method works on a thread of the pool and looks at its cancellation token
/// before it begins, between chunks and before it commits. Times come back in UTC.
/// </remarks>
public sealed partial class SqliteStore : IStore
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly string path;
    private readonly string readWrite;
    private readonly TimeProvider clock;
    private readonly IReadOnlyList<MigrationScript> scripts;
    private volatile bool isUpToDate;

    static SqliteStore() => SQLitePCL.Batteries_V2.Init();

    internal SqliteStore(string path, TimeProvider clock, IReadOnlyList<MigrationScript> scripts)
    {
        this.path = Path.GetFullPath(path);
        this.clock = clock;
        this.scripts = scripts;
        readWrite = ConnectionString(SqliteOpenMode.ReadWrite);
    }

    /// <summary>A store in the file <paramref name="path"/>. Touches nothing yet: <see cref="MigrateAsync"/> creates it.</summary>
    /// <param name="path">File of the database; its folder is created when needed.</param>
    /// <param name="clock">Dates the migrations; the system's clock by default.</param>
    /// <remarks>Every method throws <see cref="StoreException"/> when the file cannot be used as it is.</remarks>
    public static SqliteStore Open(string path, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new SqliteStore(path, clock ?? TimeProvider.System, MigrationScript.Embedded("Sqlite"));
    }

    /// <summary>Lets go of the file.</summary>
    public ValueTask DisposeAsync()
    {
        using var connection = new SqliteConnection(readWrite);
        SqliteConnection.ClearPool(connection);
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs queries that see one moment.</summary>
    private Task<T> Read<T>(Func<SqliteConnection, T> work, CancellationToken cancellation) =>
        Run(() =>
        {
            using var connection = Connect();
            using var transaction = connection.BeginTransaction(deferred: true);
            return work(connection);
        }, cancellation);

    /// <summary>Runs statements that are committed together, or not at all when one throws.</summary>
    private Task<T> Write<T>(Func<SqliteConnection, T> work, CancellationToken cancellation) =>
        Run(() =>
        {
            using var connection = Connect();
            using var transaction = BeginWrite(connection, cancellation);
            var outcome = work(connection);
            cancellation.ThrowIfCancellationRequested();
            transaction.Commit();
            return outcome;
        }, cancellation);

    private Task<T> Run<T>(Func<T> work, CancellationToken cancellation) =>
        Task.Run(() =>
        {
            try
            {
                return work();
            }
            catch (SqliteException e) when (Explain(e) is { } explained)
            {
                throw explained;
            }
        }, cancellation);

    private SqliteConnection Connect()
    {
        if (!isUpToDate && !File.Exists(path)) throw StoreFaults.NoDatabase(path);
        var connection = new SqliteConnection(readWrite);
        try
        {
            connection.Open();
            if (isUpToDate) return connection;
            var version = SqliteSchema.VersionOf(connection, scripts, path);
            if (version < scripts.Count) throw StoreFaults.OldSchema(path, version, scripts.Count);
            isUpToDate = true;
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Takes the write lock, waiting for other writers in steps so that a cancelled call does not wait on.</summary>
    private static SqliteTransaction BeginWrite(SqliteConnection connection, CancellationToken cancellation)
    {
        connection.DefaultTimeout = 1;
        for (var seconds = 1; ; seconds++)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                return connection.BeginTransaction(deferred: false);
            }
            catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY && seconds < Patience.TotalSeconds)
            {
            }
        }
    }

    private string ConnectionString(SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = mode,
        ForeignKeys = true,
        DefaultTimeout = (int)Patience.TotalSeconds,
        Pooling = mode == SqliteOpenMode.ReadWrite,
    }.ToString();

    private StoreException? Explain(SqliteException e) => e.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => StoreFaults.Busy(path, Patience, e),
        SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_PERM => StoreFaults.CannotOpen(path, e),
        SQLitePCL.raw.SQLITE_READONLY => StoreFaults.ReadOnly(path, e),
        SQLitePCL.raw.SQLITE_FULL => StoreFaults.DiskFull(path, e),
        SQLitePCL.raw.SQLITE_IOERR => StoreFaults.DiskFault(path, e),
        SQLitePCL.raw.SQLITE_CORRUPT => StoreFaults.Damaged(path, "SQLITE_CORRUPT", e),
        SQLitePCL.raw.SQLITE_NOTADB => StoreFaults.ForeignDatabase(path),
        _ => null,
    };

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static string? Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static WaveKey Wave(string survey, long fiscalYear) => new(survey, new FiscalYear((int)fiscalYear));
}
