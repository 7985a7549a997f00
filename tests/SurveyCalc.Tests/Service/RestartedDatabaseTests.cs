using System.Net;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Deliveries;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Storage;
using SurveyCalc.Tests.Postgres;
using SurveyCalc.Tests.Webhooks;

namespace SurveyCalc.Tests.Service;

/// <summary>A PostgreSQL that goes away and comes back while services are at work on it.</summary>
[Collection(ServiceProcesses.Name)]
[NeedsPostgres]
public sealed class RestartedDatabaseTests
{
    [StoreFact]
    public async Task Services_survive_a_restart_in_every_phase_and_one_while_they_are_idle()
    {
        int[] years = [2019, 2020, 2021, 2022, 2023, 2024];
        using var server = PostgresServer.StartPrivate();
        await using var city = await ServiceCity.CreateAsync(server.CreateDatabase(), years);
        await using var consumer = await Consumer.StartAsync();
        city.Settings.Add(("Silence", "00:00:15"));
        (string, string)[] webhook =
        [
            ("Webhooks__0__Name", "会計"), ("Webhooks__0__Url", consumer.Url.ToString()), ("Webhooks__0__Secret", Consumer.Secret), ("WebhookHosts__0", consumer.Url.Authority),
        ];
        var held = new List<HeldProcess>();
        try
        {
            await city.ImportEarlierAsync(2019, TimeProvider.System);
            await new Recompute(city.Store, TimeProvider.System).RunAsync(default); // there is something to deliver
            await city.Ledger.RequestAsync(new RunRequest(RunKind.Nightly, "night", null, "tester"), default);
            held.Add(await city.HoldAsync("nightly.looked"));
            foreach (var (point, year) in new[] { ("import.taken", 2020), ("SaveWaveAsync.written", 2021), ("FinishAsync.written", 2022), ("AppendActualsAsync.written", 2023) })
            {
                await city.ReceiveAsync(year);
                held.Add(await city.HoldAsync(point));
            }

            held.Add(await city.HoldAsync("DeliveredAsync.written", webhook));
            server.Down();
            held.ForEach(h => h.LetGo());
            server.Up();
            await ReconnectAsync(city);
            await city.UntilIdleAsync();

            server.Down(isOrderly: true);
            foreach (var service in held.Select(h => h.Process))
            {
                Assert.Equal(HttpStatusCode.OK, (await service.GetAsync("/health/live")).Status);
                Assert.Equal(HttpStatusCode.ServiceUnavailable, (await service.GetAsync("/health/ready")).Status);
            }

            server.Up();
            await ReconnectAsync(city);
            await city.ReceiveAsync(2024);
            await city.UntilIdleAsync();
            Assert.All(await city.RunsAsync(), r => Assert.Equal(RunState.Succeeded, r.State));
            Assert.Equal(await FaultTests.UndisturbedAsync(years), await city.StateAsync());
            await city.AssertNoDuplicateRevisionAsync();

            var revisions = (await city.Store.GetActualsAsync(allRevisions: true, default)).Count;
            await ServiceProcess.UntilAsync(
                () => Task.FromResult(consumer.Messages.Count == revisions), () => $"{consumer.Messages.Count} of {revisions} messages arrived: {held[^1].Process.Log}");
            Assert.Equal(Enumerable.Range(1, revisions).Select(i => $"rev_{i}"), consumer.Messages.Select(m => m.Id));
            await ServiceProcess.UntilAsync(
                async () => (await ((IDeliveryLedger)city.Store).GetStatusAsync(default)).Single().Delivered == revisions, () => held[^1].Process.Log);
            foreach (var service in held) Assert.Equal(0, await service.Process.StopAsync());
        }
        finally
        {
            held.ForEach(h => h.Dispose());
        }
    }

    /// <summary>The connections of this process are broken, too.</summary>
    private static Task ReconnectAsync(ServiceCity city) => ServiceProcess.UntilAsync(
        async () =>
        {
            try
            {
                await city.RunsAsync();
                return true;
            }
            catch (StoreException fault) when (fault.IsTransient)
            {
                return false;
            }
        },
        () => "The database did not come back.");
}
