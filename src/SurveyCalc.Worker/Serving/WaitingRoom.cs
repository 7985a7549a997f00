using SurveyCalc.Worker.Api;

namespace SurveyCalc.Worker.Serving;

/// <summary>
/// Answers in the service's place while it waits for its database (待機中の応答): the process lives, it is not ready and why,
/// and for everything else 503.
/// </summary>
internal sealed class WaitingRoom : IAsyncDisposable
{
    private readonly WebApplication server;
    private string reason;

    private WaitingRoom(WebApplication server, string reason) => (this.server, this.reason) = (server, reason);

    /// <summary>Why the service waits, in Japanese.</summary>
    public string Reason
    {
        set => Volatile.Write(ref reason, value);
    }

    /// <summary>Listens where the service will.</summary>
    public static async Task<WaitingRoom> OpenAsync(string urls, string reason, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(urls).ConfigureKestrel(o => o.AddServerHeader = false);
        var room = new WaitingRoom(builder.Build(), reason);
        HealthEndpoints.MapLive(room.server);
        room.server.MapGet("/health/ready", (HttpContext context) => HealthEndpoints.AnswerAsync(context, [Volatile.Read(ref room.reason)]));
        room.server.MapFallback(context => Guard.AnswerAsync(context, ApiProblems.NoDatabase()));
        await room.server.StartAsync(cancellation);
        return room;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
