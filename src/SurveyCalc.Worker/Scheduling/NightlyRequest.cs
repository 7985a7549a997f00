using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Storage;

namespace SurveyCalc.Worker.Scheduling;

/// <summary>
/// Enters the nightly run of the latest due night, once (夜間処理の依頼). What is due is told by the clock of the ledger, which
/// all servers share: one whose own clock is wrong brings no night forward.
/// </summary>
internal sealed partial class NightlyRequest(
    INightlySchedule schedule, IRunLedger ledger, IStore store, TimeProvider time, ILogger<NightlyRequest> log)
{
    /// <summary>A scheduler may fire a few milliseconds early.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private string lastKey = "";

    /// <summary>Key of the night of a due time: its Japanese day.</summary>
    public static string KeyOf(DateTimeOffset due) => FormattableString.Invariant($"nightly/{JapaneseDay.Of(due):yyyy-MM-dd}");

    /// <summary>Called when a night is due. Waits for a database that does not answer.</summary>
    public async Task FireAsync(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                if (schedule.LastDue(await ledger.GetTimeAsync(cancellation) + Early) is { } due) await RequestAsync(due, cancellation);
                return;
            }
            catch (StoreException fault) when (fault.IsTransient)
            {
                Waiting(log, fault.Message);
                await Task.Delay(Pause, time, cancellation);
            }
        }
    }

    /// <summary>Makes good a night that came while no server was up or by no server's clock, unless the installation is younger.</summary>
    public async Task MakeGoodAsync(CancellationToken cancellation)
    {
        if (schedule.LastDue(await ledger.GetTimeAsync(cancellation)) is not { } due || KeyOf(due) == lastKey) return;
        if (await Installation.SinceAsync(store, ledger, cancellation) is not { } since || since > due) return;
        await RequestAsync(due, cancellation);
    }

    private async Task RequestAsync(DateTimeOffset due, CancellationToken cancellation)
    {
        var run = await ledger.RequestAsync(new RunRequest(RunKind.Nightly, KeyOf(due), null, Recompute.ProgramName), cancellation);
        if (lastKey != run.Request.Key) Requested(log, run.Id, run.Request.Key);
        lastKey = run.Request.Key;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Nightly run {RunId} stands for {Night}")]
    private static partial void Requested(ILogger log, long runId, string night);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The night waits for the database: {Text}")]
    private static partial void Waiting(ILogger log, string text);
}
