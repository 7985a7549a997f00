using Microsoft.Extensions.Options;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Storage;
using SurveyCalc.Storage.Sqlite;
using SurveyCalc.Worker;
using SurveyCalc.Worker.Work;

namespace SurveyCalc.Tests.Service;

/// <summary>Received files go when nobody needs them any more, and not before.</summary>
[Collection(ServiceProcesses.Name)]
public sealed class RetentionTests : IDisposable
{
    private static readonly TimeSpan Days40 = TimeSpan.FromDays(40);

    private readonly string folder = Directory.CreateTempSubdirectory("surveycalc-").FullName;

    private static CancellationToken None => CancellationToken.None;

    private string Staging => Path.Combine(folder, "staging");

    private string Originals => Path.Combine(folder, "originals");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(true, "again dead fresh lately lost running waiting")]
    [InlineData(false, "again dead fresh lately running waiting")]
    public async Task Files_of_runs_that_ended_long_ago_go_unless_the_original_is_missing(bool keepsOriginals, string remaining)
    {
        foreach (var name in new[] { "accepted", "again", "rejected", "lately", "waiting", "running", "dead", "lost", "nobody's" }) Stage(name, Days40);
        Stage("fresh", TimeSpan.FromDays(1));
        await using (var past = Open(Days40))
        {
            await EndAsync(past, "accepted", RunState.Succeeded);
            await EndAsync(past, "lost", RunState.Succeeded);
            await EndAsync(past, "rejected", RunState.Rejected);
            await EndAsync(past, "again", RunState.Rejected);
            await EndAsync(past, "dead", RunState.Dead);
            await EndAsync(past, "running", RunState.Running);
        }

        await using var present = Open(TimeSpan.Zero);
        await EndAsync(present, "lately", RunState.Rejected);
        await present.RequestAsync(Import("waiting"), None);
        await present.RequestAsync(Import("again", "別"), None); // rejected for one wave, sent for another
        foreach (var name in new[] { "accepted", "lately" }) await KeepAsync(name);
        await File.WriteAllTextAsync(Path.Combine(Staging, "1-" + ImportWork.Problems), "問題点");
        foreach (var (part, age) in new[] { ("left.part", Days40), ("arriving.part", TimeSpan.Zero) }) Write(part, "x", age);

        var removed = await Sweep(present, keepsOriginals).RunAsync(None);

        Assert.Equal(remaining.Split(' '), Left());
        Assert.Equal(10 - Left().Count, removed);
        Assert.Equal(["1-問題点.csv", "arriving.part"], Directory.GetFiles(Staging).Select(f => Path.GetFileName(f)).Where(n => n.Length < 60).Order(StringComparer.Ordinal));
        Assert.Equal(0, await Sweep(present, keepsOriginals).RunAsync(None));
    }

    [Fact]
    public void A_file_that_came_in_again_since_it_was_looked_at_stays()
    {
        var staging = new StagingFolder(Staging);
        Stage("again", Days40);
        var before = TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(30);
        var found = Assert.Single(staging.FindBefore(before));
        Stage("again", TimeSpan.Zero);
        Assert.False(staging.Remove(found, before));
        Assert.Equal(["again"], Left());
        Stage("again", Days40);
        Assert.True(staging.Remove(found, before));
        Assert.False(staging.Remove(found, before));
        Assert.Empty(Directory.GetFiles(Staging));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_a_killed_sweep_took_aside_comes_back(bool cameInAgain)
    {
        Stage("aside", Days40);
        var path = Directory.GetFiles(Staging).Single();
        File.Move(path, path + ".leaving");
        if (cameInAgain) Stage("aside", TimeSpan.Zero);
        Assert.Equal(cameInAgain ? 0 : 1, new StagingFolder(Staging).FindBefore(TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(30)).Count);
        Assert.Equal(path, Directory.GetFiles(Staging).Single());
    }

    [Fact]
    public async Task Two_sweeps_at_once_remove_what_one_would()
    {
        await using var store = Open(TimeSpan.Zero);
        foreach (var i in Enumerable.Range(0, 200)) Stage($"old {i}", Days40);
        Stage("needed", Days40);
        await store.RequestAsync(Import("needed"), None);
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Sweep(store, true).RunAsync(None))));
        Assert.Equal(["needed"], Left());
    }

    [Fact]
    public async Task The_night_of_a_service_removes_them()
    {
        await using var city = await ServiceCity.CreateAsync(false, 2020);
        var stale = Path.Combine(city.Data, "staging", CanonicalJson.Hash("stale") + ".csv");
        Directory.CreateDirectory(Path.GetDirectoryName(stale)!);
        await File.WriteAllTextAsync(stale, "x");
        File.SetLastWriteTimeUtc(stale, (TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(3)).UtcDateTime);
        var waiting = await city.ReceiveAsync(2020);
        using var service = city.Serve(("StagedDays", "2"));
        await city.UntilAsync(waiting.Id, RunState.Succeeded, service);
        var night = await city.Ledger.RequestAsync(new RunRequest(RunKind.Nightly, "now/1", null, "tester"), None);
        Assert.Equal("実績3件に変わりはありません。何も書いていません。用の済んだ受付ファイルを1件消しました。", (await city.UntilAsync(night.Id, RunState.Succeeded, service)).Message);
        Assert.False(File.Exists(stale));
        Assert.True(File.Exists(Path.Combine(city.Data, "staging", waiting.Request.File!.Sha256 + ".csv")));
    }

    private SqliteStore Open(TimeSpan ago)
    {
        var store = SqliteStore.Open(Path.Combine(folder, "city.db"), new Earlier(ago));
        store.MigrateAsync(None).GetAwaiter().GetResult();
        return store;
    }

    private StagingSweep Sweep(IRunLedger ledger, bool keepsOriginals) => new(
        new StagingFolder(Staging), ledger, keepsOriginals ? new OriginalFolder(Originals) : null, Options.Create(new SurveyCalcOptions()), TimeProvider.System);

    private void Stage(string name, TimeSpan ago) => Write(CanonicalJson.Hash(name) + ".csv", name, ago);

    private void Write(string name, string text, TimeSpan ago)
    {
        Directory.CreateDirectory(Staging);
        File.WriteAllText(Path.Combine(Staging, name), text);
        File.SetLastWriteTimeUtc(Path.Combine(Staging, name), (TimeProvider.System.GetUtcNow() - ago).UtcDateTime);
    }

    private async Task KeepAsync(string name)
    {
        using var content = new MemoryStream([1]);
        await new OriginalFolder(Originals).KeepAsync(content, CanonicalJson.Hash(name), None);
    }

    /// <summary>The names of the staged files that are left.</summary>
    private IReadOnlyList<string> Left() =>
        [.. Directory.GetFiles(Staging).Where(f => Path.GetFileName(f).Length > 60).Select(File.ReadAllText).Order(StringComparer.Ordinal)];

    private static RunRequest Import(string name, string wave = "") =>
        new(RunKind.Import, name + wave, new($"{name}{wave}の調査", new(2020)), "tester", new ReceivedFile(name, CanonicalJson.Hash(name), 1));

    /// <summary>Enters a run for a file, and brings it into a state.</summary>
    private static async Task EndAsync(SqliteStore store, string name, RunState state)
    {
        var id = (await store.RequestAsync(Import(name), None)).Id;
        var run = (await store.TakeAsync("a", TimeSpan.FromDays(365), None))!;
        Assert.Equal(id, run.Id);
        var lease = new Lease(run.Id, run.Epoch);
        if (state is RunState.Dead) await store.FailAsync(lease, "", null, None);
        else if (state is not RunState.Running) await store.FinishAsync(lease, new RunOutcome(state, ""), None);
    }

    private sealed class Earlier(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - by;
    }
}
