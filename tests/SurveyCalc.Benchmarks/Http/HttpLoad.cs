using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace SurveyCalc.Benchmarks.Http;

/// <summary>Requests over a fixed number of connections that are kept open, each waiting for its answer before the next.</summary>
internal static class HttpLoad
{
    /// <summary>What was measured.</summary>
    /// <param name="Seconds">Length.</param>
    /// <param name="Latencies">Milliseconds from the request to the last byte, ascending.</param>
    /// <param name="Bytes">Of all bodies.</param>
    /// <param name="Failures">Answers other than 200 and 304.</param>
    public sealed record Outcome(double Seconds, IReadOnlyList<double> Latencies, long Bytes, long Failures)
    {
        public string Text() => string.Create(CultureInfo.InvariantCulture,
            $"{Latencies.Count / Seconds,9:N0} requests/s  p50 {At(0.50),7:F2} ms  p95 {At(0.95),7:F2} ms  p99 {At(0.99),7:F2} ms  most {At(1),7:F1} ms  {Bytes / Math.Max(1.0, Latencies.Count) / 1000,7:F1} kB each  {Failures} failed");

        private double At(double share) => Latencies.Count == 0 ? double.NaN : Latencies[Math.Min(Latencies.Count - 1, (int)(share * Latencies.Count))];
    }

    /// <summary>Sends the requests in turn until cancelled.</summary>
    /// <param name="client">Keeps its connections.</param>
    /// <param name="paths">What is asked for, with the entity tag to send, if any.</param>
    /// <param name="connections">How many at a time.</param>
    /// <param name="end">Ends it.</param>
    public static async Task<Outcome> RunAsync(HttpClient client, IReadOnlyList<(string Path, string? Tag)> paths, int connections, CancellationToken end)
    {
        var start = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(first => Task.Run(() => OneAsync(client, paths, first, end), CancellationToken.None)));
        return new Outcome(Stopwatch.GetElapsedTime(start).TotalSeconds, [.. all.SelectMany(a => a.Latencies).Order()], all.Sum(a => a.Bytes), all.Sum(a => a.Failures));
    }

    private static async Task<(List<double> Latencies, long Bytes, long Failures)> OneAsync(HttpClient client, IReadOnlyList<(string Path, string? Tag)> paths, int first, CancellationToken end)
    {
        var (latencies, bytes, failures) = (new List<double>(), 0L, 0L);
        for (var i = first; !end.IsCancellationRequested; i++)
        {
            var (path, tag) = paths[i % paths.Count];
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            var start = Stopwatch.GetTimestamp();
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, CancellationToken.None);
            latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            bytes += (await answer.Content.ReadAsByteArrayAsync(CancellationToken.None)).LongLength;
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NotModified)) failures++;
        }

        return (latencies, bytes, failures);
    }
}
