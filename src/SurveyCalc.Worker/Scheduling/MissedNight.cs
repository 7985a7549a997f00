namespace SurveyCalc.Worker.Scheduling;

/// <summary>Makes good a missed night when the service starts.</summary>
internal sealed class MissedNight(NightlyRequest request) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => request.MakeGoodAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
