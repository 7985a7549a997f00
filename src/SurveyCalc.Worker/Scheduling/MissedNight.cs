using SurveyCalc.Storage;

namespace SurveyCalc.Worker.Scheduling;

/// <summary>
/// Makes good a missed night: when the service starts, and from time to time, as a scheduler whose clock was set back holds
/// a night for done that is still to come.
/// </summary>
internal sealed partial class MissedNight(NightlyRequest request, TimeProvider time, ILogger<MissedNight> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await LookAsync(stoppingToken);
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            await request.MakeGoodAsync(cancellation);
        }
        catch (StoreException fault)
        {
            NotSeen(log, fault.Message);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The next look may tell; a service does not end for it.
            NotSeen(log, fault.ToString());
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether a night was missed could not be seen: {Text}")]
    private static partial void NotSeen(ILogger log, string text);
}
