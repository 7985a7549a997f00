using Microsoft.Extensions.Options;
using SurveyCalc.Indicators.Deliveries;

namespace SurveyCalc.Worker.Webhooks;

/// <summary>How far a destination is (配信の状況), for people.</summary>
/// <param name="Name">Name in the ledger.</param>
/// <param name="Url">Where it is, without a query, which may hold a secret; null when the settings no longer name it.</param>
/// <param name="Delivered">Every sequence up to this one is delivered or dead.</param>
/// <param name="Head">Last sequence of the chain.</param>
/// <param name="Dead">Sequences that were given up.</param>
/// <param name="LastError">Why the last attempt failed; empty when it did not.</param>
/// <param name="NextAttempt">Not before this time; null when nothing failed, or nothing more is tried.</param>
/// <param name="IsStopped">The receiver said that it is gone: nothing is sent until somebody lets it be sent again.</param>
internal sealed record DestinationProgress(
    string Name, string? Url, long Delivered, long Head, IReadOnlyList<long> Dead, string LastError, DateTimeOffset? NextAttempt,
    bool IsStopped)
{
    /// <summary>The destinations of the settings, in their order, then those that only the ledger knows.</summary>
    /// <param name="configured">From the settings, right or wrong; their keys are not looked at.</param>
    /// <param name="known">From the ledger.</param>
    /// <param name="head">Last sequence of the chain.</param>
    /// <param name="now">The present.</param>
    public static IReadOnlyList<DestinationProgress> Of(IEnumerable<WebhookOptions> configured, IReadOnlyList<DeliveryStatus> known, long head, DateTimeOffset now)
    {
        var byName = known.ToDictionary(status => status.Destination, StringComparer.Ordinal);
        var urls = configured.DistinctBy(d => d.Name, StringComparer.Ordinal).Select(d => (d.Name, Url: (string?)Shown(d.Url))).ToList();
        var gone = known.Select(s => s.Destination).Except(urls.Select(u => u.Name), StringComparer.Ordinal);
        return [.. urls.Concat(gone.Select(name => (Name: name, Url: (string?)null))).Select(d =>
            byName.TryGetValue(d.Name, out var status)
                ? Of(status, d.Url, DeliveryPolicy.IsForGood(status.NotBefore, now))
                : new DestinationProgress(d.Name, d.Url, 0, head, [], "", null, false))];
    }

    /// <summary>The same for the running service, which asks the ledger for each of its destinations.</summary>
    public static async Task<IReadOnlyList<DestinationProgress>> ReadAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var known = await services.GetRequiredService<IDeliveryLedger>().GetStatusAsync(cancellation);
        var configured = services.GetRequiredService<IOptions<SurveyCalcOptions>>().Value.Webhooks;
        return Of(configured, known, known.Count == 0 ? 0 : known[0].Head, services.GetRequiredService<TimeProvider>().GetUtcNow());
    }

    private static DestinationProgress Of(DeliveryStatus status, string? url, bool isStopped) => new(
        status.Destination, url, status.Delivered, status.Head, status.Dead, status.LastError, isStopped ? null : status.NotBefore, isStopped);

    private static string Shown(string url) => Uri.TryCreate(url, UriKind.Absolute, out var parsed)
        ? parsed.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
        : "";
}
