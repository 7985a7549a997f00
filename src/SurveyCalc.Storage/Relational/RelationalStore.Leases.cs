using System.Data.Common;
using Dapper;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Runs;

namespace SurveyCalc.Storage.Relational;

public abstract partial class RelationalStore
{
    private Lease? lease;

    /// <inheritdoc/>
    public IStore Under(Lease lease)
    {
        var store = (RelationalStore)MemberwiseClone();
        store.lease = lease;
        return store;
    }

    /// <summary>Lets go of the database; does nothing for a store under a lease, which shares it.</summary>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return lease is null ? CloseAsync() : ValueTask.CompletedTask;
    }

    private Task<T> Write<T>(Func<DbConnection, T> work, CancellationToken cancellation) =>
        lease is { } held ? WriteUnder(held, work, cancellation) : Commit(work, cancellation);

    /// <summary>
    /// A write that only the holder of the lease may make. It keeps the run's lock until it is committed, and a run is taken
    /// over only under that lock, so no write of an old lease is committed after the new one was given.
    /// </summary>
    private Task<T> WriteUnder<T>(Lease held, Func<DbConnection, T> work, CancellationToken cancellation) =>
        Commit(connection =>
        {
            const string sql = "select count(*) from run where id = @RunId and epoch = @Epoch and state = 'Running'";
            Lock(connection, LockOf(held.RunId));
            if (connection.QuerySingle<long>(sql, new { held.RunId, held.Epoch }) == 0) throw new SupersededException(held);
            return work(connection);
        }, cancellation);

    private static string LockOf(long runId) => $"run {runId}";
}
