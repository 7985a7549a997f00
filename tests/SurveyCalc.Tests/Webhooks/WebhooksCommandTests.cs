using System.Text.Json;
using SurveyCalc.Storage.Sqlite;
using SurveyCalc.Tests.Scenarios;
using SurveyCalc.Worker.Webhooks;
using static SurveyCalc.Tests.Contracts.StoreSamples;

namespace SurveyCalc.Tests.Webhooks;

/// <summary>An operator sees how far destinations are, and sends again.</summary>
public sealed class WebhooksCommandTests : IDisposable
{
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(1);

    private readonly CommandRun run = new();

    private static CancellationToken None => CancellationToken.None;

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Without_destinations_the_remedy_is_told()
    {
        await CommandRun.RunAsync("migrate", "--data", run.Data);
        var (exit, text, error, _) = await CommandRun.RunAsync("webhooks", "--data", run.Data);
        Assert.Equal((0, "", "配信先はありません。設定の Webhooks と WebhookHosts に書いてください。\n"), (exit, text, error));
    }

    [Fact]
    public async Task The_status_of_a_destination_is_shown()
    {
        await DeliverTwoOfThreeAsync();
        var (exit, text, _, _) = await CommandRun.RunAsync("webhooks", "--data", run.Data);
        Assert.Equal(0, exit);
        var row = text.Split('\n').Single(line => line.Contains("会計", StringComparison.Ordinal)).Split('|', StringSplitOptions.TrimEntries);
        Assert.Equal(["会計", "(設定にない)", "2", "3", "1件(1)", "", "HTTP 503"], row[1..8]);
        var json = JsonDocument.Parse((await CommandRun.RunAsync("webhooks", "--data", run.Data, "--format", "json")).Out).RootElement[0];
        Assert.Equal(
            """{"name":"会計","url":null,"delivered":2,"head":3,"dead":[1],"lastError":"HTTP 503","nextAttempt":null,"isStopped":false}""", JsonSerializer.Serialize(json, Plain));
    }

    [Fact]
    public async Task A_dead_message_is_sent_again_by_its_number()
    {
        await DeliverTwoOfThreeAsync();
        var (exit, text, _, _) = await CommandRun.RunAsync("webhooks", "replay", "会計", "--only", "1", "--data", run.Data);
        Assert.Equal((0, "配信先「会計」に1番をもう一度送ります。\n"), (exit, text));
        Assert.Equal([1, 3], await DrainAsync());
    }

    [Fact]
    public async Task Everything_from_a_number_on_is_sent_again()
    {
        await DeliverTwoOfThreeAsync();
        var (exit, text, error, _) = await CommandRun.RunAsync("webhooks", "replay", "会計", "--from", "2", "--data", run.Data);
        Assert.Equal((0, "配信先「会計」に2番から最新まで、もう一度送ります。\n"), (exit, text));
        Assert.Equal("配信先「会計」は設定の Webhooks にありません。書き足して serve を起動すると送ります。\n", error);
        Assert.Equal([2, 3], await DrainAsync());
    }

    [Theory]
    [InlineData("会計", "--only", "4", "4番の改訂はありません。1~3 の番号にしてください。\n")]
    [InlineData("会計", "--from", "0", "0番の改訂はありません。1~3 の番号にしてください。\n")]
    [InlineData("財政", "--from", "1", "配信先「財政」には、まだ配信していません。配信先: 会計\n")]
    public async Task What_is_not_known_is_refused(string name, string option, string number, string message)
    {
        await DeliverTwoOfThreeAsync();
        var (exit, text, error, _) = await CommandRun.RunAsync("webhooks", "replay", name, option, number, "--data", run.Data);
        Assert.Equal((2, "", message), (exit, text, error));
        Assert.Equal([3], await DrainAsync());
    }

    [Theory]
    [InlineData]
    [InlineData("--from", "1", "--only", "1")]
    public async Task One_of_the_two_ways_must_be_chosen(params string[] options)
    {
        var (exit, _, error, _) = await CommandRun.RunAsync(["webhooks", "replay", "会計", .. options, "--data", run.Data]);
        Assert.Equal((2, "--from 番号(そこから最新まで)か --only 番号(それだけ)のどちらか一方を付けてください。\n"), (exit, error));
    }

    [Fact]
    public void A_destination_is_shown_without_what_may_be_secret_in_its_address()
    {
        var configured = new[] { new WebhookOptions { Name = "新", Url = "https://u:p@hooks.example.jp:8443/in?code=secret" } };
        var found = Assert.Single(DestinationProgress.Of(configured, [], head: 7, DateTimeOffset.UnixEpoch));
        Assert.Equal(("新", "https://hooks.example.jp:8443/in", 0L, 7L), (found.Name, found.Url, found.Delivered, found.Head));
    }

    private static JsonSerializerOptions Plain { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The first is dead, the second delivered, the third waits.</summary>
    private async Task DeliverTwoOfThreeAsync()
    {
        await using var store = Open();
        await store.MigrateAsync(None);
        await store.AppendActualsAsync([.. new[] { "I1", "I2", "I3" }.Select(code => Actual(code, Wave()))], None);
        await store.NextAsync("会計", "node", Hold, None);
        await store.DeliveredAsync("会計", 1, None);
        await store.NextAsync("会計", "node", Hold, None);
        await store.DeliveredAsync("会計", 2, None);
        Assert.True(await store.ReplayAsync("会計", 1, onlyThis: true, None));
        await store.NextAsync("会計", "node", Hold, None);
        await store.FailedAsync("会計", 1, "HTTP 503", null, None);
    }

    private async Task<List<long>> DrainAsync()
    {
        await using var store = Open();
        var sent = new List<long>();
        while (await store.NextAsync("会計", "node", Hold, None) is { } next)
        {
            sent.Add(next.Sequence);
            await store.DeliveredAsync("会計", next.Sequence, None);
        }

        return sent;
    }

    private SqliteStore Open() => SqliteStore.Open(Path.Combine(run.Data, "surveycalc.db"));
}
