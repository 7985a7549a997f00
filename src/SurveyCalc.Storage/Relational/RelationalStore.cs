using System.Data.Common;
using System.Globalization;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Storage.Relational;

/// <summary>
/// What both databases have in common: the same tables and statements, so that they give equal answers. How to connect,
/// lock, migrate and write in bulk is theirs.
/// </summary>
/// <remarks>
/// The statements are synchronous, so every method works on a thread of the pool and looks at its cancellation token before
/// it begins, between chunks and before it commits. Times come back in UTC.
/// </remarks>
public abstract partial class RelationalStore : IStore
{
    /// <summary>What a write of revisions locks: they stand in one chain.</summary>
    private const string Revisions = "revisions";

    /// <summary>The database as messages name it.</summary>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellation);

    /// <summary>Lets go of the database.</summary>
    protected abstract ValueTask CloseAsync();

    /// <summary>Runs queries that see one moment.</summary>
    protected abstract Task<T> Read<T>(Func<DbConnection, T> work, CancellationToken cancellation);

    /// <summary>Runs statements that are committed together, or not at all when one throws.</summary>
    protected abstract Task<T> Commit<T>(Func<DbConnection, T> work, CancellationToken cancellation);

    /// <summary>Within a write: waits until no other write holds the same, and holds it until the commit.</summary>
    protected abstract void Lock(DbConnection connection, string what);

    /// <summary>Within a write: the same, but a session that holds it is ended, with nothing of its write committed.</summary>
    /// <returns>False when it is not to be had even so.</returns>
    protected abstract bool Seize(DbConnection connection, string what);

    /// <summary>Time by the store's clock.</summary>
    protected abstract DateTimeOffset Now(DbConnection connection);

    /// <summary>Writes the chunks of a column one after the other: beside the snapshot itself, one chunk is in memory.</summary>
    protected abstract void InsertChunks(DbConnection connection, long snapshotId, int column, IEnumerable<byte[]> chunks);

    private protected static Task<T> ReadFrom<T>(RelationalStore store, Func<DbConnection, T> work, CancellationToken cancellation) =>
        store.Read(work, cancellation);

    /// <summary>A time as a parameter.</summary>
    protected abstract object Moment(DateTimeOffset time);

    /// <summary>A condition: the column is one of the values of an array parameter.</summary>
    protected abstract string IsAnyOf(string column, string parameter);

    /// <summary>A column of times as UTC in ISO 8601 with seven decimals of a second.</summary>
    protected abstract string MomentAsText(string column);

    /// <summary>A column of exact decimals as text.</summary>
    protected abstract string NumberAsText(string column);

    /// <summary>A member of a column of JSON objects as text; null where it is missing or null.</summary>
    protected abstract string MemberAsText(string column, string member);

    /// <summary>An exact decimal as a parameter; its trailing zeros are kept.</summary>
    protected abstract object? Number(decimal? number);

    private protected static DateTimeOffset Time(string text) =>
        DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static DateTimeOffset? TimeOrNull(string? text) => text is null ? null : Time(text);

    private object? MomentOrNull(DateTimeOffset? time) => time is { } moment ? Moment(moment) : null;

    private static WaveKey Wave(string survey, long fiscalYear) => new(survey, new FiscalYear((int)fiscalYear));
}
