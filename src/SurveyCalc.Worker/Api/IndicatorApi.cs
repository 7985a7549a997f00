using System.ComponentModel;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Access;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Worker.Access;

namespace SurveyCalc.Worker.Api;

/// <summary><c>/api/indicators</c> and <c>/api/changes</c>: the published figures.</summary>
internal static class IndicatorApi
{
    private static readonly Guid Program = typeof(IndicatorApi).Module.ModuleVersionId;

    private static readonly string[] TimeFormats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>One indicator (成果指標), its version in force last.</summary>
    public sealed record IndicatorView(string Code, string Name, string Policy, string Measure, string Survey, string Unit, Direction Direction, int Decimals);

    /// <summary>A page of actuals; <see cref="Next"/> is the value of <c>cursor</c> for the next page, null at the end.</summary>
    public sealed record ActualPage(IReadOnlyList<ActualRow> Items, string? Next);

    /// <summary>A revision and its place in the chain of all revisions.</summary>
    public sealed record Change(long Sequence, ActualRow Actual);

    /// <summary>A page of changes; go on with <c>after</c> = <see cref="Next"/>, also when nothing came.</summary>
    public sealed record ChangePage(IReadOnlyList<Change> Items, long Next, bool HasMore);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/api").WithTags("実績").RequireAuthorization(AccessPolicies.Key(AccessScope.Read));
        read.MapGet("/indicators", IndicatorsAsync).Produces<IReadOnlyList<IndicatorView>>().Produces(304).AddOpenApiOperationTransformer(ApiDocument.DescribeTag).WithSummary("成果指標の一覧。");
        read.MapGet("/indicators/{code}/actuals", ActualsAsync).Produces<ActualPage>().Produces(304)
            .AddOpenApiOperationTransformer(ApiDocument.DescribeTag).AddOpenApiOperationTransformer(ApiDocument.DescribeCsv)
            .Refuses(ApiProblems.MalformedCursor("cursor"), ApiProblems.MalformedTime(""), ApiProblems.MalformedLimit(Cursor.MostLimit), ApiProblems.MalformedFilter("", "", ""), ApiProblems.MalformedYear(""), ApiProblems.NoSuchIndicator(""))
            .WithSummary("指標の実績。年度の順。絞り込み、時点の指定、CSV、続きの読み出しができる。");
        read.MapGet("/changes", ChangesAsync).Produces<ChangePage>().Produces(304).AddOpenApiOperationTransformer(ApiDocument.DescribeTag)
            .Refuses(ApiProblems.MalformedCursor("after"), ApiProblems.MalformedLimit(Cursor.MostLimit)).WithSummary("改訂を起きた順に。after に前の next を渡すと続きを読める。");
    }

    private static async Task<IResult> IndicatorsAsync(PublishedRevisions published, HttpContext context)
    {
        if (await IsKnownAsync(context, published, isCsv: false) is { } known) return known;
        var mark = await published.MarkAsync(context.RequestAborted);
        var definitions = await published.DefinitionsAsync(context.RequestAborted);
        var indicators = definitions.Indicators.GroupBy(i => i.Code, StringComparer.Ordinal).Select(g => g.MaxBy(i => i.ValidFrom?.FirstYear ?? 0)!);
        return Answer(Json(indicators.Select(i => new IndicatorView(i.Code, i.Name, i.Policy, i.Measure, i.Survey, i.Unit, i.Direction, i.Decimals)).ToList()), context, mark);
    }

    private static async Task<IResult> ActualsAsync(
        [Description("指標コード。")] string code, PublishedRevisions published, HttpContext context,
        [Description("調査の名前。省くとすべて。")] string? survey = null,
        [Description("年度(例: R2、2020)。省くとすべて。")] string? year = null,
        [Description("状態。preliminary(速報)、final(確定)、corrected(訂正)。省くとすべて。")] string? status = null,
        [FromQuery(Name = "as_of"), Description("この日時までに記録された改訂のうち最後のもの(例: 2026-11-22T02:00:00Z。時差まで書く)。省くと今。")] string? asOf = null,
        [Description("続きの位置。前の応答の next をそのまま。")] string? cursor = null,
        [Description("1回の件数、1から1000。省くと100。")] string? limit = null,
        [Description("json か csv。省くと Accept に従う。")] string? format = null)
    {
        var (most, position, isCsv) = (Cursor.Limit(limit), Cursor.Read(cursor, 2), IsCsv(context.Request, format));
        var (moment, wanted) = (Moment(asOf), StatusOf(status));
        var fiscalYear = year is null ? (FiscalYear?)null : FiscalYear.TryParse(year, out var parsed) ? parsed : throw new RefusedException(ApiProblems.MalformedYear(year));
        var start = position is null ? ((long Year, string Survey)?)null : (Cursor.Number("cursor", position[0]) ?? 0, position[1]);

        context.Response.Headers.Vary = HeaderNames.Accept;
        if (await IsKnownAsync(context, published, isCsv) is { } known) return known;
        var (mark, definitions, latest) = await published.LatestAsync(code, moment, context.RequestAborted);
        var rows = latest.Select(r => r.Row).ToList();
        if (rows.Count == 0 && !definitions.Indicators.Any(i => i.Code == code)) throw new RefusedException(ApiProblems.NoSuchIndicator(code));
        var found = rows.Where(r => (survey is null || r.Survey == survey) && (fiscalYear is null || r.Year == fiscalYear.Value.FirstYear) && (wanted is null || r.Status == wanted))
            .OrderBy(r => r.Year).ThenBy(r => r.Survey, StringComparer.Ordinal)
            .Where(r => start is not { } s || r.Year > s.Year || (r.Year == s.Year && string.CompareOrdinal(r.Survey, s.Survey) > 0)).Take(most + 1).ToList();
        var items = found.Take(most).ToList();
        var next = found.Count > most ? Cursor.Of(items[^1].Year.ToString(CultureInfo.InvariantCulture), items[^1].Survey) : null;
        if (next is not null) context.Response.Headers.Link = $"<{NextUrl(context.Request, next)}>; rel=\"next\"";
        return Answer(isCsv ? Encoding.UTF8.GetBytes(ActualCsv.Write(items)) : Json(new ActualPage(items, next)), context, mark, isCsv);
    }

    private static async Task<IResult> ChangesAsync(
        PublishedRevisions published, HttpContext context,
        [Description("この通し番号より後の改訂。前の応答の next をそのまま。省くと初めから。")] string? after = null,
        [Description("1回の件数、1から1000。省くと100。")] string? limit = null)
    {
        var (from, most) = (Cursor.Number("after", after) ?? 0, Cursor.Limit(limit));
        if (await IsKnownAsync(context, published, isCsv: false) is { } known) return known;
        var (mark, _, found) = await published.AfterAsync(from, most + 1, context.RequestAborted);
        var items = found.Take(most).Select(c => new Change(c.Sequence, c.Row)).ToList();
        return Answer(Json(new ChangePage(items, items.Count > 0 ? items[^1].Sequence : from, found.Count > most)), context, mark);
    }

    private static FileContentHttpResult Answer(byte[] body, HttpContext context, StoreMark mark, bool isCsv = false) =>
        TypedResults.File(body, isCsv ? "text/csv; charset=utf-8" : "application/json; charset=utf-8", entityTag: TagOf(context.Request, mark, isCsv));

    /// <summary>304 when the caller has what the store would give now; null otherwise. Reads nothing but how far the store is.</summary>
    private static async Task<IResult?> IsKnownAsync(HttpContext context, PublishedRevisions published, bool isCsv)
    {
        if (context.Request.GetTypedHeaders().IfNoneMatch is not { Count: > 0 } known) return null;
        var tag = TagOf(context.Request, await published.MarkAsync(context.RequestAborted), isCsv);
        if (!known.Any(k => k.Equals(EntityTagHeaderValue.Any) || k.Compare(tag, useStrongComparison: false))) return null;
        context.Response.GetTypedHeaders().ETag = tag;
        return TypedResults.StatusCode(StatusCodes.Status304NotModified);
    }

    /// <summary>An answer follows from the question, what the store holds, and the program.</summary>
    private static EntityTagHeaderValue TagOf(HttpRequest request, StoreMark mark, bool isCsv)
    {
        var origin = string.Create(CultureInfo.InvariantCulture, $"{Program}\n{mark.Revisions}\n{mark.Definitions}\n{isCsv}\n{request.Path}{request.QueryString}");
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin)))[..32]}\"");
    }

    private static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, ApiJson.Options);

    private static bool IsCsv(HttpRequest request, string? format) => format switch
    {
        "csv" => true,
        "json" => false,
        null => request.GetTypedHeaders().Accept.MaxBy(a => a.Quality ?? 1)?.MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase) == true,
        _ => throw new RefusedException(ApiProblems.MalformedFilter("format", format, "csv、json")),
    };

    private static DateTimeOffset? Moment(string? text) => text is null ? null
        : text.IndexOfAny(['Z', '+', '-'], Math.Min(10, text.Length)) > 0
            && DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment
        : throw new RefusedException(ApiProblems.MalformedTime(text));

    private static Status? StatusOf(string? text) => text switch
    {
        null => null,
        "preliminary" or "速報" => Status.Preliminary,
        "final" or "確定" => Status.Final,
        "corrected" or "訂正" => Status.Corrected,
        _ => throw new RefusedException(ApiProblems.MalformedFilter("status", text, "preliminary、final、corrected")),
    };

    private static string NextUrl(HttpRequest request, string next) => request.Path.ToUriComponent() + QueryString.Create(
        request.Query.Where(q => q.Key != "cursor").SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v)).Append(KeyValuePair.Create<string, string?>("cursor", next)));
}
