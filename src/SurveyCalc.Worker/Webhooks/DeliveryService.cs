using SurveyCalc.Indicators.Deliveries;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Storage;

namespace SurveyCalc.Worker.Webhooks;

/// <summary>
/// Carries every revision to every destination (配信): in the order of the chain, at least once, one message at a time. Any
/// number of workers may run it on one database. A message is sent twice when its worker ends before the ledger knows.
/// </summary>
internal sealed class DeliveryService(
    IDeliveryLedger ledger, PublishedRevisions published, WebhookSender sender, IReadOnlyList<WebhookDestination> destinations,
    DeliveryPolicy policy, TimeProvider clock, ILogger<DeliveryService> log) : BackgroundService
{
    private readonly string node = $"{Environment.MachineName}/{Guid.NewGuid():N}";

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(destinations.Select(destination => Task.Run(() => ServeAsync(destination, stoppingToken), CancellationToken.None)));

    /// <summary>Sends the next message of a destination, if one is due.</summary>
    /// <returns>False when there was none.</returns>
    public async Task<bool> DeliverNextAsync(WebhookDestination destination, CancellationToken stopping)
    {
        if (await ledger.NextAsync(destination.Name, node, policy.Hold, stopping) is not { } delivery) return false;
        var message = WebhookMessage.Of(delivery, await published.RowOfAsync(delivery.Actual, stopping));
        FailPoint.Pass("delivery.ready");

        // What is under way when the service stops is finished, within its timeout, and recorded: otherwise it is sent twice.
        var failure = await sender.SendAsync(destination, message, CancellationToken.None);
        FailPoint.Pass("delivery.sent");
        if (failure is null)
        {
            await ledger.DeliveredAsync(destination.Name, delivery.Sequence, CancellationToken.None);
            return true;
        }

        // Gone is what a receiver answers that wants nothing more: one wrong address must neither go on nor empty the queue.
        var isGone = failure == WebhookTexts.Gone;
        var delay = isGone ? DeliveryPolicy.ForGood : policy.DelayAfter(delivery.Attempts + 1, Random.Shared.NextDouble());
        await ledger.FailedAsync(destination.Name, delivery.Sequence, failure, delay, CancellationToken.None);
        if (isGone) log.Stopped(destination.Name, delivery.Sequence);
        else if (delay is null) log.GaveUp(destination.Name, delivery.Sequence, delivery.Attempts + 1, failure);
        else log.NotDelivered(destination.Name, delivery.Sequence, delivery.Attempts + 1, delay.Value, failure);
        return true;
    }

    private async Task ServeAsync(WebhookDestination destination, CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                var pause = policy.Poll;
                try
                {
                    if (await DeliverNextAsync(destination, stopping)) pause = TimeSpan.Zero;
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    pause = policy.FirstDelay;
                    log.Interrupted(destination.Name, fault); // a database that is away comes back; the message is still in the chain
                }

                stopping.ThrowIfCancellationRequested();
                await Task.Delay(pause, clock, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
    }
}
