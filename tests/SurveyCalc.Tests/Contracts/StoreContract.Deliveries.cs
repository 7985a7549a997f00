using SurveyCalc.Indicators.Deliveries;
using SurveyCalc.Tests.Postgres;
using static SurveyCalc.Tests.Contracts.StoreSamples;

namespace SurveyCalc.Tests.Contracts;

public abstract partial class StoreContract
{
    private const string City = "財政'システム\"";

    private IDeliveryLedger Deliveries => (IDeliveryLedger)store;

    private Task<Delivery?> NextAsync(string node = "a", TimeSpan? hold = null) => Deliveries.NextAsync(City, node, hold ?? Long, None);

    private async Task AppendAsync(params string[] indicators) =>
        await store.AppendActualsAsync([.. indicators.Select(indicator => Actual(indicator, Wave()))], None);

    private async Task<DeliveryStatus> StatusAsync() => Assert.Single(await Deliveries.GetStatusAsync(None));

    /// <summary>Delivers all there is.</summary>
    private async Task<List<long>> DrainAsync()
    {
        var sequences = new List<long>();
        while (await NextAsync() is { } next)
        {
            sequences.Add(next.Sequence);
            await Deliveries.DeliveredAsync(City, next.Sequence, None);
        }

        return sequences;
    }

    [StoreFact]
    public async Task Every_revision_is_delivered_once_in_the_order_of_the_chain()
    {
        await AppendAsync("I2", "I1");
        await AppendAsync("I3");
        var chain = (await store.GetRecordsAsync(None)).Chain;
        for (var i = 0; i < 3; i++)
        {
            var next = (await NextAsync())!;
            Assert.Equal((i + 1, chain[i].Hash, new[] { "I2", "I1", "I3" }[i], 0), (next.Sequence, next.Hash, next.Actual.Indicator, next.Attempts));
            Assert.Equal(1, next.Actual.Revision);
            await Deliveries.DeliveredAsync(City, next.Sequence, None);
        }

        Assert.Null(await NextAsync());
        await RestartAsync();
        await AppendAsync("I4");
        Assert.Equal([4], await DrainAsync());
        var status = await StatusAsync();
        Assert.Equal((City, 4L, 4L, "", null), (status.Destination, status.Delivered, status.Head, status.LastError, status.NotBefore));
        Assert.Empty(status.Dead);
    }

    [StoreFact]
    public async Task Without_a_revision_there_is_nothing_to_deliver()
    {
        Assert.Empty(await Deliveries.GetStatusAsync(None));
        Assert.Null(await NextAsync());
        var status = await StatusAsync();
        Assert.Equal((0L, 0L), (status.Delivered, status.Head));
    }

    [StoreFact]
    public async Task Destinations_do_not_wait_for_each_other()
    {
        await AppendAsync("I1");
        Assert.Equal(1, (await Deliveries.NextAsync("b", "a", Long, None))!.Sequence);
        Assert.Equal(1, (await Deliveries.NextAsync("a", "b", Long, None))!.Sequence);
        Assert.Equal(["a", "b"], (await Deliveries.GetStatusAsync(None)).Select(status => status.Destination));
    }

    [StoreFact]
    public async Task A_destination_is_served_by_one_worker_until_it_lets_go_or_is_silent()
    {
        await AppendAsync("I1", "I2");
        Assert.Equal(1, (await NextAsync("a"))!.Sequence);
        Assert.Null(await NextAsync("b"));
        Assert.Equal(1, (await NextAsync("a", TimeSpan.Zero))!.Sequence); // a restarted worker takes up its own
        Assert.Equal(1, (await NextAsync("b"))!.Sequence);
        await Deliveries.DeliveredAsync(City, 1, None);
        Assert.Equal(2, (await NextAsync("a"))!.Sequence);
        await Deliveries.DeliveredAsync(City, 1, None); // b again, late
        await Deliveries.FailedAsync(City, 1, "late", null, None);
        Assert.Null(await NextAsync("b"));
        var status = await StatusAsync();
        Assert.Equal((1L, ""), (status.Delivered, status.LastError));
    }

