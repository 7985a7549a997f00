using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Access;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Storage.PostgreSql;
using SurveyCalc.Storage.Relational;
using SurveyCalc.Storage.Sqlite;
using SurveyCalc.Tests.Postgres;
using SurveyCalc.Tests.Scenarios;
using SurveyCalc.Worker;
using SurveyCalc.Worker.Access;
using SurveyCalc.Worker.Work;

namespace SurveyCalc.Tests.Service;

/// <summary>A small city whose service runs in processes of its own, on either store.</summary>
internal sealed class ServiceCity : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("surveycalc-").FullName;
    private readonly RelationalStore store;

    private ServiceCity(string? database)
    {
        Data = Path.Combine(folder, "data");
        Settings = [("DataFolder", Data), ("PollInterval", "00:00:00.1"), ("Silence", "00:00:02"), ("FirstDelay", "00:00:00.2"), ("DropInterval", "00:00:01")];
        if (database is not null) Settings.Add(("Database", database));
        store = database is null ? SqliteStore.Open(Path.Combine(Data, "surveycalc.db")) : PostgresStore.Open(database);
    }

    public string Folder => folder;

    public string Data { get; }

    public string Drop => Path.Combine(folder, "drop");

    public List<(string Key, string Value)> Settings { get; }

    public IStore Store => store;

    public IRunLedger Ledger => store;

    public StagingFolder Staging => new(Path.Combine(Data, "staging"));

    /// <summary>Defined for these years, nothing imported.</summary>
    public static Task<ServiceCity> CreateAsync(bool isOnPostgres, params int[] years) =>
        CreateAsync(isOnPostgres ? PostgresServer.Shared.CreateDatabase() : null, years);

    /// <summary>The same in a database that is there already; null for an embedded one.</summary>
    public static async Task<ServiceCity> CreateAsync(string? database, params int[] years)
    {
        var city = new ServiceCity(database);
        await city.store.MigrateAsync(CancellationToken.None);
        var comparable = years.Select(SmallCity.SameSeries).ToArray();
        await city.store.SaveDefinitionsAsync(
            DefinitionItems.Of(SmallCity.Define(years, comparable)), DateTimeOffset.UnixEpoch, "tester", CancellationToken.None);
        return city;
    }

    public ServiceProcess Serve(params (string Key, string Value)[] more) => new(folder, Settings.Concat(more));

    /// <summary>The same with variables that are not the service's own.</summary>
    public ServiceProcess Serve(IEnumerable<(string Key, string Value)> environment, params (string Key, string Value)[] more) =>
        new(folder, Settings.Concat(more), environment);

    /// <summary>A process that stands still when it comes to a fail point, which is awaited here.</summary>
    public async Task<HeldProcess> HoldAsync(string failPoint, params (string Key, string Value)[] more)
    {
        var mark = Path.Combine(folder, $"{failPoint}.{Guid.NewGuid():N}");
        var process = Serve([.. more, ("FailPoint", $"{failPoint}@{mark}"), ("ParallelRuns", "1")]);
        await ServiceProcess.UntilAsync(() => Task.FromResult(System.IO.File.Exists(mark)), () => $"{failPoint} was not reached: {process.Log}");
        return new HeldProcess(process, mark);
    }

    /// <summary>A client of a service, with a key of its own.</summary>
    public async Task<HttpClient> ClientAsync(ServiceProcess service, AccessScope scopes)
    {
        var key = KeySecret.Create();
        await store.AddKeyAsync(new ApiKey(key.Id, "試験", scopes, key.Hash(), DateTimeOffset.UnixEpoch, "tester"), CancellationToken.None);
        return new HttpClient { BaseAddress = service.Url, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key.ToString()) } };
    }

    public static WaveKey Wave(int year) => new(SmallCity.Survey, new FiscalYear(year));

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A file with figures that differ from year to year.</summary>
    public static string File(int year) => "問1,性別\r\n" + string.Concat(Enumerable.Range(0, 40).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"{(i % (year % 7 + 2) == 0 ? 1 : i % 3 + 1)},{i % 2 + 1}\r\n")));

    /// <summary>Hands a file in at the door that all doors end at.</summary>
    public async Task<Run> ReceiveAsync(int year, string? text = null)
    {
        using var content = new MemoryStream(Bytes(text ?? File(year)));
        return await new Intake(Store, Ledger, Staging, Options.Create(new SurveyCalcOptions()))
            .ReceiveAsync(content, $"{year}.csv", Wave(year), "tester", null, CancellationToken.None);
    }

    /// <summary>Lays a file where received ones wait, without a run.</summary>
    public async Task StageAsync(string text)
    {
        using var content = new MemoryStream(Bytes(text));
        await Staging.ReceiveAsync(content, "staged.csv", long.MaxValue, CancellationToken.None);
    }

    /// <summary>Imports without the service, as a command would have on an earlier day.</summary>
    public async Task ImportEarlierAsync(int year, TimeProvider clock, string? text = null)
    {
        using var content = new MemoryStream(Bytes(text ?? File(year)));
        await new ReceiveUpload(Store, null, clock).RunAsync(content, $"{year}.csv", Wave(year), "tester", false, null, null, CancellationToken.None);
    }

    /// <summary>Waits until a run is in a state.</summary>
    public async Task<Run> UntilAsync(long id, RunState state, ServiceProcess service)
    {
        Run? run = null;
        await ServiceProcess.UntilAsync(
            async () => (run = await Ledger.FindRunAsync(id, CancellationToken.None))?.State == state,
            () => $"Run {id} is {run?.State} after attempt {run?.Attempt}: {run?.Message}\n{service.Log}");
        return run!;
    }

    /// <summary>Waits until nothing waits or runs any more; the patience is for each run to end, not for all.</summary>
    public async Task UntilIdleAsync()
    {
        for (long left = 1, ended = 0; left > 0;)
        {
            var before = ended;
            await ServiceProcess.UntilAsync(
                async () =>
                {
                    var isOpen = (await Ledger.CountRunsAsync(CancellationToken.None)).ToLookup(c => c.State is RunState.Waiting or RunState.Running, c => c.Count);
                    (left, ended) = (isOpen[true].Sum(), isOpen[false].Sum());
                    return left == 0 || ended > before;
                },
                () => $"{left} runs still wait.");
        }
    }

    public Task<IReadOnlyList<Run>> RunsAsync() => Ledger.GetRunsAsync(10_000, null, CancellationToken.None);

    /// <summary>The latest actuals: what they were made of and what they say, in one text each.</summary>
    public async Task<IReadOnlyList<string>> StateAsync() =>
        [.. (await Store.GetActualsAsync(allRevisions: false, CancellationToken.None)).Select(a =>
            $"{a.Indicator} {a.Wave} {a.Fingerprint} {CanonicalJson.Write(new { a.Figure, a.NoFigureReason, a.Roles, a.Change, a.TargetVerdict })}")];

    /// <summary>The stored waves: file, answers and how many they are of, in one text each.</summary>
    public async Task<IReadOnlyList<string>> WavesAsync() =>
        [.. (await Store.GetWavesAsync(CancellationToken.None)).Select(w => $"{w.Wave} {w.Upload.Sha256} {w.ContentHash} {w.Respondents}")];

    /// <summary>No revision was written twice: each differs from the one before in what it was made of.</summary>
    public async Task AssertNoDuplicateRevisionAsync()
    {
        foreach (var history in (await Store.GetActualsAsync(allRevisions: true, CancellationToken.None)).GroupBy(a => (a.Indicator, a.Wave)))
        {
            Assert.Equal(Enumerable.Range(1, history.Count()), history.Select(a => a.Revision));
            Assert.All(history.Zip(history.Skip(1)), pair => Assert.NotEqual(pair.First.Fingerprint, pair.Second.Fingerprint));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
