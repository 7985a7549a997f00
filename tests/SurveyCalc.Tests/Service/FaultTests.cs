using System.Security.Cryptography;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Indicators.Verification;
using SurveyCalc.Tests.Postgres;
using SurveyCalc.Tests.Scenarios;
using SurveyCalc.Worker.Work;

namespace SurveyCalc.Tests.Service;

/// <summary>Whatever happens to its processes, a city ends in the state of an undisturbed one.</summary>
[Collection(ServiceProcesses.Name)]
public class FaultTests
{
    /// <summary>A file is read, saved and counted.</summary>
    private static readonly string[] Imports =
    [
        "import.taken", "original.written", "original.kept", .. Write(nameof(IStore.SaveWaveAsync)), "import.listed", "import.saved",
        .. Write(nameof(IStore.AppendActualsAsync)), "import.recomputed", "recompute.taken", "recompute.written",
    ];

    /// <summary>A run is taken, lives, fails and ends.</summary>
    private static readonly string[] Runs =
    [
        .. Write(nameof(IRunLedger.TakeAsync)), .. Write(nameof(IRunLedger.BeatAsync)), .. Write(nameof(IRunLedger.FailAsync)),
        "run.followed", "run.performed", .. Write(nameof(IRunLedger.FinishAsync)), "run.finished",
    ];

    /// <summary>A file is taken from the drop folder and put away.</summary>
    private static readonly string[] Drops =
    [
        "staging.written", "staging.moved", .. Write(nameof(IRunLedger.RequestAsync)), "drop.taken", "drop.listed", "drop.slip", "drop.moved",
    ];

    private static readonly string[] Nights = ["nightly.looked", "nightly.requested"];

    internal virtual bool IsOnPostgres => false;

    [StoreFact]
    public async Task Killed_at_every_fail_point_nothing_is_lost_or_done_twice()
    {
        // Receiving and putting away is done in folders, and needs no second round on another store.
        string[] doors = IsOnPostgres ? Drops : ["drop.taken"];
        await Task.WhenAll(KillAtEachAsync(Imports), KillAtEachAsync(Runs), KillAtEachAsync([.. doors, .. Nights]));
    }

    /// <summary>State of a city where one worker imported these years in order, without the service.</summary>
    internal static async Task<IReadOnlyList<string>> UndisturbedAsync(int[] years)
    {
        await using var city = await ServiceCity.CreateAsync(false, years);
        foreach (var year in years.Order()) await city.ImportEarlierAsync(year, TimeProvider.System);
        await new Recompute(city.Store, TimeProvider.System).RunAsync(default);
        return await city.StateAsync();
    }

    /// <summary>Its file comes after the kill: reading it fails until then.</summary>
    private static bool IsLate(string point) => point.StartsWith(nameof(IRunLedger.FailAsync), StringComparison.Ordinal);

    /// <summary>Its import stands still at first, so that there are signs of life.</summary>
    private static bool IsOfLife(string point) => point.StartsWith(nameof(IRunLedger.BeatAsync), StringComparison.Ordinal);

    private static string[] Write(string method) => [$"{method}.written", $"{method}.committed"];

    /// <summary>
    /// One kill after the other in one city: each service makes good what the kill before left, and when all is well it is
    /// armed with the next point and given the work that leads there.
    /// </summary>
    private async Task KillAtEachAsync(string[] points)
    {
        // Later years first, so that each import makes the change of the year after it stale.
        var years = Enumerable.Range(2001, points.Length).Reverse().ToArray();
        await using var city = await ServiceCity.CreateAsync(IsOnPostgres, years);
        await using var undisturbed = await ServiceCity.CreateAsync(false, years);
        var armed = Directory.CreateDirectory(Path.Combine(city.Folder, "armed")).FullName;
        city.Settings.AddRange([("DropFolder", city.Drop), ("Attempts", "20"), ("Silence", "00:00:01"), ("FailPoint", $"@{armed}")]);
        var service = city.Serve();
        foreach (var (point, year) in points.Zip(years))
        {
            try
            {
                // An idle worker passes this one all the time: it dies there at its start, when there is something to take.
                var isPassedIdle = point.StartsWith(nameof(IRunLedger.TakeAsync), StringComparison.Ordinal);
                if (isPassedIdle) service.Dispose();
                var hold = Path.Combine(armed, "import.taken.hold");
                if (IsOfLife(point)) await File.WriteAllTextAsync(hold, "");
                await File.WriteAllTextAsync(Path.Combine(armed, point), "");
                await HandInAsync(city, point, year);
                if (isPassedIdle) service = city.Serve();
                Assert.Equal(137, await service.ExitAsync());
                service.Dispose();
                File.Delete(Path.Combine(armed, point));
                File.Delete(hold);

                if (IsLate(point)) await city.StageAsync(TextOf(year));
                service = city.Serve();
                await undisturbed.ImportEarlierAsync(year, TimeProvider.System, TextOf(year));
                await new Recompute(undisturbed.Store, TimeProvider.System).RunAsync(default);
                await AssertRecoveredAsync(city, undisturbed, [.. years.TakeWhile(y => y >= year)]);
            }
            catch (Exception fault)
            {
                service.Dispose();
                throw new InvalidOperationException($"{point}: {fault.Message}\n{service.Log}", fault);
            }
        }

        service.Dispose();
        Assert.Empty((await new VerifyRecords(city.Store).RunAsync(null, default)).Findings);
    }

