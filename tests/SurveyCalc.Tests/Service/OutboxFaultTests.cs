using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Deliveries;
using SurveyCalc.Tests.Postgres;
using SurveyCalc.Tests.Webhooks;

namespace SurveyCalc.Tests.Service;

/// <summary>
/// Whatever happens to the process that delivers, each receiver ends with the whole feed. Beside the other tests of
/// processes: it waits most of its time until the holds of the dead are over.
/// </summary>
public sealed class OutboxFaultTests
{
    /// <summary>Those that leave the destination held by the dead come first.</summary>
    private static readonly string[] FailPoints =
    [
        $"{nameof(IDeliveryLedger.NextAsync)}.committed", "delivery.ready", "delivery.sent",
        $"{nameof(IDeliveryLedger.DeliveredAsync)}.written", $"{nameof(IDeliveryLedger.FailedAsync)}.written",
        $"{nameof(IDeliveryLedger.NextAsync)}.written", $"{nameof(IDeliveryLedger.DeliveredAsync)}.committed", $"{nameof(IDeliveryLedger.FailedAsync)}.committed",
    ];

    [PostgresFact]
    public async Task Killed_at_every_fail_point_of_a_delivery_no_message_is_lost()
    {
        int[] years = [2022, 2021, 2020];
        await using var city = await ServiceCity.CreateAsync(true, years);
        foreach (var year in years)
        {
            await city.ImportEarlierAsync(year, TimeProvider.System);
            await new Recompute(city.Store, TimeProvider.System).RunAsync(default);
        }

        var head = (await city.Store.GetActualsAsync(allRevisions: true, default)).Count;
        var armed = Directory.CreateDirectory(Path.Combine(city.Folder, "armed")).FullName;
        city.Settings.Add(("FailPoint", $"@{armed}"));
        var consumers = new List<Consumer>();
        try
        {
            foreach (var point in FailPoints)
            {
                consumers.Add(await ConsumerThatArmsAsync(Path.Combine(armed, point), isRefusing: point.StartsWith(nameof(IDeliveryLedger.FailedAsync), StringComparison.Ordinal)));
                using var doomed = city.Serve([.. To(0, point, consumers[^1])]);
                Assert.Equal(137, await doomed.ExitAsync());
                File.Delete(Path.Combine(armed, point));
            }

            consumers.Add(await Consumer.StartAsync());
            using var service = city.Serve([.. consumers.SelectMany((consumer, i) => To(i, FailPoints.ElementAtOrDefault(i) ?? "undisturbed", consumer))]);
            IReadOnlyList<DeliveryStatus> status = [];
            await ServiceProcess.UntilAsync(
                async () => (status = await ((IDeliveryLedger)city.Store).GetStatusAsync(default)).Count == consumers.Count && status.All(s => s.Delivered == head),
                () => $"{string.Join('\n', status)}\n{service.Log}");

            Assert.All(status, s => Assert.Empty(s.Dead));
            Assert.Equal(Enumerable.Range(1, head).Select(i => $"rev_{i}"), consumers[^1].Requests.Select(r => r.Id));
            Assert.All(consumers, consumer =>
            {
                Assert.Equal(consumers[^1].Messages.Select(m => m.Json.GetRawText()), consumer.Messages.Select(m => m.Json.GetRawText()));
                Assert.InRange(consumer.Requests.Count, head, head + 1); // what was under way is doubled, and nothing else
                Assert.Equal(0, consumer.Forged);
            });
        }
        finally
        {
            foreach (var consumer in consumers) await consumer.DisposeAsync();
        }
    }

    /// <summary>A receiver that arms the sender's fail point when it has the fourth message, in the midst of the feed.</summary>
    private static Task<Consumer> ConsumerThatArmsAsync(string mark, bool isRefusing)
    {
        var armed = 0;
        return Consumer.StartAsync(async (context, request, keep) =>
        {
            var isTheTime = request.Id == "rev_4" && Interlocked.Exchange(ref armed, 1) == 0;
            if (isTheTime) await File.WriteAllTextAsync(mark, "");
            if (isTheTime && isRefusing) context.Response.StatusCode = 503;
            else keep();
        });
    }

    private static (string Key, string Value)[] To(int number, string name, Consumer consumer) =>
    [
        ($"Webhooks__{number}__Name", name), ($"Webhooks__{number}__Url", consumer.Url.ToString()), ($"Webhooks__{number}__Secret", Consumer.Secret),
        ($"WebhookHosts__{number}", consumer.Url.Authority),
    ];
}
