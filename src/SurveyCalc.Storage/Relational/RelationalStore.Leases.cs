using System.Data.Common;
using System.Runtime.CompilerServices;
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

    private Task<T> Write<T>(Func<DbConnection, T> work, CancellationToken cancellation, [CallerMemberName] string operation = "") =>
        CommitNamed(lease is { } held ? connection => Hold(connection, held, work) : work, operation, cancellation);

    private Task<T> WriteUnder<T>(Lease held, Func<DbConnection, T> work, CancellationToken cancellation, [CallerMemberName] string operation = "") =>
        CommitNamed(connection => Hold(connection, held, work), operation, cancellation);

    private async Task<T> CommitNamed<T>(Func<DbConnection, T> work, string operation, CancellationToken cancellation)
    {
        var outcome = await Commit(connection =>
        {
            var written = work(connection);
            FailPoint.Pass($"{operation}.written");
            return written;
        }, cancellation);
        FailPoint.Pass($"{operation}.committed");
        return outcome;
    }

    /// <summary>
    /// A write that only the holder of the lease may make. It keeps the run's lock until it is committed, and a run is taken
    /// over only under that lock, so no write of an old lease is committed after the new one was given.
    /// </summary>
    private T Hold<T>(DbConnection connection, Lease held, Func<DbConnection, T> work)
    {
        const string sql = "select count(*) from run where id = @RunId and epoch = @Epoch and state = 'Running'";
        Lock(connection, LockOf(held.RunId));
        if (connection.QuerySingle<long>(sql, new { held.RunId, held.Epoch }) == 0) throw new SupersededException(held);
        return work(connection);
    }

    private static string LockOf(long runId) => $"run {runId}";
}
