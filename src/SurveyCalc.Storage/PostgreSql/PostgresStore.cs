using System.Data;
using System.Data.Common;
using Dapper;
using Npgsql;
using NpgsqlTypes;
using SurveyCalc.Storage.Relational;

namespace SurveyCalc.Storage.PostgreSql;

/// <summary>
/// The store of a city's server: a PostgreSQL database that several workers share. Readers see one moment; writers of the
/// same wave, of definitions and of revisions wait for each other, all others work side by side.
/// </summary>
public sealed partial class PostgresStore : RelationalStore
{
    /// <summary>Everything of ours stands in this schema, so that the database may hold other things beside it.</summary>
    internal const string Schema = "surveycalc";

    /// <summary>Views for other systems, which may read nothing else.</summary>
    internal const string PublicSchema = "surveycalc_api";

    private const string LockKey = "hashtextextended('surveycalc ' || @what, 0)";

    /// <summary>
    /// The server ends a session that stands still within a transaction for so long: whatever a frozen process holds besides
    /// its run, such as the queue, others get. Options of the connection string may say otherwise.
    /// </summary>
    private const string LongestPause = "20s";

    /// <summary>SQLSTATE idle_in_transaction_session_timeout.</summary>
    private const string StoodStill = "25P03";

    private readonly NpgsqlDataSource source;
    private readonly IReadOnlyList<MigrationScript> scripts;
    private volatile bool isUpToDate;

    private PostgresStore(NpgsqlDataSource source, string name, IReadOnlyList<MigrationScript> scripts)
    {
        (this.source, Name, this.scripts) = (source, name, scripts);
    }

    /// <summary>A store in the database that <paramref name="connection"/> names. Touches nothing yet.</summary>
    /// <param name="connection">Npgsql connection string.</param>
    /// <remarks>Every method throws <see cref="StoreException"/> when the database cannot be used as it is.</remarks>
    public static PostgresStore Open(string connection) => Open(connection, MigrationScript.Embedded("PostgreSql"));

    internal static PostgresStore Open(string connection, IReadOnlyList<MigrationScript> scripts)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connection);
        var settings = new NpgsqlConnectionStringBuilder(connection)
        {
            SearchPath = Schema,
            CommandTimeout = 0, // a large wave takes as long as it takes; cancellation and leases bound the work
            ApplicationName = "SurveyCalc",
        };
        settings.Options = $"-c idle_in_transaction_session_timeout={LongestPause} {settings.Options}";
        return new PostgresStore(NpgsqlDataSource.Create(settings), $"{settings.Host}/{settings.Database}", scripts);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    protected override ValueTask CloseAsync() => source.DisposeAsync();

    /// <inheritdoc/>
    protected override Task<T> Read<T>(Func<DbConnection, T> work, CancellationToken cancellation) =>
        Run(IsolationLevel.RepeatableRead, work, cancellation);

    /// <inheritdoc/>
    protected override Task<T> Commit<T>(Func<DbConnection, T> work, CancellationToken cancellation) =>
        Run(IsolationLevel.ReadCommitted, work, cancellation);

    /// <inheritdoc/>
    protected override void Lock(DbConnection connection, string what) =>
        connection.Execute($"select pg_advisory_xact_lock({LockKey})", new { what });

    /// <inheritdoc/>
    /// <remarks>A frozen worker would hold its locks for ever, as its connection stays open.</remarks>
    protected override bool Seize(DbConnection connection, string what)
    {
        const string evict = $"""
            select pg_terminate_backend(pid, 1000) from pg_locks
            where locktype = 'advisory' and objsubid = 1 and granted and pid <> pg_backend_pid()
              and database = (select oid from pg_database where datname = current_database())
              and ((classid::bigint << 32) | objid::bigint) = {LockKey}
            """;
        const string seize = $"select pg_try_advisory_xact_lock({LockKey})";
        if (connection.QuerySingle<bool>(seize, new { what })) return true;
        connection.Query<bool>(evict, new { what });
        return connection.QuerySingle<bool>(seize, new { what });
    }

    /// <inheritdoc/>
    protected override DateTimeOffset Now(DbConnection connection) =>
        new(connection.QuerySingle<DateTime>("select clock_timestamp()"), TimeSpan.Zero);

    /// <inheritdoc/>
    protected override void InsertChunks(DbConnection connection, long snapshotId, int column, IEnumerable<byte[]> chunks)
    {
        const string sql = "copy snapshot_chunk (snapshot_id, column_no, chunk_no, data) from stdin (format binary)";
        using var writer = ((NpgsqlConnection)connection).BeginBinaryImport(sql);
        var chunk = 0L;
        foreach (var data in chunks)
        {
            writer.StartRow();
            writer.Write(snapshotId, NpgsqlDbType.Bigint);
            writer.Write((long)column, NpgsqlDbType.Bigint);
            writer.Write(chunk++, NpgsqlDbType.Bigint);
            writer.Write(data, NpgsqlDbType.Bytea);
        }

        writer.Complete();
    }

    /// <inheritdoc/>
    protected override object Moment(DateTimeOffset time) => time.UtcDateTime;

    /// <inheritdoc/>
    protected override string IsAnyOf(string column, string parameter) => $"{column} = any({parameter})";

    /// <inheritdoc/>
    protected override string MomentAsText(string column) =>
        $"""to_char({column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"0Z"')""";

    /// <inheritdoc/>
    protected override string NumberAsText(string column) => $"cast({column} as text)";

    /// <inheritdoc/>
    protected override string MemberAsText(string column, string member) => $"cast({column} as json) ->> '{member}'";

    /// <inheritdoc/>
    protected override object? Number(decimal? number) => number;

    private Task<T> Run<T>(IsolationLevel isolation, Func<DbConnection, T> work, CancellationToken cancellation) =>
        Task.Run(() =>
        {
            try
            {
                using var connection = source.OpenConnection();
                Require(connection);
                using var transaction = connection.BeginTransaction(isolation);
                var outcome = work(connection);
                cancellation.ThrowIfCancellationRequested();
                transaction.Commit();
                return outcome;
            }
            catch (NpgsqlException e) when (Explain(e) is { } explained)
            {
                if (explained.IsTransient) source.Clear(); // after a restart, the others are broken too: one call fails, not each
                throw explained;
            }
        }, cancellation);

    /// <summary>Looks at the schema once.</summary>
    private void Require(NpgsqlConnection connection)
    {
        if (isUpToDate) return;
        var version = PostgresSchema.VersionOf(connection, scripts, Name);
        if (version == 0) throw StoreFaults.NoSchema(Name);
        if (version < scripts.Count) throw StoreFaults.OldSchema(Name, version, scripts.Count);
        isUpToDate = true;
    }

    private StoreException? Explain(NpgsqlException e) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => StoreFaults.DiskFull(Name, e),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => StoreFaults.NoDatabase(Name),
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } => StoreFaults.NotAuthorized(Name, e),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => StoreFaults.NotPermitted(Name, e),
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => StoreFaults.ReadOnly(Name, e),
        PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted } => StoreFaults.Damaged(Name, e.SqlState!, e),
        PostgresException { IsTransient: true } or PostgresException { SqlState: StoodStill } => StoreFaults.Interrupted(Name, e),
        PostgresException => null,
        _ => StoreFaults.Unreachable(Name, e),
    };
}
