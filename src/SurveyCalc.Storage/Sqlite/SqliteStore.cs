using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SurveyCalc.Storage.Relational;

namespace SurveyCalc.Storage.Sqlite;

/// <summary>
/// The embedded store: one SQLite file, for a laptop, a trial and tests. Any number of processes may use it; writers wait
/// for each other, readers never wait and see the state before a write until it is done in full.
/// </summary>
/// <remarks>The driver has no asynchronous calls.</remarks>
public sealed partial class SqliteStore : RelationalStore
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
    /// <param name="clock">Its clock: dates migrations and runs; the system's by default.</param>
    /// <remarks>Every method throws <see cref="StoreException"/> when the file cannot be used as it is.</remarks>
    public static SqliteStore Open(string path, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new SqliteStore(path, clock ?? TimeProvider.System, MigrationScript.Embedded("Sqlite"));
    }

    /// <inheritdoc/>
    protected override ValueTask CloseAsync()
    {
        using var connection = new SqliteConnection(readWrite);
        SqliteConnection.ClearPool(connection);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task<T> Read<T>(Func<DbConnection, T> work, CancellationToken cancellation) =>
        Run(() =>
        {
            using var connection = Connect();
            using var transaction = connection.BeginTransaction(deferred: true);
            return work(connection);
        }, cancellation);

    /// <inheritdoc/>
    protected override Task<T> Commit<T>(Func<DbConnection, T> work, CancellationToken cancellation) =>
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

    /// <inheritdoc/>
    public override string Name => path;

    /// <summary>Nothing more: one writer at a time has the whole database.</summary>
    protected override void Lock(DbConnection connection, string what)
    {
    }

    /// <summary>Nothing more: whoever writes has the whole database, so nobody else is writing now.</summary>
    protected override bool Seize(DbConnection connection, string what) => true;

    /// <inheritdoc/>
    protected override DateTimeOffset Now(DbConnection connection) => clock.GetUtcNow();

    /// <inheritdoc/>
    protected override void InsertChunks(DbConnection connection, long snapshotId, int column, IEnumerable<byte[]> chunks)
    {
        using var command = ((SqliteConnection)connection).CreateCommand();
        command.CommandText = """
            insert into snapshot_chunk (snapshot_id, column_no, chunk_no, data) values (@snapshot, @column, @chunk, @data)
            """;
        command.Parameters.AddWithValue("@snapshot", snapshotId);
        command.Parameters.AddWithValue("@column", column);
        var chunkNo = command.Parameters.AddWithValue("@chunk", 0);
        var bytes = command.Parameters.AddWithValue("@data", Array.Empty<byte>());
        command.Prepare();
        var chunk = 0;
        foreach (var data in chunks)
        {
            chunkNo.Value = chunk++;
            bytes.Value = data;
            command.ExecuteNonQuery();
        }
    }

    /// <inheritdoc/>
    protected override object Moment(DateTimeOffset time) => Text(time);

    /// <inheritdoc/>
    protected override string IsAnyOf(string column, string parameter) => $"{column} in {parameter}";

    /// <inheritdoc/>
    protected override string MomentAsText(string column) => column;

    /// <inheritdoc/>
    protected override string NumberAsText(string column) => column;

    /// <inheritdoc/>
    protected override string MemberAsText(string column, string member) => $"json_extract({column}, '$.{member}')";

    /// <summary>As text, so that no digit is lost.</summary>
    protected override object? Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
