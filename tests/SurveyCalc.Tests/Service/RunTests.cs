using System.Globalization;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Tests.Postgres;
using SurveyCalc.Tests.Scenarios;
using SurveyCalc.Worker.Work;

namespace SurveyCalc.Tests.Service;

/// <summary>What becomes of runs in a service that runs in its own process, on the embedded store.</summary>
[Collection(ServiceProcesses.Name)]
public class RunTests
{
    internal virtual bool IsOnPostgres => false;

    [StoreFact]
    public async Task A_rejected_file_ends_at_once_with_its_problems_and_the_queue_moves_on()
    {
        const string canary = "金糸雀8931";
        await using var city = await ServiceCity.CreateAsync(IsOnPostgres, 2020, 2021);
        using var service = city.Serve();
        await service.ListeningAsync();
        var bad = await city.ReceiveAsync(2020, $"問1,性別\r\n1,1\r\n{canary},2\r\n");
        var good = await city.ReceiveAsync(2021);

        var rejected = await city.UntilAsync(bad.Id, RunState.Rejected, service);
        var done = await city.UntilAsync(good.Id, RunState.Succeeded, service);

        Assert.Equal(1, rejected.Attempt);
        Assert.Equal(1, rejected.Report!.Errors);
        Assert.Contains(canary, await File.ReadAllTextAsync(city.Staging.PathBeside(bad.Id, ImportWork.Problems)), StringComparison.Ordinal);
        Assert.Equal((40, 3), (done.RowsIn, done.RowsOut));
        Assert.Equal(3, (await city.StateAsync()).Count);
        Assert.Equal(0, await service.StopAsync());
        Assert.DoesNotContain(canary, service.Log, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task The_change_of_the_next_year_follows_an_import_of_the_year_before()
    {
        await using var city = await ServiceCity.CreateAsync(IsOnPostgres, 2020, 2021);
        using var service = city.Serve();
        await city.UntilAsync((await city.ReceiveAsync(2021)).Id, RunState.Succeeded, service);
        await city.UntilAsync((await city.ReceiveAsync(2020)).Id, RunState.Succeeded, service);
        await city.UntilIdleAsync();

        var followed = Assert.Single(await city.RunsAsync(), r => r.Request.Kind is RunKind.Recompute);
        Assert.Equal((ServiceCity.Wave(2021), RunState.Succeeded, 3), (followed.Request.Wave!.Value, followed.State, followed.RowsOut));
    }

    [StoreFact]
    public async Task A_file_sent_again_after_another_has_replaced_it_counts_again()
    {
        await using var city = await ServiceCity.CreateAsync(IsOnPostgres, 2020);
        using var service = city.Serve();
        var first = await city.ReceiveAsync(2020);
        await city.UntilAsync(first.Id, RunState.Succeeded, service);
        var state = await city.StateAsync();
        Assert.Equal(first.Id, (await city.ReceiveAsync(2020)).Id);
        await city.UntilAsync((await city.ReceiveAsync(2020, ServiceCity.File(2023))).Id, RunState.Succeeded, service);
        Assert.NotEqual(state, await city.StateAsync());

        await city.UntilAsync((await city.ReceiveAsync(2020)).Id, RunState.Succeeded, service);
        Assert.Equal(state, await city.StateAsync());
    }

    [StoreFact]
    public async Task A_fault_that_passes_is_tried_again_until_it_has_passed()
    {
        await using var city = await ServiceCity.CreateAsync(IsOnPostgres, 2020);
        var run = await city.ReceiveAsync(2020);
        var (staged, aside) = (Path.Combine(city.Data, "staging", run.Request.File!.Sha256 + ".csv"), Path.Combine(city.Folder, "aside"));
        File.Move(staged, aside);
        using var service = city.Serve(("Attempts", "50"), ("MostDelay", "00:00:00.5"));
        await ServiceProcess.UntilAsync(async () => (await city.Ledger.FindRunAsync(run.Id, default))!.Attempt >= 2, () => service.Log);
        File.Move(aside, staged);

        Assert.InRange((await city.UntilAsync(run.Id, RunState.Succeeded, service)).Attempt, 2, 50);
    }

    [StoreFact]
    public async Task A_run_that_fails_every_time_is_dead_with_its_reason_until_somebody_revives_it()
    {
        await using var city = await ServiceCity.CreateAsync(IsOnPostgres, 2020);
        var run = await city.ReceiveAsync(2020);
        var (staged, aside) = (Path.Combine(city.Data, "staging", run.Request.File!.Sha256 + ".csv"), Path.Combine(city.Folder, "aside"));
        File.Move(staged, aside);
        using var service = city.Serve(("Attempts", "3"));
        var dead = await city.UntilAsync(run.Id, RunState.Dead, service);
        Assert.Equal(3, dead.Attempt);
        Assert.Contains(run.Request.File.Sha256, dead.Message, StringComparison.Ordinal);

        File.Move(aside, staged);
        if (!IsOnPostgres)
        {
            var id = run.Id.ToString(CultureInfo.InvariantCulture);
            Assert.Equal(0, (await CommandRun.RunAsync("run-again", id, "--data", city.Data)).Exit);
            await city.UntilAsync(run.Id, RunState.Succeeded, service);
            var again = await CommandRun.RunAsync("run-again", id, "--data", city.Data);
            Assert.Equal((2, $"処理{id}は「完了」です。再実行できるのは「停止」の処理だけです。\n"), (again.Exit, again.Error));
        }
        else
        {
            Assert.True(await city.Ledger.ReviveAsync(run.Id, "tester", default));
            await city.UntilAsync(run.Id, RunState.Succeeded, service);
        }
    }
}

/// <summary>The same on PostgreSQL.</summary>
[NeedsPostgres]
public sealed class PostgresRunTests : RunTests
{
    internal override bool IsOnPostgres => true;
}
