using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Storage.Sqlite;
using SurveyCalc.Tests.Postgres;
using SurveyCalc.Worker;
using SurveyCalc.Worker.Scheduling;

namespace SurveyCalc.Tests.Service;

/// <summary>A clock that is set ahead and back.</summary>
[Collection(ServiceProcesses.Name)]
public sealed class ClockTests
{
    private const string Library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);
    private static readonly TimeZoneInfo Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    /// <summary>The clocks of two servers are an hour ahead and a day back, then one is a day ahead; that of the database is right.</summary>
    [FakeTimeFact]
    public async Task Servers_with_wrong_clocks_lose_no_run_and_neither_repeat_nor_skip_nor_bring_forward_a_night()
    {
        int[] years = [2020, 2021, 2022, 2023];
        await using var city = await ServiceCity.CreateAsync(true, years);
        await city.ImportEarlierAsync(2020, new SetClock(TimeProvider.System.GetUtcNow().AddDays(-3)));
        var due = TimeProvider.System.GetUtcNow().AddSeconds(12);
        var nightly = ("Nightly", TimeZoneInfo.ConvertTime(due, Tokyo).ToString("s m H", CultureInfo.InvariantCulture) + " * * ?");
        using (var ahead = city.Serve(Clock("+1h"), nightly))
        using (var back = city.Serve(Clock("-1d"), nightly))
        {
            await city.UntilAsync((await city.ReceiveAsync(2021)).Id, RunState.Succeeded, ahead);
            await city.UntilAsync((await city.ReceiveAsync(2022)).Id, RunState.Succeeded, back);
            await ServiceProcess.UntilAsync(async () => (await NightsAsync()).Any(r => r.RequestedAt >= due.AddSeconds(-3)), () => ahead.Log + back.Log);
            await city.UntilIdleAsync();
            Assert.Equal((0, 0), (await ahead.StopAsync(), await back.StopAsync()));
        }

        using (var again = city.Serve(Clock("+26h"), nightly))
        {
            await city.UntilAsync((await city.ReceiveAsync(2023)).Id, RunState.Succeeded, again);
            await city.UntilIdleAsync();
            Assert.Equal(0, await again.StopAsync());
        }

        // Yesterday's, which the service made good when it started, and that of today.
        Assert.Equal(
            new[] { due.AddDays(-1), due }.Select(NightlyRequest.KeyOf), (await NightsAsync()).OrderBy(r => r.Id).Select(r => r.Request.Key));
        Assert.All(await city.RunsAsync(), r => Assert.Equal(RunState.Succeeded, r.State));
        Assert.Equal(await FaultTests.UndisturbedAsync(years), await city.StateAsync());
        await city.AssertNoDuplicateRevisionAsync();

        async Task<List<Run>> NightsAsync() => [.. (await city.RunsAsync()).Where(r => r.Request.Kind is RunKind.Nightly)];

        static (string, string)[] Clock(string offset) => [("LD_PRELOAD", Library), ("FAKETIME", offset)];
    }

    [Fact]
    public async Task A_clock_set_back_by_a_day_keeps_no_run_waiting_or_held()
    {
        var clock = new SetClock(DateTimeOffset.UnixEpoch.AddYears(50));
        await using var run = new CityOfClock(clock);
        await run.Store.MigrateAsync(default);
        await run.Store.RequestAsync(new RunRequest(RunKind.Nightly, "one", null, "tester"), default);

        clock.Now -= TimeSpan.FromDays(1);
        var waited = Assert.IsType<Run>(await run.Store.TakeAsync("a", Silence, default));
        clock.Now -= Silence / 2;
        Assert.Null(await run.Store.TakeAsync("b", Silence, default));
        clock.Now -= TimeSpan.FromDays(1);
        var held = Assert.IsType<Run>(await run.Store.TakeAsync("b", Silence, default));
        await run.Store.FailAsync(new Lease(held.Id, held.Epoch), "", Silence, default);
        Assert.Null(await run.Store.TakeAsync("c", Silence, default));
        clock.Now -= TimeSpan.FromDays(1);
        var retried = Assert.IsType<Run>(await run.Store.TakeAsync("c", Silence, default));
        Assert.Equal([1L, 2, 3], new[] { waited, held, retried }.Select(r => r.Epoch));
    }

    [Fact]
    public async Task A_clock_that_goes_back_and_forth_over_a_night_neither_skips_nor_repeats_one()
    {
        var two = new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.FromHours(9));
        var clock = new SetClock(two.AddMinutes(-30));
        await using var run = new CityOfClock(clock);
        await run.Store.MigrateAsync(default);
        await run.Store.RequestAsync(new RunRequest(RunKind.Recompute, "older", ServiceCity.Wave(2020), "tester"), default);
        var night = new NightlyRequest(
            new QuartzSchedule(Options.Create(new SurveyCalcOptions { Nightly = "0 0 2 * * ?" })), run.Store, run.Store, clock, NullLogger<NightlyRequest>.Instance);
        double[] hours = [-0.5, 0.5, -0.5, 0.001, -24.5, 0.5, 24.001, 0.5, 23.5, 24.5, 47.5, 48.5];
        foreach (var hour in hours)
        {
            clock.Now = two.AddHours(hour);
            await night.MakeGoodAsync(default);
            if (Fires(hour)) await night.FireAsync(default);
        }

        var keys = (await run.Store.GetRunsAsync(100, null, default)).Where(r => r.Request.Kind is RunKind.Nightly).OrderBy(r => r.Id).Select(r => r.Request.Key);
        Assert.Equal(["nightly/2026-11-22", "nightly/2026-11-23", "nightly/2026-11-24"], keys);

        // A scheduler fires once for a time of its clock, however often that comes.
        static bool Fires(double hour) => hour is 0.5 or 24.001;
    }

    /// <summary>An embedded store on a clock of the test's.</summary>
    private sealed class CityOfClock(TimeProvider clock) : IAsyncDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("surveycalc-").FullName;
        private SqliteStore? store;

        public SqliteStore Store => store ??= SqliteStore.Open(Path.Combine(folder, "city.db"), clock);

        public async ValueTask DisposeAsync()
        {
            await Store.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed class SetClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }

    /// <summary>A fact that sets the clock of a process; skipped where Debian's faketime is missing.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class FakeTimeFactAttribute : FactAttribute
    {
        public FakeTimeFactAttribute() =>
            Skip = NeedsPostgresAttribute.Skip ?? (File.Exists(Library) ? null : "The clock of a process cannot be set here: install Debian's faketime.");
    }
}
