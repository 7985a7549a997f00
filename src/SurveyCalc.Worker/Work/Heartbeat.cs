using SurveyCalc.Indicators.Runs;
using SurveyCalc.Storage;

namespace SurveyCalc.Worker.Work;

/// <summary>Signs of life of a run while it is worked on (心拍); they carry its progress. Stops the work once the lease is lost.</summary>
internal sealed partial class Heartbeat(IRunLedger ledger, Lease lease, TimeSpan silence, ILogger log) : IDisposable
{
    private readonly CancellationTokenSource lost = new();
    private double progress;

    /// <summary>Cancelled when another worker has the run.</summary>
    public CancellationToken Lost => lost.Token;

    public void Report(double value) => Volatile.Write(ref progress, value);

    /// <summary>Beats four times in the time after which a worker counts as silent.</summary>
    public async Task BeatAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(silence / 4);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                try
                {
                    await ledger.BeatAsync(lease, Volatile.Read(ref progress), cancellation);
                }
                catch (StoreException fault)
                {
                    // Whatever it is, the next beat may be stored; the work meets it by itself.
                    Missed(log, lease.RunId, fault.Message);
                }
            }
        }
        catch (SupersededException)
        {
            await lost.CancelAsync();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
    }

    public void Dispose() => lost.Dispose();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {RunId}: no sign of life was stored: {Text}")]
    private static partial void Missed(ILogger log, long runId, string text);
}
