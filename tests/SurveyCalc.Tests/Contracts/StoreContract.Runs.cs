using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Tests.Postgres;
using static SurveyCalc.Tests.Contracts.StoreSamples;

namespace SurveyCalc.Tests.Contracts;

public abstract partial class StoreContract
{
    /// <summary>Longer than any test takes: nobody is taken over.</summary>
    private protected static readonly TimeSpan Long = TimeSpan.FromHours(1);

    private IRunLedger Runs => (IRunLedger)store;

    private protected static RunRequest Recomputation(int year) => new(RunKind.Recompute, $"recompute/{year}", Wave(year: year), "planner");

    private static RunRequest Nightly(string key = "nightly/2026-11-22") => new(RunKind.Nightly, key, null, "schedule");

    private static RunRequest Import(string key, int year = 2020) =>
        new(RunKind.Import, key, Wave(year: year), "窓口", new ReceivedFile("回答'\";.csv", CanonicalJson.Hash(key), 1L << 40));

    private protected static Lease LeaseOf(Run run) => new(run.Id, run.Epoch);

    private async Task<Run> TakeAsync(string node = "a", TimeSpan? silence = null) =>
        Assert.IsType<Run>(await Runs.TakeAsync(node, silence ?? Long, None));

    private async Task<Run> FindAsync(long id) => Assert.IsType<Run>(await Runs.FindRunAsync(id, None));

    [StoreFact]
    public async Task A_requested_run_waits_and_is_told_as_it_was_requested()
    {
        foreach (var request in new[] { Import("upload/1"), Recomputation(2020), Nightly() })
        {
            var run = await Runs.RequestAsync(request, None);
            Assert.Equal(request, run.Request);
            Assert.Equal((RunState.Waiting, 0, 0L, ""), (run.State, run.Attempt, run.Epoch, run.Node));
            Assert.Equal(run.RequestedAt, run.NotBefore);
            await RestartAsync();
            Assert.Equal(run, await Runs.FindRunAsync(run.Id, None));
        }

        Assert.Null(await Runs.FindRunAsync(4_711, None));
    }

    [StoreFact]
    public async Task A_request_with_a_known_key_is_the_first_run_whatever_its_state()
    {
        var first = await Runs.RequestAsync(Nightly(), None);
        var taken = await TakeAsync();
        Assert.Equal(taken, await Runs.RequestAsync(Nightly() with { By = "another" }, None));
        await Runs.FinishAsync(LeaseOf(taken), new RunOutcome(RunState.Succeeded, "変更なし"), None);
        Assert.Equal(RunState.Succeeded, (await Runs.RequestAsync(Nightly(), None)).State);
        Assert.Equal([first.Id], (await Runs.GetRunsAsync(10, null, None)).Select(run => run.Id));
    }

