using System.Globalization;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Tests.Postgres;

namespace SurveyCalc.Tests.Service;

/// <summary>The nightly run of a service in its own process.</summary>
[Collection(ServiceProcesses.Name)]
public class NightTests
{
    private static readonly TimeZoneInfo Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    internal virtual bool IsOnPostgres => false;

    [StoreFact]
    public async Task A_missed_night_is_made_good_once_and_a_quiet_one_writes_nothing()
    {
        await using var city = await ServiceCity.CreateAsync(IsOnPostgres, 2020);
        await city.ImportEarlierAsync(2020, new Earlier(TimeSpan.FromDays(3)));
        await new Recompute(city.Store, TimeProvider.System).RunAsync(default);
        var before = await city.Store.GetActualsAsync(allRevisions: true, default);
        for (var start = 0; start < 2; start++)
        {
            using var service = city.Serve(("Nightly", TwelveHoursAgo()));
            await service.ListeningAsync();
            await city.UntilIdleAsync();
            var night = Assert.Single(await city.RunsAsync());
            Assert.Equal((RunKind.Nightly, RunState.Succeeded, 0), (night.Request.Kind, night.State, night.RowsOut));
            Assert.Equal("実績3件に変わりはありません。何も書いていません。", night.Message);
            Assert.Equal(0, await service.StopAsync());
        }

        Assert.Equal(before.Select(a => a.RecordedAt), (await city.Store.GetActualsAsync(allRevisions: true, default)).Select(a => a.RecordedAt));
    }

    [StoreFact]
    public async Task A_night_asks_for_a_run_of_each_wave_whose_inputs_changed()
    {
        await using var city = await ServiceCity.CreateAsync(IsOnPostgres, 2020, 2021);
        await city.ImportEarlierAsync(2020, new Earlier(TimeSpan.FromDays(3)));
        await city.ImportEarlierAsync(2021, new Earlier(TimeSpan.FromDays(2)));
        using var service = city.Serve(("Nightly", TwelveHoursAgo()));
        await service.ListeningAsync();
        await city.UntilIdleAsync();

        var runs = await city.RunsAsync();
        var night = Assert.Single(runs, r => r.Request.Kind is RunKind.Nightly);
        var waves = runs.Where(r => r.Request.Kind is RunKind.Recompute).OrderBy(r => r.Id).ToList();
        Assert.Equal([ServiceCity.Wave(2020), ServiceCity.Wave(2021)], waves.Select(r => r.Request.Wave!.Value));
        Assert.All(waves, r => Assert.EndsWith(night.Request.Key, r.Request.Key, StringComparison.Ordinal));
        Assert.Equal(6, (await city.StateAsync()).Count);
        var (status, text) = await service.GetAsync("/health/ready");
        Assert.Equal((System.Net.HttpStatusCode.OK, """{"state":"ready","reasons":[]}"""), (status, text));
        Assert.Contains("surveycalc_runs{kind=\"Recompute\",state=\"Succeeded\"} 2\n", (await service.GetAsync("/metrics")).Text, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_new_installation_has_missed_no_night_and_a_changed_schedule_counts_at_the_next_start()
    {
        await using var city = await ServiceCity.CreateAsync(IsOnPostgres, 2020);
        using (var service = city.Serve(("Nightly", TwelveHoursAgo())))
        {
            await service.ListeningAsync();
            Assert.Equal(0, await service.StopAsync());
            Assert.Empty(await city.RunsAsync());
        }

        using var changed = city.Serve(("Nightly", "0/2 * * * * ?"));
        await ServiceProcess.UntilAsync(async () => (await city.RunsAsync()).Count > 0, () => changed.Log);
        var today = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), Tokyo);
        var run = Assert.Single(await city.RunsAsync());
        Assert.Contains(run.Request.Key, new[] { today, today.AddMinutes(-5) }.Select(d => $"nightly/{d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"));
        await city.UntilAsync(run.Id, RunState.Succeeded, changed);
    }

    /// <summary>A time of day that was due half a day ago, whenever the test runs.</summary>
    private static string TwelveHoursAgo() => string.Create(CultureInfo.InvariantCulture,
        $"0 0 {TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), Tokyo).AddHours(-12).Hour} * * ?");

    private sealed class Earlier(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - by;
    }
}

/// <summary>The same with the schedule in a PostgreSQL.</summary>
[NeedsPostgres]
public sealed class PostgresNightTests : NightTests
{
    internal override bool IsOnPostgres => true;
}
