using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using SurveyCalc.Indicators;

namespace SurveyCalc.Worker.Webhooks;

/// <summary>
/// Posts messages (送信): to allowed hosts and nowhere else. No redirect is followed, no proxy is asked, and of the answer
/// nothing but the status is looked at.
/// </summary>
internal sealed class WebhookSender : IDisposable
{
    private readonly AllowedHosts hosts;
    private readonly DeliveryPolicy policy;
    private readonly TimeProvider clock;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> resolve;
    private readonly HttpMessageInvoker http;

    /// <param name="hosts">Where messages may go.</param>
    /// <param name="policy">Its timeouts.</param>
    /// <param name="clock">Dates the signatures.</param>
    /// <param name="resolve">Addresses of a host's name; by default the system's.</param>
    public WebhookSender(AllowedHosts hosts, DeliveryPolicy policy, TimeProvider clock, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        (this.hosts, this.policy, this.clock, this.resolve) = (hosts, policy, clock, resolve ?? Dns.GetHostAddressesAsync);
        http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            ConnectTimeout = policy.ConnectTimeout,
            ConnectCallback = ConnectAsync,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1), // a name that moves is followed
            MaxResponseHeadersLength = 16,
            MaxResponseDrainSize = 1024,
            ResponseDrainTimeout = TimeSpan.FromSeconds(1),
        });
    }

    /// <summary>Posts one message.</summary>
    /// <returns>Why it did not arrive, in Japanese and without anything of the answer but its status; null when it did.</returns>
    public async Task<string?> SendAsync(WebhookDestination destination, WebhookMessage message, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(policy.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            using var request = Sign(destination, message);
            using var response = await http.SendAsync(request, either.Token);
            return (int)response.StatusCode switch
            {
                >= 200 and < 300 => null,
                var status and >= 300 and < 400 => WebhookTexts.Redirected(status),
                (int)HttpStatusCode.Gone => WebhookTexts.Gone,
                var status => WebhookTexts.Answered(status),
            };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return WebhookTexts.TimedOut;
        }
        catch (HttpRequestException fault)
        {
            return Explain(fault);
        }
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Sign(WebhookDestination destination, WebhookMessage message)
    {
        var body = message.ToJson();
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, destination.Url)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.Add("webhook-id", message.Id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", WebhookSignature.Of(message.Id, timestamp, body, destination.Keys));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("SurveyCalc", null));
        return request;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        if (!hosts.Allows(host, port)) throw new OperatorException(WebhookTexts.NotListed($"{host}:{port}"));
        IPAddress[] addresses = IPAddress.TryParse(host, out var literal) ? [literal] : [.. (await resolve(host, cancellation)).Where(AllowedHosts.MayStandFor)];
        if (addresses.Length == 0) throw new OperatorException(WebhookTexts.NoAddress);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string Explain(HttpRequestException fault)
    {
        for (Exception? cause = fault; cause is not null; cause = cause.InnerException)
            switch (cause)
            {
                case OperatorException refused:
                    return refused.Message;
                case AuthenticationException:
                    return WebhookTexts.NotTrusted;
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData }:
                    return WebhookTexts.NotResolved;
                case SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.Shutdown or SocketError.ConnectionAborted }:
                    return WebhookTexts.Broken;
                case SocketException socket:
                    return WebhookTexts.NotConnected(socket.SocketErrorCode.ToString());
            }

        return WebhookTexts.Broken;
    }
}
