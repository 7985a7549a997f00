namespace SurveyCalc.Indicators.Runs;

/// <summary>
/// The ledger of runs, which is also the queue that workers share (処理台帳). Every method is atomic. Times are those of
/// the store's own clock, so that workers with different clocks agree.
/// </summary>
public interface IRunLedger
{
    /// <summary>Enters a run, to be taken from now on; or returns the one that was entered under the same key.</summary>
    Task<Run> RequestAsync(RunRequest request, CancellationToken cancellation);

    /// <summary>
    /// Takes the oldest run that may be taken: one that waits and is due, or one whose worker has given no sign of life for
    /// <paramref name="silence"/>. Never two runs of one wave at a time, and its imports in the order they
    /// were requested.
    /// </summary>
    /// <returns>The run with its new epoch; null when there is nothing to do.</returns>
    Task<Run?> TakeAsync(string node, TimeSpan silence, CancellationToken cancellation);

    /// <summary>The time by the store's own clock.</summary>
    Task<DateTimeOffset> GetTimeAsync(CancellationToken cancellation);

    /// <summary>Sign of life.</summary>
    /// <exception cref="SupersededException">The lease is no longer the run's.</exception>
    Task BeatAsync(Lease lease, double progress, CancellationToken cancellation);

    /// <exception cref="SupersededException">The lease is no longer the run's.</exception>
    Task FinishAsync(Lease lease, RunOutcome outcome, CancellationToken cancellation);

    /// <summary>Records a failed attempt: waits again for <paramref name="delay"/>, or is dead when that is null.</summary>
    /// <exception cref="SupersededException">The lease is no longer the run's.</exception>
    Task FailAsync(Lease lease, string message, TimeSpan? delay, CancellationToken cancellation);

    /// <summary>Lets a dead run wait again.</summary>
    /// <returns>False when it is not dead.</returns>
    /// <exception cref="OperatorException">A later file of its wave was taken in, which it would replace.</exception>
    Task<bool> ReviveAsync(long id, string by, CancellationToken cancellation);

    Task<Run?> FindRunAsync(long id, CancellationToken cancellation);

    /// <summary>The latest runs, newest first.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="before">Only runs with a smaller id; null for the newest.</param>
    /// <param name="cancellation">Stops the read.</param>
    Task<IReadOnlyList<Run>> GetRunsAsync(int most, long? before, CancellationToken cancellation);

    /// <summary>The latest run of a kind in a state; null when there is none.</summary>
    Task<Run?> FindLatestRunAsync(RunKind kind, RunState state, CancellationToken cancellation);

    /// <summary>How many runs there are of each kind in each state; only those that occur.</summary>
    Task<IReadOnlyList<RunCount>> CountRunsAsync(CancellationToken cancellation);

    /// <summary>Every received file that a run names, once.</summary>
    /// <param name="lately">A run that ended within this time still needs its file.</param>
    /// <param name="cancellation">Stops the read.</param>
    Task<IReadOnlyList<FileUse>> GetFileUsesAsync(TimeSpan lately, CancellationToken cancellation);

    /// <summary>The store on behalf of a run: every write is refused once the lease is lost.</summary>
    /// <remarks>Its writes throw <see cref="SupersededException"/>. Dispose of the ledger's own store, not of this one.</remarks>
    IStore Under(Lease lease);
}
