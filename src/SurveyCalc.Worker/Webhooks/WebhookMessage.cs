using System.Globalization;
using System.Text.Json;
using SurveyCalc.Indicators.Deliveries;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Webhooks;

/// <summary>One revision as a receiver reads it (通知).</summary>
/// <param name="Type">What it is about.</param>
/// <param name="Timestamp">When the revision was made.</param>
/// <param name="Id">Names the message: the same however often it is sent.</param>
/// <param name="Sequence">Place in the chain, from 1 without gaps.</param>
/// <param name="Hash">Hash of the link of the chain.</param>
/// <param name="Data">The row as published, withheld where it must be.</param>
internal sealed record WebhookMessage(string Type, DateTimeOffset Timestamp, string Id, long Sequence, string Hash, ActualRow Data)
{
    private const string Revised = "indicator.actual.revised";

    /// <summary>The message of a delivery.</summary>
    public static WebhookMessage Of(Delivery delivery, ActualRow row) => new(
        Revised, row.RecordedAt ?? row.ComputedAt, string.Create(CultureInfo.InvariantCulture, $"rev_{delivery.Sequence}"), delivery.Sequence, delivery.Hash, row);

    /// <summary>The body of the request.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, FeedJson.Options);
}