    [StoreFact]
    public async Task One_key_requested_by_eight_at_once_is_one_run()
    {
        await using var other = await ReopenAsync();
        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            ((IRunLedger)(i % 2 == 0 ? store : other)).RequestAsync(Nightly() with { By = $"{i}" }, None)));
        Assert.Single(runs.Distinct());
        Assert.Single(await Runs.GetRunsAsync(10, null, None));
    }

    [StoreFact]
    public async Task Runs_are_taken_in_the_order_they_were_requested()
    {
        foreach (var year in new[] { 2020, 2019, 2021 }) await Runs.RequestAsync(Recomputation(year), None);
        var years = new List<int>();
        while (await Runs.TakeAsync("a", Long, None) is { } run) years.Add(run.Request.Wave!.Value.FiscalYear.FirstYear);
        Assert.Equal([2020, 2019, 2021], years);
    }

    [StoreFact]
    public async Task A_take_gives_a_lease_and_counts_the_attempt()
    {
        var requested = await Runs.RequestAsync(Nightly(), None);
        var taken = await TakeAsync("worker 1");
        Assert.Equal((requested.Id, RunState.Running, 1, 1L, "worker 1"), (taken.Id, taken.State, taken.Attempt, taken.Epoch, taken.Node));
        Assert.NotNull(taken.StartedAt);
        Assert.Equal(taken.StartedAt, taken.HeartbeatAt);
        Assert.Null(taken.FinishedAt);
        Assert.Equal(taken, await FindAsync(taken.Id));
        Assert.Null(await Runs.TakeAsync("worker 2", Long, None));
    }

    [StoreFact]
    public async Task Two_runs_of_one_wave_never_run_at_a_time_and_others_pass_by()
    {
        var first = await Runs.RequestAsync(Import("upload/1"), None);
        var second = await Runs.RequestAsync(Import("upload/2"), None);
        var other = await Runs.RequestAsync(Import("upload/3", year: 2021), None);
        Assert.Equal([first.Id, other.Id], [(await TakeAsync()).Id, (await TakeAsync()).Id]);
        Assert.Null(await Runs.TakeAsync("a", Long, None));
        await Runs.FinishAsync(new Lease(first.Id, 1), new RunOutcome(RunState.Rejected, "不受理"), None);
        Assert.Equal(second.Id, (await TakeAsync()).Id);
    }

    [StoreFact]
    public async Task Imports_of_one_wave_keep_their_order_while_the_first_is_tried_again()
    {
        await Runs.RequestAsync(Import("upload/1"), None);
        await Runs.RequestAsync(Import("upload/2"), None);
        var recomputation = await Runs.RequestAsync(Recomputation(2020), None);
        var other = await Runs.RequestAsync(Import("upload/3", 2021), None);
        await Runs.FailAsync(LeaseOf(await TakeAsync()), "データベースに接続できません。", Long, None);
        Assert.Equal(recomputation.Id, (await TakeAsync()).Id);
        Assert.Equal(other.Id, (await TakeAsync()).Id);
        await Runs.FinishAsync(LeaseOf(await FindAsync(recomputation.Id)), new RunOutcome(RunState.Succeeded, "変更なし"), None);
        Assert.Null(await Runs.TakeAsync("b", Long, None));
    }

    [StoreFact]
    public async Task A_dead_import_lets_the_later_ones_of_its_wave_pass()
    {
        await Runs.RequestAsync(Import("upload/1"), None);
        var second = await Runs.RequestAsync(Import("upload/2"), None);
        await Runs.FailAsync(LeaseOf(await TakeAsync()), "空きがありません。", null, None);
        Assert.Equal(second.Id, (await TakeAsync()).Id);
    }

    [StoreFact]
    public async Task A_dead_import_is_not_revived_once_a_later_one_of_its_wave_was_taken_in()
    {
        var first = await Runs.RequestAsync(Import("upload/1"), None);
        await Runs.FailAsync(LeaseOf(await TakeAsync()), "空きがありません。", null, None);
        foreach (var (other, year, state) in new[] { ("upload/2", 2020, RunState.Rejected), ("upload/3", 2021, RunState.Succeeded) })
        {
            await Runs.RequestAsync(Import(other, year), None);
            await Runs.FinishAsync(LeaseOf(await TakeAsync()), new RunOutcome(state, "済み"), None);
        }

        Assert.True(await Runs.ReviveAsync(first.Id, "運用者", None));
        await Runs.FailAsync(LeaseOf(await TakeAsync()), "空きがありません。", null, None);
        var later = await Runs.RequestAsync(Import("upload/4"), None);
        await Runs.FinishAsync(LeaseOf(await TakeAsync()), new RunOutcome(RunState.Succeeded, "済み"), None);
        var refusal = await Assert.ThrowsAsync<OperatorException>(() => Runs.ReviveAsync(first.Id, "運用者", None));
        Assert.Equal(
            $"処理{first.Id}のファイルよりあとに送られたファイル(処理{later.Id})を取り込み済みです。古い回答に戻ってしまうため、再実行しません。"
            + $"処理{first.Id}のファイルを使うときは、内容を確かめてから import で取り込んでください。", refusal.Message);
        Assert.Equal(RunState.Dead, (await FindAsync(first.Id)).State);
    }

    [StoreFact]
    public async Task Nightly_runs_are_of_no_wave_and_run_beside_each_other()
    {
        await Runs.RequestAsync(Nightly("nightly/1"), None);
        await Runs.RequestAsync(Nightly("nightly/2"), None);
        Assert.NotEqual((await TakeAsync()).Id, (await TakeAsync()).Id);
    }

    [StoreFact]
    public async Task A_sign_of_life_carries_the_progress_and_keeps_the_run()
    {
        await Runs.RequestAsync(Nightly(), None);
        var taken = await TakeAsync();
        await Runs.BeatAsync(LeaseOf(taken), 0.25, None);
        var beaten = await FindAsync(taken.Id);
        Assert.Equal(taken with { Progress = 0.25, HeartbeatAt = beaten.HeartbeatAt }, beaten);
        Assert.True(beaten.HeartbeatAt >= taken.HeartbeatAt);
        Assert.Null(await Runs.TakeAsync("b", Long, None));
    }

    [StoreFact]
    public async Task A_finished_run_keeps_its_outcome_and_its_report()
    {
        var request = Import("upload/1");
        await Runs.RequestAsync(request, None);
        var report = Report(Upload(Wave())) with { Errors = 1 };
        var taken = await TakeAsync();
        await Runs.FinishAsync(LeaseOf(taken), new RunOutcome(RunState.Rejected, "誤りが1件あります。", 6, 0, report), None);
        var finished = await FindAsync(taken.Id);
        Assert.Equal((RunState.Rejected, "誤りが1件あります。", 6L, 0L, 1.0), (finished.State, finished.Message, finished.RowsIn, finished.RowsOut, finished.Progress));
        Assert.NotNull(finished.FinishedAt);
        Assert.Equal(CanonicalJson.Write(report), CanonicalJson.Write(finished.Report));
        Assert.Null(await Runs.TakeAsync("b", TimeSpan.Zero, None));
    }

    [StoreFact]
    public async Task No_run_finishes_as_waiting_running_or_dead()
    {
        await Runs.RequestAsync(Nightly(), None);
        var taken = await TakeAsync();
        foreach (var state in new[] { RunState.Waiting, RunState.Running, RunState.Dead })
            await Assert.ThrowsAsync<ArgumentException>(() => Runs.FinishAsync(LeaseOf(taken), new RunOutcome(state, ""), None));
        Assert.Equal(taken, await FindAsync(taken.Id));
    }

    [StoreFact]
    public async Task A_failed_run_waits_for_its_delay_while_the_queue_moves_on()
    {
        var failing = await Runs.RequestAsync(Recomputation(2020), None);
        var next = await Runs.RequestAsync(Recomputation(2021), None);
        await Runs.FailAsync(LeaseOf(await TakeAsync()), "データベースに接続できません。", Long, None);
        var waiting = await FindAsync(failing.Id);
        Assert.Equal((RunState.Waiting, 1, "データベースに接続できません。"), (waiting.State, waiting.Attempt, waiting.Message));
        Assert.True(waiting.NotBefore > waiting.RequestedAt + Long - TimeSpan.FromSeconds(1));
        Assert.Equal(next.Id, (await TakeAsync()).Id);
        Assert.Null(await Runs.TakeAsync("a", TimeSpan.FromDays(1), None));
    }

    [StoreFact]
    public async Task A_failed_run_that_is_due_again_is_the_next_attempt()
    {
        await Runs.RequestAsync(Recomputation(2020), None);
        await Runs.FailAsync(LeaseOf(await TakeAsync()), "一時的な誤り", TimeSpan.Zero, None);
        var again = await TakeAsync("b");
        Assert.Equal((2, 2L, "b", "一時的な誤り"), (again.Attempt, again.Epoch, again.Node, again.Message));
    }

    [StoreFact]
    public async Task A_dead_run_stays_dead_until_a_person_revives_it()
    {
        var request = await Runs.RequestAsync(Recomputation(2020), None);
        Assert.False(await Runs.ReviveAsync(request.Id, "運用者", None));
        await Runs.FailAsync(LeaseOf(await TakeAsync()), "あきらめました。", null, None);
        var dead = await FindAsync(request.Id);
        Assert.Equal((RunState.Dead, "あきらめました。"), (dead.State, dead.Message));
        Assert.NotNull(dead.FinishedAt);
        Assert.Null(await Runs.TakeAsync("a", TimeSpan.Zero, None));

        Assert.True(await Runs.ReviveAsync(request.Id, "運用者", None));
        Assert.False(await Runs.ReviveAsync(request.Id, "運用者", None));
        var waiting = await FindAsync(request.Id);
        Assert.Equal((RunState.Waiting, 0, null), (waiting.State, waiting.Attempt, waiting.FinishedAt));
        var again = await TakeAsync();
        Assert.Equal((1, 2L), (again.Attempt, again.Epoch));
        Assert.False(await Runs.ReviveAsync(4_711, "運用者", None));
    }

    [StoreFact]
    public async Task The_latest_runs_come_first_a_page_at_a_time()
    {
        var ids = new List<long>();
        for (var i = 0; i < 5; i++) ids.Add((await Runs.RequestAsync(Nightly($"nightly/{i}"), None)).Id);
        ids.Reverse();
        Assert.Equal(ids[..2], (await Runs.GetRunsAsync(2, null, None)).Select(run => run.Id));
        Assert.Equal(ids[2..], (await Runs.GetRunsAsync(10, ids[1], None)).Select(run => run.Id));
        Assert.Empty(await Runs.GetRunsAsync(10, ids[^1], None));
    }

    [StoreFact]
    public async Task Eight_takers_never_share_a_run_or_a_wave()
    {
        const int waves = 6;
        for (var i = 0; i < 4; i++)
            for (var year = 0; year < waves; year++)
                await Runs.RequestAsync(Import($"upload/{i}/{year}", 2010 + year), None);
        var taken = new List<long>();
        var running = new HashSet<WaveKey>();
        await using var other = await ReopenAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            var ledger = (IRunLedger)(i % 2 == 0 ? store : other);
            while (true)
            {
                if (await ledger.TakeAsync($"{i}", Long, None) is { } run)
                {
                    lock (taken)
                    {
                        taken.Add(run.Id);
                        Assert.True(running.Add(run.Request.Wave!.Value), "two runs of one wave at a time");
                    }

                    await ledger.BeatAsync(LeaseOf(run), 0.5, None);
                    lock (taken) running.Remove(run.Request.Wave!.Value);
                    await ledger.FinishAsync(LeaseOf(run), new RunOutcome(RunState.Succeeded, ""), None);
                }
                else if ((await ledger.GetRunsAsync(100, null, None)).All(r => r.State is RunState.Succeeded))
                {
                    return;
                }
            }
        }));
        Assert.Equal(4 * waves, taken.Count);
        Assert.Equal(taken.Count, taken.Distinct().Count());
        Assert.All(await Runs.GetRunsAsync(100, null, None), run => Assert.Equal((1, 1L), (run.Attempt, run.Epoch)));
    }

    [StoreFact]
    public async Task A_file_is_needed_until_its_runs_ended_long_enough_ago()
    {
        Assert.Empty(await Runs.GetFileUsesAsync(Long, None));
        await Runs.RequestAsync(Nightly(), None);
        await Runs.FinishAsync(LeaseOf(await TakeAsync()), new RunOutcome(RunState.Succeeded, ""), None);
        var file = (await Runs.RequestAsync(Import("upload/1"), None)).Request.File!;
        Assert.Equal([new FileUse(file.Sha256, true, false)], await Runs.GetFileUsesAsync(TimeSpan.Zero, None));
        await Runs.FailAsync(LeaseOf(await TakeAsync()), "", null, None);
        Assert.Equal([new FileUse(file.Sha256, true, false)], await Runs.GetFileUsesAsync(TimeSpan.Zero, None));
        await Runs.RequestAsync(Import("upload/1", 2021) with { Key = "upload/2", File = file }, None);
        await Runs.FinishAsync(LeaseOf(await TakeAsync()), new RunOutcome(RunState.Succeeded, ""), None);
        await Runs.ReviveAsync(2, "tester", None);
        await Runs.FinishAsync(LeaseOf(await TakeAsync()), new RunOutcome(RunState.Rejected, ""), None);
        Assert.Equal([new FileUse(file.Sha256, true, true)], await Runs.GetFileUsesAsync(Long, None));
        Assert.Equal([new FileUse(file.Sha256, false, true)], await Runs.GetFileUsesAsync(TimeSpan.Zero, None));
    }
}