    /// <summary>Gives the city the work that leads to a point, with a file of that year.</summary>
    private static async Task HandInAsync(ServiceCity city, string point, int year)
    {
        if (Drops.Contains(point))
        {
            var path = Path.Combine(city.Drop, $"{year}.csv");
            Directory.CreateDirectory(city.Drop);
            await File.WriteAllTextAsync(path + ".受付票.csv", $"調査,年度\r\n{SmallCity.Survey},{year}\r\n");
            await File.WriteAllTextAsync(path, TextOf(year));
            await File.WriteAllTextAsync(path + ".done", "");
        }
        else if (Nights.Contains(point))
        {
            await city.ImportEarlierAsync(year, TimeProvider.System, TextOf(year));
            await city.Ledger.RequestAsync(new RunRequest(RunKind.Nightly, $"now/{year}", null, "tester"), default);
        }
        else if (IsLate(point))
        {
            var bytes = ServiceCity.Bytes(TextOf(year));
            var file = new ReceivedFile($"{year}.csv", Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length);
            await city.Ledger.RequestAsync(new RunRequest(RunKind.Import, $"late/{year}", ServiceCity.Wave(year), "tester", file), default);
        }
        else
        {
            await city.ReceiveAsync(year, TextOf(year));
        }
    }

    /// <summary>Waits, no longer than a recovery may take, until all is done, and compares.</summary>
    private static async Task AssertRecoveredAsync(ServiceCity city, ServiceCity undisturbed, IReadOnlyList<int> years)
    {
        await ServiceProcess.UntilAsync(
            () => Task.FromResult(!Directory.Exists(city.Drop) || Directory.GetFiles(city.Drop).Length == 0), () => "The drop folder is not empty.");
        await city.UntilIdleAsync();
        var runs = await city.RunsAsync();
        Assert.All(runs, r => Assert.Equal((RunState.Succeeded, r.Id), (r.State, r.Id)));
        Assert.Equal(await undisturbed.StateAsync(), await city.StateAsync());
        Assert.Equal(await undisturbed.WavesAsync(), await city.WavesAsync());
        await city.AssertNoDuplicateRevisionAsync();

        var imports = runs.Where(r => r.Request.Kind is RunKind.Import).ToList();
        Assert.Equal(imports.Count, imports.DistinctBy(r => r.Request.Wave).Count());
        Assert.All(imports, r => Assert.Equal(
            r.Request.File!.Sha256, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(city.Data, "originals", r.Request.File.Sha256 + ".csv"))))));
        foreach (var run in imports.Where(r => r.Request.By == "受付フォルダー"))
            Assert.Equal(run.Request.File!.Size, new FileInfo(Path.Combine(city.Drop, "accepted", $"{run.Id}-{run.Request.File.FileName}")).Length);
        Assert.Empty(Directory.GetFiles(Path.Combine(city.Data, "originals"), "*.part"));
        Assert.Empty(Directory.GetFiles(Path.Combine(city.Data, "staging"), $"*{ImportWork.Problems}.*.part"));
        Assert.Equal(years.Order(), (await city.Store.GetWavesAsync(default)).Select(w => w.Wave.FiscalYear.FirstYear));
    }

    /// <summary>A file like no other.</summary>
    private static string TextOf(int year) => ServiceCity.File(year) + string.Concat(Enumerable.Repeat("1,1\r\n", year - 2000));
}

/// <summary>The same on PostgreSQL, and several workers on one.</summary>
[NeedsPostgres]
public sealed class PostgresFaultTests : FaultTests
{
    internal override bool IsOnPostgres => true;

    [StoreFact]
    public async Task Four_workers_finish_200_waves_with_the_state_of_one()
    {
        var years = Enumerable.Range(1926, 200).ToArray();
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
        var again = runs.Where(r => (r.State, r.Attempt) != (RunState.Succeeded, 1)).Select(r => $"Run {r.Id} is {r.State} after attempt {r.Attempt}.");
        Assert.True(!again.Any(), string.Join('\n', again.Concat(workers.SelectMany(w => w.Log.Split('\n')).Where(line => !line.Contains("info:", StringComparison.Ordinal)))));
        Assert.True(runs.Select(r => r.Node).Distinct().Count() > 1, "One process did everything.");
        Assert.Equal(await UndisturbedAsync(years), await city.StateAsync());
        await city.AssertNoDuplicateRevisionAsync();
    }
}
