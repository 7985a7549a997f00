using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Access;
using SurveyCalc.Indicators.Deliveries;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Tests.Api;
using SurveyCalc.Worker.Serving;
using SurveyCalc.Worker.Webhooks;
using SurveyCalc.Worker.Work;
using static SurveyCalc.Tests.Contracts.StoreSamples;

namespace SurveyCalc.Tests.Service;

/// <summary>What a monitor reads.</summary>
public sealed class MetricsTests(ServiceRun service) : IClassFixture<ServiceRun>
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Runs_rows_the_night_and_deliveries_are_counted()
    {
        var (store, deliveries) = (service.App.Services.GetRequiredService<IStore>(), service.App.Services.GetRequiredService<IDeliveryLedger>());
        using var client = await service.ClientAsync(AccessScope.Upload);
        await service.UploadAsync(client, "令和2年度");
        var night = await service.EndOfAsync((await service.Ledger.RequestAsync(new RunRequest(RunKind.Nightly, "now/1", null, "tester"), None)).Id);
        await store.AppendActualsAsync([Actual("I1", Wave())], None);
        var head = (await store.GetActualsAsync(allRevisions: true, None)).Count;
        const string name = "会計\"A\\B";
        await deliveries.NextAsync(name, "node", TimeSpan.FromMinutes(1), None);
        await deliveries.FailedAsync(name, 1, "HTTP 503", null, None);
        await deliveries.NextAsync("廃止", "node", TimeSpan.FromMinutes(1), None);
        await deliveries.FailedAsync("廃止", 1, WebhookTexts.Gone, DeliveryPolicy.ForGood, None);

        // The counters of a process move a moment after its ledger; those of this one count what other tests do, too.
        var lines = Array.Empty<string>();
        await ServiceProcess.UntilAsync(async () =>
        {
            lines = (await client.GetStringAsync(new Uri("/metrics", UriKind.Relative))).Split('\n');
            return Counted("surveycalc_runs_ended_total{kind=\"Nightly\",state=\"Succeeded\"}") >= 1;
        }, () => string.Join('\n', lines));
        foreach (var expected in new[]
        {
            "surveycalc_store_up 1", "surveycalc_queue_length 0", "surveycalc_runs{kind=\"Import\",state=\"Succeeded\"} 1",
            $"surveycalc_nightly_last_success_seconds {night.FinishedAt!.Value.ToUnixTimeSeconds()}",
            $"surveycalc_delivery_lag{{destination=\"会計\\\"A\\\\B\"}} {head - 1}", "surveycalc_delivery_dead{destination=\"会計\\\"A\\\\B\"} 1",
            $"surveycalc_delivery_lag{{destination=\"廃止\"}} {head}", "surveycalc_delivery_stopped{destination=\"廃止\"} 1", "surveycalc_delivery_stopped{destination=\"会計\\\"A\\\\B\"} 0",
        })
            Assert.Contains(expected, lines);
        Assert.True(Counted("surveycalc_rows_in_total") >= 1012);
        Assert.True(Counted("surveycalc_rows_out_total") >= 22);
        Assert.All(lines.Where(l => l.Length > 0), l => Assert.Matches("^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+({[a-z]+=\".*\"})? [0-9.E+-]+)$", l));

        double Counted(string name) =>
            lines.FirstOrDefault(l => l.StartsWith(name + " ", StringComparison.Ordinal)) is { } line ? double.Parse(line[name.Length..], CultureInfo.InvariantCulture) : 0;
    }

    [Fact]
    public void Without_the_database_its_figures_are_left_out_and_it_is_said()
    {
        using var meter = new RunMeter();
        using var text = new PrometheusText();
        meter.Ended(RunKind.Recompute, RunState.Succeeded, TimeSpan.FromSeconds(1), new RunOutcome(RunState.Succeeded, "", 0, 3));
        var lines = text.Write(null).Split('\n');
        Assert.Contains("surveycalc_store_up 0", lines);
        Assert.Contains(lines, l => l.StartsWith("surveycalc_rows_out_total ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.StartsWith("surveycalc_queue_length", StringComparison.Ordinal));
    }
}
