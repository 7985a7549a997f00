using System.Text.Json;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Tests.Scenarios;
using SurveyCalc.Worker.Webhooks;
using static SurveyCalc.Tests.Scenarios.SmallCity;

namespace SurveyCalc.Tests.Webhooks;

/// <summary>What leaves by webhook has passed the gate (秘匿).</summary>
public sealed class WithheldMessageTests
{
    private static readonly string[] Public = ["year", "revision"];

    [Fact]
    public async Task A_withheld_figure_leaves_without_its_numbers()
    {
        var messages = await MessagesAsync([.. Rows(3, "1,2"), .. Rows(2, "3,1")]);
        Assert.Equal(3, messages.Count);
        foreach (var message in messages)
        {
            var data = message.GetProperty("data");
            Assert.True(data.GetProperty("isWithheld").GetBoolean());
            Assert.Equal("回答者が公表下限(10人)より少ないため公表しません。", data.GetProperty("noValueReason").GetString());
            Assert.Equal(Public, data.EnumerateObject().Where(p => p.Value.ValueKind is JsonValueKind.Number).Select(p => p.Name));
        }
    }

    [Fact]
    public async Task A_figure_that_may_be_shown_leaves_with_its_numbers()
    {
        var messages = await MessagesAsync([.. Rows(30, "1,2"), .. Rows(20, "3,1")]);
        var data = messages[0].GetProperty("data");
        Assert.Equal(("A", 60.0m, 30, 50), (data.GetProperty("indicator").GetString(), data.GetProperty("value").GetDecimal(),
            data.GetProperty("numerator").GetInt32(), data.GetProperty("denominator").GetInt32()));
        Assert.False(data.GetProperty("isWithheld").GetBoolean());
    }

    private static async Task<List<JsonElement>> MessagesAsync(string[] rows)
    {
        await using var city = await SmallCity.CreateAsync();
        await city.DefineAsync(Define([2020]) with { Surveys = [new SurveySettings { Survey = Survey, MinimumBase = 10 }] });
        await city.ImportAsync(2020, rows);
        await city.RecomputeAsync();
        await using var consumer = await Consumer.StartAsync();
        var destination = Outbox.To(consumer.Url);
        using var published = new PublishedRevisions(city.Store);
        using var sender = new WebhookSender(Outbox.Only(consumer.Url), new DeliveryPolicy(1), TimeProvider.System);
        while (await city.Store.NextAsync(destination.Name, "node", TimeSpan.FromMinutes(1), CancellationToken.None) is { } delivery)
        {
            Assert.Null(await sender.SendAsync(destination, WebhookMessage.Of(delivery, await published.RowOfAsync(delivery.Actual, CancellationToken.None)), CancellationToken.None));
            await city.Store.DeliveredAsync(destination.Name, delivery.Sequence, CancellationToken.None);
        }

        return [.. consumer.Messages.Select(m => m.Json)];
    }
}
