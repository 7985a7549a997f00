using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Deliveries;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Tests.Postgres;
using SurveyCalc.Worker.Output;
using SurveyCalc.Worker.Webhooks;
using Xunit.Abstractions;

namespace SurveyCalc.Tests.Webhooks;

/// <summary>Every revision reaches every destination, in order and at least once, whatever happens on the way.</summary>
[NeedsPostgres]
public sealed class DeliveryTests(ITestOutputHelper output)
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public Task A_consumer_that_loses_half_of_the_deliveries_converges() => ConvergesAsync(isOnPostgres: false);

    [StoreFact]
    public Task A_consumer_that_loses_half_of_the_deliveries_converges_on_PostgreSQL() => ConvergesAsync(isOnPostgres: true);

    private async Task ConvergesAsync(bool isOnPostgres)
    {
        const int revisions = 40;
        var seed = Environment.GetEnvironmentVariable("SURVEYCALC_SEED") is { } given ? int.Parse(given, null) : Random.Shared.Next();
        output.WriteLine($"Seed {seed} (set SURVEYCALC_SEED to repeat)");
        var random = new Random(seed);
        await using var outbox = await Outbox.CreateAsync(revisions - 10, isOnPostgres);
        await using var consumer = await Consumer.StartAsync(async (context, _, keep) =>
        {
            int fate;
            lock (random) fate = random.Next(10);
            if (fate is 1 or >= 4) keep(); // 1: received, but the sender does not hear of it
            if (fate is 0 or 1) context.Abort();
            if (fate is 2) context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            if (fate is 3 or 4) await Task.Delay(Outbox.Impatient.Timeout * 1.5, context.RequestAborted);
        });
        var destination = Outbox.To(consumer.Url);
        await outbox.DrainAsync(outbox.Worker(destination, Outbox.Impatient), outbox.Worker(destination, Outbox.Impatient, store: outbox.Open()));
        await outbox.AppendAsync(revisions - 9, 10);
        await outbox.DrainAsync(outbox.Worker(destination, Outbox.Impatient));

        var chain = (await outbox.Store.GetRecordsAsync(None)).Chain;
        var rows = ActualFeed.Rows(await outbox.Store.GetActualsAsync(allRevisions: true, None), DefinitionItems.ToSet([]));
        Assert.Equal(revisions, chain.Count);
        Assert.Equal(
            chain.Zip(rows, (link, row) => ($"rev_{link.Sequence}", link.Sequence, link.Hash, "indicator.actual.revised", JsonSerializer.Serialize(row, FeedJson.Options))),
            consumer.Messages.Select(m => (m.Id, m.Json.GetProperty("sequence").GetInt64(), m.Json.GetProperty("hash").GetString()!,
                m.Json.GetProperty("type").GetString()!, m.Json.GetProperty("data").GetRawText())));
        Assert.Equal(rows.Select(r => r.ComputedAt), consumer.Messages.Select(m => m.Json.GetProperty("timestamp").GetDateTimeOffset()));
        Assert.True(consumer.Requests.Count > revisions, "Nothing was lost on the way.");
        Assert.Equal(0, consumer.Forged);
        Assert.Empty((await outbox.StatusAsync())!.Dead);
    }

    [Fact]
    public Task Two_workers_at_once_send_nothing_twice() => SendsOnceAsync(isOnPostgres: false);

    [StoreFact]
    public Task Two_workers_at_once_send_nothing_twice_on_PostgreSQL() => SendsOnceAsync(isOnPostgres: true);

    private static async Task SendsOnceAsync(bool isOnPostgres)
    {
        await using var outbox = await Outbox.CreateAsync(40, isOnPostgres);
        await using var consumer = await Consumer.StartAsync();
        var destination = Outbox.To(consumer.Url);
        await outbox.DrainAsync(outbox.Worker(destination), outbox.Worker(destination, store: outbox.Open()));
        Assert.Equal(Enumerable.Range(1, 40).Select(i => $"rev_{i}"), consumer.Requests.Select(r => r.Id));
    }

    [Fact]
    public async Task A_worker_that_ends_between_sending_and_recording_leaves_a_repetition_and_no_gap()
    {
        await using var outbox = await Outbox.CreateAsync(3);
        await using var consumer = await Consumer.StartAsync();
        var policy = Outbox.Prompt with { Hold = TimeSpan.FromMilliseconds(200) };
        var destination = Outbox.To(consumer.Url);
        using var killed = outbox.Worker(destination, policy, new EndsBeforeRecording(outbox.Ledger));
        await Assert.ThrowsAsync<IOException>(() => killed.DeliverNextAsync(destination, None));
        await outbox.DrainAsync(outbox.Worker(destination, policy));
        Assert.Equal(["rev_1", "rev_1", "rev_2", "rev_3"], consumer.Requests.Select(r => r.Id));
        Assert.Equal(["rev_1", "rev_2", "rev_3"], consumer.Messages.Select(r => r.Id));
        Assert.Equal(consumer.Requests.First().Body, consumer.Requests.ElementAt(1).Body);
    }

    [Fact]
    public async Task A_dead_message_lets_the_next_follow_and_comes_with_a_replay()
    {
        var isBroken = true;
        await using var outbox = await Outbox.CreateAsync(3);
        await using var consumer = await Consumer.StartAsync((context, request, keep) =>
        {
            if (isBroken && request.Id == "rev_2") context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            else keep();
            return Task.CompletedTask;
        });
        var destination = Outbox.To(consumer.Url);
        var policy = Outbox.Prompt with { Attempts = 4 };
        await outbox.DrainAsync(outbox.Worker(destination, policy));
        Assert.Equal(["rev_1", "rev_2", "rev_2", "rev_2", "rev_2", "rev_3"], consumer.Requests.Select(r => r.Id));
        Assert.Equal(["rev_1", "rev_3"], consumer.Messages.Select(r => r.Id));
        Assert.Equal([2], (await outbox.StatusAsync())!.Dead);

        isBroken = false;
        Assert.True(await outbox.Ledger.ReplayAsync(Outbox.Name, 2, onlyThis: true, None));
        using var again = outbox.Worker(destination, policy);
        Assert.True(await again.DeliverNextAsync(destination, None));
        Assert.False(await again.DeliverNextAsync(destination, None));
        Assert.Equal(["rev_1", "rev_3", "rev_2"], consumer.Messages.Select(r => r.Id));
        Assert.Empty((await outbox.StatusAsync())!.Dead);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_a_failure_and_is_not_followed(int status)
    {
        await using var outbox = await Outbox.CreateAsync(1);
        await using var elsewhere = await Consumer.StartAsync();
        await using var consumer = await Consumer.StartAsync((context, _, _) =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = elsewhere.Url.ToString();
            return Task.CompletedTask;
        });
        var destination = Outbox.To(consumer.Url);
        await outbox.DrainAsync(outbox.Worker(destination, Outbox.Prompt with { Attempts = 2 }, hosts: Outbox.Only(consumer.Url, elsewhere.Url)));
        Assert.Equal(2, consumer.Requests.Count);
        Assert.Equal((0, 0), (elsewhere.Requests.Count, elsewhere.Forged));
        var found = (await outbox.StatusAsync())!;
        Assert.Equal($"HTTP {status}(転送には従いません。URLを直してください)", found.LastError);
        Assert.Equal([1], found.Dead);
    }

    [Fact]
    public async Task An_answer_is_not_read_beyond_its_status()
    {
        await using var outbox = await Outbox.CreateAsync(2);
        await using var consumer = await Consumer.StartAsync(async (context, _, keep) =>
        {
            keep();
            context.Response.StatusCode = StatusCodes.Status200OK;
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.WriteAsync(new string('x', 4096), context.RequestAborted);
        });
        await outbox.DrainAsync(outbox.Worker(Outbox.To(consumer.Url)));
        Assert.Equal(["rev_1", "rev_2"], consumer.Requests.Select(r => r.Id));
    }

    [Fact]
    public async Task A_receiver_that_is_gone_stops_its_destination_until_somebody_lets_it_go_on()
    {
        var isGone = true;
        await using var outbox = await Outbox.CreateAsync(3);
        await using var consumer = await Consumer.StartAsync((context, request, keep) =>
        {
            if (isGone && request.Id == "rev_2") context.Response.StatusCode = StatusCodes.Status410Gone;
            else keep();
            return Task.CompletedTask;
        });
        var destination = Outbox.To(consumer.Url);
        using (var worker = outbox.Worker(destination))
        {
            Assert.True(await worker.DeliverNextAsync(destination, None));
            Assert.True(await worker.DeliverNextAsync(destination, None));
            Assert.False(await worker.DeliverNextAsync(destination, None));
        }

        var status = (await outbox.StatusAsync())!;
        Assert.Equal("HTTP 410(受け口は廃止されたという応答)。配信を止めています。受け口とURLを確かめ、webhooks replay 配信先 --from 番号 で再開してください。", status.LastError);
        Assert.Equal(1, status.Delivered);
        Assert.Empty(status.Dead);
        var shown = Assert.Single(DestinationProgress.Of([], [status], status.Head, TimeProvider.System.GetUtcNow()));
        Assert.Equal((true, (DateTimeOffset?)null), (shown.IsStopped, shown.NextAttempt));

        isGone = false;
        Assert.True(await outbox.Ledger.ReplayAsync(Outbox.Name, 2, onlyThis: false, None));
        await outbox.DrainAsync(outbox.Worker(destination));
        Assert.Equal(["rev_1", "rev_2", "rev_3"], consumer.Messages.Select(r => r.Id));
    }

    [Theory]
    [InlineData(429, "HTTP 429")]
    [InlineData(503, "HTTP 503")]
    public async Task The_status_of_a_failure_is_kept_and_nothing_else_of_the_answer(int status, string error)
    {
        await using var outbox = await Outbox.CreateAsync(1);
        await using var consumer = await Consumer.StartAsync(async (context, _, _) =>
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync("秘密");
        });
        var destination = Outbox.To(consumer.Url);
        using var worker = outbox.Worker(destination);
        Assert.True(await worker.DeliverNextAsync(destination, None));
        var found = (await outbox.StatusAsync())!;
        Assert.Equal((error, 0L), (found.LastError, found.Delivered));
        Assert.Empty(found.Dead);
        Assert.NotNull(found.NotBefore);
    }

    [Fact]
    public async Task A_receiver_that_is_away_is_named_as_such()
    {
        await using var outbox = await Outbox.CreateAsync(1);
        var consumer = await Consumer.StartAsync();
        var destination = Outbox.To(consumer.Url);
        await consumer.DisposeAsync();
        using var worker = outbox.Worker(destination);
        Assert.True(await worker.DeliverNextAsync(destination, None));
        Assert.Equal("接続できません(ConnectionRefused)。", (await outbox.StatusAsync())!.LastError);
    }

    [Fact]
    public async Task A_receiver_that_checks_signatures_refuses_another_key()
    {
        await using var outbox = await Outbox.CreateAsync(1);
        await using var consumer = await Consumer.StartAsync();
        var destination = Outbox.To(consumer.Url, secret: "whsec_" + Convert.ToBase64String(new byte[32]));
        using var worker = outbox.Worker(destination);
        Assert.True(await worker.DeliverNextAsync(destination, None));
        Assert.Equal((1, 0, "HTTP 401"), (consumer.Forged, consumer.Requests.Count, (await outbox.StatusAsync())!.LastError));
    }

    /// <summary>The real ledger, for a worker that is gone before it can record its first success.</summary>
    private sealed class EndsBeforeRecording(IDeliveryLedger ledger) : IDeliveryLedger
    {
        public Task<Delivery?> NextAsync(string destination, string node, TimeSpan hold, CancellationToken cancellation) =>
            ledger.NextAsync(destination, node, hold, cancellation);

        public Task DeliveredAsync(string destination, long sequence, CancellationToken cancellation) => throw new IOException("The worker is gone.");

        public Task FailedAsync(string destination, long sequence, string reason, TimeSpan? delay, CancellationToken cancellation) =>
            ledger.FailedAsync(destination, sequence, reason, delay, cancellation);

        public Task<bool> ReplayAsync(string destination, long sequence, bool onlyThis, CancellationToken cancellation) =>
            ledger.ReplayAsync(destination, sequence, onlyThis, cancellation);

        public Task<IReadOnlyList<DeliveryStatus>> GetStatusAsync(CancellationToken cancellation) => ledger.GetStatusAsync(cancellation);
    }
}
