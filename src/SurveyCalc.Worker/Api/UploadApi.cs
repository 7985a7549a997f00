using System.ComponentModel;
using Microsoft.Extensions.Options;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Access;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Worker.Access;
using SurveyCalc.Worker.Work;

namespace SurveyCalc.Worker.Api;

/// <summary><c>/api/uploads</c>: sends a file in and says what became of it.</summary>
internal static class UploadApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var uploads = routes.MapGroup("/api/uploads").WithTags("受付").RequireAuthorization(AccessPolicies.Key(AccessScope.Upload));
        uploads.MapPost("/", (Delegate)SendAsync).Produces<UploadView>(202).AddOpenApiOperationTransformer(ApiDocument.DescribeForm)
            .Refuses(
                ApiProblems.NotMultipart(), ApiProblems.TooLarge(0), ApiProblems.BrokenBody(), ApiProblems.NotCsv(""), ApiProblems.NoFile(), ApiProblems.FileNotLast(), ApiProblems.LongField(""),
                ApiProblems.MalformedIdempotencyKey(), ApiProblems.ReusedIdempotencyKey()).Refuses(KnownWave.Refusals)
            .WithDescription("同じ調査・年度に続けて送ったファイルは、どれも受け付け、送り終えた順に一つずつ取り込む。後のファイルの回答が有効になり、前の回答と実績も残る。結果はファイルごとに分かれる。同じ内容をもう一度送ると、初めの受付を返す。")
            .WithSummary("回答ファイルを送る。multipart/form-data の survey、year、file をこの順に。Idempotency-Key を付けると二重に受け付けない。");
        uploads.MapGet("/{id:long}", FindAsync).Produces<UploadView>().Refuses(ApiProblems.NoSuchUpload(0)).WithSummary("受付の状態、件数、問題点。");
        uploads.MapGet("/{id:long}/problems.csv", ProblemsAsync).Produces(200).AddOpenApiOperationTransformer(ApiDocument.DescribeCsv).Refuses(ApiProblems.NoSuchUpload(0)).WithSummary("問題点の一覧のCSV。");
    }

    /// <summary>Receives the file of a form: every door over HTTP ends here.</summary>
    /// <exception cref="RefusedException">Not received.</exception>
    public static async Task<Run> ReceiveAsync(HttpContext context, MultipartUpload form, string? key)
    {
        var services = context.RequestServices;
        var definitions = DefinitionItems.ToSet(await services.GetRequiredService<IStore>().GetDefinitionsAsync(context.RequestAborted));
        var wave = KnownWave.Of(form.Fields.GetValueOrDefault("survey"), form.Fields.GetValueOrDefault("year"), definitions);
        var name = form.FileName.Length > 0 ? form.FileName : $"{wave}.csv";
        return await services.GetRequiredService<Intake>().ReceiveAsync(form.Content, name, wave, context.User.Identity!.Name!, key, context.RequestAborted);
    }

    /// <summary>Lets a request be as large as a file may be; its own count says when it is too large.</summary>
    public static Task<MultipartUpload> OpenAsync(HttpContext context)
    {
        var limit = context.RequestServices.GetRequiredService<IOptions<SurveyCalcOptions>>().Value.UploadLimit;
        if (context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
        return MultipartUpload.OpenAsync(context, limit, context.RequestAborted);
    }

    /// <summary>The run of an upload.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public static async Task<Run> FindRunAsync(IRunLedger ledger, long id, CancellationToken cancellation) =>
        await ledger.FindRunAsync(id, cancellation) is { Request: { Kind: RunKind.Import, File: not null } } run ? run : throw new RefusedException(ApiProblems.NoSuchUpload(id));

    private static async Task<IResult> SendAsync(HttpContext context)
    {
        var key = IdempotencyKey.Of(context);
        var form = await OpenAsync(context);
        var run = await ReceiveAsync(context, form, key);
        if (key is not null && !IsSame(run, form)) throw new RefusedException(ApiProblems.ReusedIdempotencyKey());
        return TypedResults.Accepted($"/api/uploads/{run.Id}", UploadView.Of(run));
    }

    private static bool IsSame(Run run, MultipartUpload form) => run.Request is { Wave: { } wave, File: { } file }
        && FiscalYear.TryParse(form.Fields["year"], out var year) && wave == new WaveKey(form.Fields["survey"].Trim(), year) && file.Sha256 == form.Content.Sha256;

    private static async Task<IResult> FindAsync([Description("受付番号。")] long id, IRunLedger ledger, CancellationToken cancellation) =>
        TypedResults.Ok(UploadView.Of(await FindRunAsync(ledger, id, cancellation)));

    private static async Task<IResult> ProblemsAsync([Description("受付番号。")] long id, IRunLedger ledger, StagingFolder staging, CancellationToken cancellation) =>
        ProblemList.Of(await FindRunAsync(ledger, id, cancellation), staging);
}
