using SurveyCalc.Indicators.Runs;
using SurveyCalc.Tests.Postgres;
using SurveyCalc.Tests.Scenarios;

namespace SurveyCalc.Tests.Service;

/// <summary>Whatever happens to its processes, a city ends in the state of an undisturbed one.</summary>
[Collection(ServiceProcesses.Name)]
public class FaultTests
{
    private static readonly string[] FailPoints =
    [
        "import.taken", "import.listed", "import.saved", "import.recomputed", "run.followed", "run.performed", "run.finished",
        "recompute.taken", "recompute.written", "nightly.looked", "nightly.requested", "drop.taken",
    ];

    internal virtual bool IsOnPostgres => false;

    [StoreFact]
    public async Task Killed_at_every_fail_point_nothing_is_lost_or_done_twice()
    {
        // Later years first, so that each import makes the change of the year after it stale.
        var years = Enumerable.Range(2001, FailPoints.Length + 1).Reverse().ToArray();
        await using var city = await ServiceCity.CreateAsync(IsOnPostgres, years);
        city.Settings.Add(("DropFolder", city.Drop));
        city.Settings.Add(("Attempts", "20"));
        await city.ReceiveAsync(years[0]);
        for (var i = 0; i < FailPoints.Length; i++)
        {
            if (FailPoints[i] == "drop.taken")
            {
                var place = Path.Combine(city.Drop, SmallCity.Survey, $"{years[i + 1]}");
                Directory.CreateDirectory(place);
                await File.WriteAllTextAsync(Path.Combine(place, "回答.csv"), ServiceCity.File(years[i + 1]));
            }
            else
            {
                await city.ReceiveAsync(years[i + 1]);
            }

            await city.Ledger.RequestAsync(new RunRequest(RunKind.Nightly, $"now/{i}", null, "tester"), default);
            using var doomed = city.Serve(("FailPoint", FailPoints[i]));
            Assert.Equal(137, await doomed.ExitAsync());
        }

        using var service = city.Serve();
        await ServiceProcess.UntilAsync(() => Task.FromResult(Directory.Exists(Path.Combine(city.Drop, "accepted"))
            && Directory.GetFiles(Path.Combine(city.Drop, "accepted"), "*回答.csv", SearchOption.AllDirectories).Length == 1), () => service.Log);
        await city.UntilIdleAsync();

        Assert.All(await city.RunsAsync(), r => Assert.Equal(RunState.Succeeded, r.State));
        Assert.Equal(await UndisturbedAsync(years), await city.StateAsync());
        await city.AssertNoDuplicateRevisionAsync();
        Assert.Equal(years.Length, (await city.RunsAsync()).Count(r => r.Request.Kind is RunKind.Import));
    }

    /// <summary>State of a city where one worker imported these years in order, without the service.</summary>
    internal static async Task<IReadOnlyList<string>> UndisturbedAsync(int[] years)
    {
        await using var city = await ServiceCity.CreateAsync(false, years);
        foreach (var year in years.Order()) await city.ImportEarlierAsync(year, TimeProvider.System);
        await new Indicators.Computation.Recompute(city.Store, TimeProvider.System).RunAsync(default);
        return await city.StateAsync();
    }
}

/// <summary>The same on PostgreSQL, and several workers on one.</summary>
[NeedsPostgres]
public sealed class PostgresFaultTests : FaultTests
{
    internal override bool IsOnPostgres => true;

    [StoreFact]
    public async Task Four_workers_finish_many_waves_with_the_state_of_one()
    {
        var years = Enumerable.Range(1990, 30).ToArray();
        await using var city = await ServiceCity.CreateAsync(true, years);
        city.Settings.Add(("Silence", "00:00:30")); // nobody dies here: a start on a busy machine is no silence
        foreach (var year in years) await city.ReceiveAsync(year);
        var workers = Enumerable.Range(0, 4).Select(_ => city.Serve()).ToList();
        try
        {
            await city.UntilIdleAsync();
        }
        finally
        {
            workers.ForEach(w => w.Dispose());
        }

        var runs = await city.RunsAsync();
        Assert.All(runs, r => Assert.Equal((RunState.Succeeded, 1), (r.State, r.Attempt)));
        Assert.True(runs.Select(r => r.Node).Distinct().Count() > 1, "One process did everything.");
        Assert.Equal(await UndisturbedAsync(years), await city.StateAsync());
        await city.AssertNoDuplicateRevisionAsync();
    }
}
