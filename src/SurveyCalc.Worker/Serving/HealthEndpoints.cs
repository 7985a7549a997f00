using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Storage;
using SurveyCalc.Worker.Output;
using SurveyCalc.Worker.Scheduling;
using SurveyCalc.Worker.Webhooks;

namespace SurveyCalc.Worker.Serving;

/// <summary>Whether the service lives and is fit for work, and its figures for a monitor (稼働の確認).</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan LongestNight = TimeSpan.FromHours(26);

    public static void Map(IEndpointRouteBuilder routes)
    {
        MapLive(routes);
        routes.MapGet("/health/ready", ReadyAsync).AllowAnonymous();
        routes.MapGet("/metrics", MetricsAsync).AllowAnonymous();
    }

    /// <summary>Whether the process lives; asks nothing else.</summary>
    public static void MapLive(IEndpointRouteBuilder routes) =>
        routes.MapGet("/health/live", () => Results.Text("""{"state":"live"}""", "application/json")).AllowAnonymous();

    /// <summary>Says that the service is ready, or why it is not.</summary>
    public static async Task AnswerAsync(HttpContext context, IReadOnlyList<string> reasons)
    {
        context.Response.StatusCode = reasons.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(
            CanonicalJson.Write(new { state = reasons.Count == 0 ? "ready" : "unready", reasons }), context.RequestAborted);
    }

    private static async Task ReadyAsync(HttpContext context) =>
        await AnswerAsync(context, await ReasonsAsync(context.RequestServices, context.RequestAborted));

    /// <summary>Why the service is not fit for work, in Japanese; empty when it is.</summary>
    private static async Task<IReadOnlyList<string>> ReasonsAsync(IServiceProvider services, CancellationToken cancellation)
    {
        try
        {
            var (store, ledger) = (services.GetRequiredService<IStore>(), services.GetRequiredService<IRunLedger>());
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var last = (await ledger.FindLatestRunAsync(RunKind.Nightly, RunState.Succeeded, cancellation))?.FinishedAt;
            var since = last ?? await Installation.SinceAsync(store, ledger, cancellation) ?? now;
            if (now - since < LongestNight) return [];
            return [last is null
                ? "夜間処理がまだ一度も終わっていません。runs で処理の状態を確かめてください。"
                : $"夜間処理が26時間以上終わっていません(最後は{TokyoTime.Minute(last.Value)})。runs で処理の状態を確かめてください。"];
        }
        catch (StoreException fault)
        {
            return [fault.Message];
        }
    }

    private static async Task MetricsAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        LedgerFigures? figures = null;
        try
        {
            figures = await FiguresAsync(context.RequestServices, context.RequestAborted);
        }
        catch (StoreException)
        {
            // What this process has counted is told without the database, too.
        }

        await context.Response.WriteAsync(context.RequestServices.GetRequiredService<PrometheusText>().Write(figures), context.RequestAborted);
    }

    private static async Task<LedgerFigures> FiguresAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var ledger = services.GetRequiredService<IRunLedger>();
        return new LedgerFigures(
            await ledger.CountRunsAsync(cancellation),
            (await ledger.FindLatestRunAsync(RunKind.Nightly, RunState.Succeeded, cancellation))?.FinishedAt,
            await DestinationProgress.ReadAsync(services, cancellation));
    }
}
