using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Deliveries;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Storage.PostgreSql;
using SurveyCalc.Storage.Sqlite;
using SurveyCalc.Tests.Postgres;
using SurveyCalc.Worker.Webhooks;
using static SurveyCalc.Tests.Contracts.StoreSamples;

namespace SurveyCalc.Tests.Webhooks;

/// <summary>A store with revisions, and workers that deliver them with short pauses.</summary>
internal sealed class Outbox : IAsyncDisposable
{
    public const string Name = "会計";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string folder = Directory.CreateTempSubdirectory("surveycalc-").FullName;
    private readonly string? database;
    private readonly List<IAsyncDisposable> opened = [];

    private Outbox(bool isOnPostgres)
    {
        database = isOnPostgres ? PostgresServer.Shared.CreateDatabase() : null;
        Store = Open();
    }

    /// <summary>Tries again at once, and waits for an answer as long as a busy machine needs.</summary>
    public static DeliveryPolicy Prompt { get; } = new(1000)
    {
        FirstDelay = TimeSpan.FromMilliseconds(2),
        LongestDelay = TimeSpan.FromMilliseconds(20),
        ConnectTimeout = TimeSpan.FromSeconds(20),
        Timeout = TimeSpan.FromSeconds(20),
        Hold = TimeSpan.FromSeconds(60),
        Poll = TimeSpan.FromMilliseconds(5),
    };

    /// <summary>The same, but a slow receiver is given up soon.</summary>
    public static DeliveryPolicy Impatient { get; } = Prompt with { Timeout = TimeSpan.FromMilliseconds(400), Hold = TimeSpan.FromSeconds(2) };

    public IStore Store { get; }

    public IDeliveryLedger Ledger => (IDeliveryLedger)Store;

    public static async Task<Outbox> CreateAsync(int revisions, bool isOnPostgres = false)
    {
        var outbox = new Outbox(isOnPostgres);
        await outbox.Store.MigrateAsync(CancellationToken.None);
        await outbox.AppendAsync(1, revisions);
        return outbox;
    }

    /// <summary>Appends a revision for each of the indicators.</summary>
    public Task AppendAsync(int first, int count) =>
        Store.AppendActualsAsync([.. Enumerable.Range(first, count).Select(i => Actual($"I{i:D3}", Wave()))], CancellationToken.None);

    /// <summary>Another store on the same database, as another worker has it.</summary>
    public IStore Open()
    {
        IStore store = database is null ? SqliteStore.Open(Path.Combine(folder, "city.db")) : PostgresStore.Open(database);
        opened.Add(store);
        return store;
    }

    public static WebhookDestination To(Uri url, string name = Name, string secret = Consumer.Secret)
    {
        Assert.Null(WebhookSecret.Read(secret, out var key));
        return new WebhookDestination(name, url, [key]);
    }

    public static AllowedHosts Only(params Uri[] urls) => AllowedHosts.Of(urls.Select(url => url.Authority));

    /// <summary>A worker that is not running yet.</summary>
    public DeliveryService Worker(
        WebhookDestination destination, DeliveryPolicy? policy = null, IDeliveryLedger? ledger = null, IStore? store = null, AllowedHosts? hosts = null,
        Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        var from = store ?? Store;
        var published = new PublishedRevisions(from);
        var sender = new WebhookSender(hosts ?? Only(destination.Url), policy ?? Prompt, TimeProvider.System, resolve);
        return new DeliveryService(
            ledger ?? (IDeliveryLedger)from, published, sender, [destination], policy ?? Prompt, TimeProvider.System, NullLogger<DeliveryService>.Instance);
    }

    /// <summary>Runs workers until everything is delivered or dead.</summary>
    public async Task DrainAsync(params DeliveryService[] workers)
    {
        foreach (var worker in workers) await worker.StartAsync(CancellationToken.None);
        var waited = Stopwatch.StartNew();
        while (await StatusAsync() is not { } status || status.Delivered < status.Head)
        {
            if (waited.Elapsed > Patience) Assert.Fail($"Not drained: {await StatusAsync()}");
            await Task.Delay(10);
        }

        foreach (var worker in workers) await worker.StopAsync(CancellationToken.None);
    }

    public async Task<DeliveryStatus?> StatusAsync() => (await Ledger.GetStatusAsync(CancellationToken.None)).SingleOrDefault();

    public async ValueTask DisposeAsync()
    {
        foreach (var store in opened) await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
