using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SurveyCalc.Tests.Webhooks;

/// <summary>A receiver as another system would write it: verifies, keeps each message once, in the order of its arrival.</summary>
internal sealed class Consumer : IAsyncDisposable
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=";

    private readonly WebApplication server;

    private Consumer(WebApplication server) => this.server = server;

    /// <summary>A request that was verified.</summary>
    public sealed record Request(string Id, string Timestamp, string Signature, byte[] Body)
    {
        public JsonElement Json { get; } = JsonDocument.Parse(Body).RootElement;
    }

    /// <summary>Everything that came, repetitions too.</summary>
    public ConcurrentQueue<Request> Requests { get; } = [];

    /// <summary>Each message once.</summary>
    public ConcurrentQueue<Request> Messages { get; } = [];

    /// <summary>Requests whose signature was wrong.</summary>
    public int Forged { get; private set; }

    public Uri Url => new(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/hook");

    /// <summary>Starts one.</summary>
    /// <param name="answer">
    /// Answers a verified request; <c>keep</c> stores the message. By default it is kept and answered with 204.
    /// </param>
    /// <param name="secret">Key it verifies with.</param>
    public static async Task<Consumer> StartAsync(Func<HttpContext, Request, Action, Task>? answer = null, string secret = Secret)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var consumer = new Consumer(builder.Build());
        consumer.server.Run(async context =>
        {
            using var bytes = new MemoryStream();
            await context.Request.Body.CopyToAsync(bytes);
            var headers = context.Request.Headers;
            var (id, timestamp, signature) = (headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString());
            if (!ReferenceVerifier.Accepts(secret, id, timestamp, signature, bytes.ToArray(), TimeProvider.System.GetUtcNow()))
            {
                consumer.Forged++;
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }

            var request = new Request(id, timestamp, signature, bytes.ToArray());
            consumer.Requests.Enqueue(request);
            if (answer is null) consumer.Keep(request);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            if (answer is not null) await answer(context, request, () => consumer.Keep(request));
        });
        await consumer.server.StartAsync();
        return consumer;
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    private void Keep(Request request)
    {
        lock (Messages)
            if (Messages.All(m => m.Id != request.Id)) Messages.Enqueue(request);
    }
}
