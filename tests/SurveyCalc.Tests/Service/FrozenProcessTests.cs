using Npgsql;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Tests.Postgres;

namespace SurveyCalc.Tests.Service;

/// <summary>Processes that stand still for longer than their lease (SIGSTOP), and wake when others have done their work.</summary>
[Collection(ServiceProcesses.Name)]
[NeedsPostgres]
public sealed class FrozenProcessTests
{
    [StoreFact]
    public async Task A_process_that_stood_still_is_refused_when_it_wakes_and_nothing_is_done_twice()
    {
        int[] years = [2020, 2021, 2022, 2023];
        await using var city = await ServiceCity.CreateAsync(true, years);
        city.Settings.Add(("Silence", "00:01:00")); // until they are stopped, they hold what they took
        var frozen = new List<HeldProcess>();
        try
        {
            await city.ReceiveAsync(years[0]);
            frozen.Add(await city.HoldAsync("FinishAsync.written"));

            // What is appended last is appended under the lock of the chain, so the end of a run came before.
            foreach (var year in years[1..]) await city.ReceiveAsync(year);
            frozen.AddRange(await Task.WhenAll(new[] { "SaveWaveAsync.written", "import.saved", "AppendActualsAsync.written" }.Select(point => city.HoldAsync(point))));
            frozen.ForEach(f => f.Process.Signal("STOP"));

            using var awake = city.Serve(("Silence", "00:00:01"));
            await city.UntilIdleAsync();
            var (ends, state) = (await EndsAsync(city), await city.StateAsync());
            Assert.Equal(years.Length, (await city.RunsAsync()).Count(r => r.Request.Kind is RunKind.Import && r.Epoch > 1));
            Assert.Equal(await FaultTests.UndisturbedAsync(years), state);

            frozen.ForEach(f => f.LetGo());
            frozen.ForEach(f => f.Process.Signal("CONT"));
            foreach (var woken in frozen) await woken.Process.SaysAsync("was taken over");
            await city.UntilIdleAsync();
            Assert.Equal(ends, await EndsAsync(city));
            Assert.Equal(state, await city.StateAsync());
            await city.AssertNoDuplicateRevisionAsync();
            foreach (var woken in frozen) Assert.Equal(0, await woken.Process.StopAsync());
        }
        finally
        {
            frozen.ForEach(f => f.Dispose());
        }
    }

    /// <summary>One holds the queue itself, which belongs to no run, the other the row of its run by a sign of life.</summary>
    [StoreFact]
    public async Task A_process_that_stands_still_with_the_queue_in_its_hands_does_not_stop_the_others()
    {
        int[] years = [2020, 2021];
        await using var city = await ServiceCity.CreateAsync(true, years);
        var database = city.Settings.Single(s => s.Key == "Database").Value;
        var impatient = ("Database", new NpgsqlConnectionStringBuilder(database) { Options = "-c idle_in_transaction_session_timeout=8s" }.ToString());
        await city.ReceiveAsync(years[0]);

        // Nothing is appended meanwhile, so that the run gives signs of life.
        await using var chain = new NpgsqlConnection(database);
        await chain.OpenAsync();
        await using (var hold = new NpgsqlCommand("select pg_advisory_lock(hashtextextended('surveycalc revisions', 0))", chain)) await hold.ExecuteNonQueryAsync();
        using var beating = await city.HoldAsync("BeatAsync.written", impatient);
        using var taking = await city.HoldAsync("TakeAsync.written", impatient, ("Silence", "00:01:00"));
        beating.Process.Signal("STOP");
        taking.Process.Signal("STOP");
        await using (var release = new NpgsqlCommand("select pg_advisory_unlock_all()", chain)) await release.ExecuteNonQueryAsync();
        await city.ReceiveAsync(years[1]);
        using var awake = city.Serve();
        await city.UntilIdleAsync();
        var (ends, state) = (await EndsAsync(city), await city.StateAsync());
        Assert.Equal(await FaultTests.UndisturbedAsync(years), state);

        foreach (var held in new[] { beating, taking })
        {
            held.LetGo();
            held.Process.Signal("CONT");
        }

        await beating.Process.SaysAsync("was taken over");
        await taking.Process.SaysAsync("The database did not answer");
        await city.UntilIdleAsync();
        Assert.Equal(ends, await EndsAsync(city));
        Assert.Equal(state, await city.StateAsync());
        await city.AssertNoDuplicateRevisionAsync();
    }

    /// <summary>How and by whom each run was ended.</summary>
    private static async Task<List<(long, RunState, int, long, string, DateTimeOffset?, long)>> EndsAsync(ServiceCity city) =>
        [.. (await city.RunsAsync()).Select(r => (r.Id, r.State, r.Attempt, r.Epoch, r.Node, r.FinishedAt, r.RowsOut))];
}