    [StoreFact]
    public async Task Eight_workers_deliver_every_revision_once()
    {
        await AppendAsync([.. Enumerable.Range(0, 20).Select(i => $"I{i}")]);
        await using var other = await ReopenAsync();
        var sent = new List<long>();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            var ledger = (IDeliveryLedger)(i % 2 == 0 ? store : other);
            while ((await ledger.GetStatusAsync(None)).All(status => status.Delivered < status.Head))
                if (await ledger.NextAsync(City, $"{i}", Long, None) is { } next)
                {
                    lock (sent) sent.Add(next.Sequence);
                    await ledger.DeliveredAsync(City, next.Sequence, None);
                }
        }));
        Assert.Equal(Enumerable.Range(1, 20).Select(i => (long)i), sent);
    }

    [StoreFact]
    public async Task A_failed_message_is_tried_again_when_it_is_due_and_holds_up_the_next()
    {
        await AppendAsync("I1", "I2");
        await NextAsync();
        await Deliveries.FailedAsync(City, 1, "HTTP 503", TimeSpan.Zero, None);
        var again = (await NextAsync("b"))!;
        Assert.Equal((1L, 1), (again.Sequence, again.Attempts));
        await Deliveries.FailedAsync(City, 1, "HTTP 504", Long, None);
        Assert.Null(await NextAsync("b"));
        var status = await StatusAsync();
        Assert.Equal((0L, "HTTP 504"), (status.Delivered, status.LastError));
        Assert.NotNull(status.NotBefore);
    }

    [StoreFact]
    public async Task A_dead_message_is_set_aside_and_the_next_follows()
    {
        await AppendAsync("I1", "I2");
        await NextAsync();
        await Deliveries.FailedAsync(City, 1, "HTTP 400", null, None);
        var dead = await StatusAsync();
        Assert.Equal((1L, "HTTP 400", null), (dead.Delivered, dead.LastError, dead.NotBefore));
        Assert.Equal([1], dead.Dead);
        var next = (await NextAsync())!;
        Assert.Equal((2L, 0), (next.Sequence, next.Attempts));
        await Deliveries.DeliveredAsync(City, 2, None);
        var status = await StatusAsync();
        Assert.Equal((2L, ""), (status.Delivered, status.LastError));
        Assert.Equal([1], status.Dead);
    }

    [StoreFact]
    public async Task A_dead_message_is_replayed_before_what_is_new()
    {
        await AppendAsync("I1", "I2", "I3");
        await NextAsync();
        await Deliveries.FailedAsync(City, 1, "HTTP 400", null, None);
        Assert.True(await Deliveries.ReplayAsync(City, 1, onlyThis: true, None));
        Assert.Equal([1, 2, 3], await DrainAsync());
        Assert.Empty((await StatusAsync()).Dead);
    }

    [StoreFact]
    public async Task A_replayed_message_that_fails_again_is_dead_again()
    {
        await AppendAsync("I1");
        await DrainAsync();
        Assert.True(await Deliveries.ReplayAsync(City, 1, onlyThis: true, None));
        Assert.Equal(1, (await NextAsync())!.Sequence);
        await Deliveries.FailedAsync(City, 1, "HTTP 400", null, None);
        Assert.Null(await NextAsync());
        Assert.Equal([1], (await StatusAsync()).Dead);
    }

    [StoreFact]
    public async Task A_replay_from_a_sequence_on_sends_everything_behind_it_again()
    {
        await AppendAsync("I1", "I2", "I3");
        await NextAsync();
        await Deliveries.FailedAsync(City, 1, "HTTP 400", null, None);
        await NextAsync();
        await Deliveries.FailedAsync(City, 2, "HTTP 400", null, None);
        await DrainAsync();
        Assert.True(await Deliveries.ReplayAsync(City, 2, onlyThis: false, None));
        var status = await StatusAsync();
        Assert.Equal(1, status.Delivered);
        Assert.Equal([1], status.Dead);
        Assert.Equal([2, 3], await DrainAsync());
    }

    [StoreFact]
    public async Task A_replay_does_not_wait_for_the_delay_of_a_failure()
    {
        await AppendAsync("I1");
        await NextAsync();
        await Deliveries.FailedAsync(City, 1, "HTTP 503", Long, None);
        Assert.True(await Deliveries.ReplayAsync(City, 1, onlyThis: true, None));
        Assert.Equal([1], await DrainAsync());
    }

    [StoreFact]
    public async Task A_replay_of_what_is_not_known_is_refused()
    {
        await AppendAsync("I1");
        Assert.False(await Deliveries.ReplayAsync(City, 1, onlyThis: false, None));
        await DrainAsync();
        Assert.False(await Deliveries.ReplayAsync(City, 0, onlyThis: false, None));
        Assert.False(await Deliveries.ReplayAsync(City, 2, onlyThis: true, None));
        Assert.Null(await NextAsync());
    }
}
