using System.ComponentModel;
using System.Text.Json;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Access;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Worker.Access;

namespace SurveyCalc.Worker.Api;

/// <summary><c>/api/runs</c>: the ledger of runs, and new ones.</summary>
internal static class RunApi
{
    /// <summary>A page of runs; <see cref="Next"/> is the value of <c>before</c> for the next page, null at the end.</summary>
    public sealed record Page(IReadOnlyList<RunView> Items, long? Next);

    /// <summary>What to recompute: one wave, or everything when both are missing.</summary>
    public sealed record Asked(string? Survey, string? Year);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var runs = routes.MapGroup("/api/runs").WithTags("処理");
        runs.MapGet("/", ListAsync).Produces<Page>().RequireAuthorization(AccessPolicies.Key(AccessScope.Read))
            .Refuses(ApiProblems.MalformedCursor("before"), ApiProblems.MalformedLimit(Cursor.MostLimit)).WithSummary("処理の一覧、新しい順。続きは before。");
        runs.MapGet("/{id:long}", FindAsync).Produces<RunView>().RequireAuthorization(AccessPolicies.Key(AccessScope.Read)).Refuses(ApiProblems.NoSuchRun(0)).WithSummary("一つの処理。");
        runs.MapPost("/", (Delegate)AskAsync).Produces<RunView>(202).AddOpenApiOperationTransformer(ApiDocument.DescribeAsked).RequireAuthorization(AccessPolicies.Key(AccessScope.Operate))
            .Refuses(ApiProblems.MalformedIdempotencyKey(), ApiProblems.MalformedBody(), ApiProblems.ReusedIdempotencyKey()).Refuses(KnownWave.Refusals)
            .WithSummary("いますぐ再計算する。調査と年度を指定しなければ全体。Idempotency-Key を付けると二重に始めない。");
        runs.MapPost("/{id:long}/revive", ReviveAsync).Produces<RunView>(202).RequireAuthorization(AccessPolicies.Key(AccessScope.Operate))
            .Refuses(ApiProblems.NoSuchRun(0), ApiProblems.NotDead(0)).WithSummary("停止した処理をもう一度待機させる。");
    }

    /// <summary>Asks for a recomputation of everything now.</summary>
    public static Task<Run> StartAsync(IRunLedger ledger, WaveKey? wave, string by, string? key, CancellationToken cancellation) => ledger.RequestAsync(
        new RunRequest(wave is null ? RunKind.Nightly : RunKind.Recompute, key ?? $"now/{Guid.NewGuid():N}", wave, by), cancellation);

    private static async Task<IResult> ListAsync(
        IRunLedger ledger, CancellationToken cancellation,
        [Description("この処理番号より前の処理。前の応答の next をそのまま。省くと最も新しいものから。")] string? before = null,
        [Description("1回の件数、1から1000。省くと100。")] string? limit = null)
    {
        var most = Cursor.Limit(limit);
        var runs = await ledger.GetRunsAsync(most + 1, Cursor.Number("before", before), cancellation);
        return TypedResults.Ok(new Page([.. runs.Take(most).Select(RunView.Of)], runs.Count > most ? runs[most - 1].Id : null));
    }

    private static async Task<IResult> FindAsync([Description("処理番号。")] long id, IRunLedger ledger, CancellationToken cancellation) =>
        TypedResults.Ok(RunView.Of(await ledger.FindRunAsync(id, cancellation) ?? throw new RefusedException(ApiProblems.NoSuchRun(id))));

    private static async Task<IResult> AskAsync(HttpContext context, IRunLedger ledger, IStore store)
    {
        var key = IdempotencyKey.Of(context);
        var asked = await ReadAsync(context.Request);
        var wave = asked is { Survey: null, Year: null } ? (WaveKey?)null
            : KnownWave.Of(asked.Survey, asked.Year, DefinitionItems.ToSet(await store.GetDefinitionsAsync(context.RequestAborted)));
        var run = await StartAsync(ledger, wave, context.User.Identity!.Name!, key, context.RequestAborted);
        if (run.Request.Kind is RunKind.Import || run.Request.Wave != wave) throw new RefusedException(ApiProblems.ReusedIdempotencyKey());
        return TypedResults.Accepted($"/api/runs/{run.Id}", RunView.Of(run));
    }

    private static async Task<IResult> ReviveAsync([Description("処理番号。")] long id, HttpContext context, IRunLedger ledger)
    {
        if (await ledger.FindRunAsync(id, context.RequestAborted) is null) throw new RefusedException(ApiProblems.NoSuchRun(id));
        if (!await ledger.ReviveAsync(id, context.User.Identity!.Name!, context.RequestAborted)) throw new RefusedException(ApiProblems.NotDead(id));
        return TypedResults.Accepted($"/api/runs/{id}", RunView.Of((await ledger.FindRunAsync(id, context.RequestAborted))!));
    }

    private static async Task<Asked> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength is 0 || (request.ContentLength is null && !request.Headers.ContainsKey("Transfer-Encoding"))) return new Asked(null, null);
        try
        {
            return await JsonSerializer.DeserializeAsync<Asked>(request.Body, ApiJson.Options, request.HttpContext.RequestAborted) ?? new Asked(null, null);
        }
        catch (JsonException)
        {
            throw new RefusedException(ApiProblems.MalformedBody());
        }
    }
}
