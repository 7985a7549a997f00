using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
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
        read.MapGet("/indicators", IndicatorsAsync).Produces<IReadOnlyList<IndicatorView>>().WithSummary("成果指標の一覧。");
        read.MapGet("/indicators/{code}/actuals", ActualsAsync).Produces<ActualPage>().Produces(304)
            .WithSummary("指標の実績。survey、year、status で絞り込み、as_of でその時点の改訂、format=csv でCSV。ETag があれば If-None-Match で304。");
        read.MapGet("/changes", ChangesAsync).Produces<ChangePage>().WithSummary("改訂を起きた順に。after に前の next を渡す。");
    }

    private static async Task<IResult> IndicatorsAsync(PublishedActuals published, HttpContext context)
    {
        var definitions = await published.DefinitionsAsync(context.RequestAborted);
        var indicators = definitions.Indicators.GroupBy(i => i.Code, StringComparer.Ordinal).Select(g => g.MaxBy(i => i.ValidFrom?.FirstYear ?? 0)!);
        return Answer(Json(indicators.Select(i => new IndicatorView(i.Code, i.Name, i.Policy, i.Measure, i.Survey, i.Unit, i.Direction, i.Decimals)).ToList()), "application/json");
    }

    private static async Task<IResult> ActualsAsync(
        string code, PublishedActuals published, HttpContext context, string? survey = null, string? year = null, string? status = null,
        [Microsoft.AspNetCore.Mvc.FromQuery(Name = "as_of")] string? asOf = null, string? cursor = null, string? limit = null, string? format = null)
    {
        var (most, position, isCsv) = (Cursor.Limit(limit), Cursor.Read(cursor, 2), IsCsv(context.Request, format));
        var (moment, wanted) = (Moment(asOf), StatusOf(status));
        var fiscalYear = year is null ? (FiscalYear?)null : FiscalYear.TryParse(year, out var parsed) ? parsed : throw new RefusedException(ApiProblems.MalformedYear(year));
        var start = position is null ? ((int Year, string Survey)?)null : ((int)(Cursor.Number("cursor", position[0]) ?? 0), position[1]);

        var definitions = await published.DefinitionsAsync(context.RequestAborted);
        var rows = (await published.LatestAsync(definitions, moment, context.RequestAborted)).Where(r => r.Indicator == code).ToList();
        if (rows.Count == 0 && !definitions.Indicators.Any(i => i.Code == code)) throw new RefusedException(ApiProblems.NoSuchIndicator(code));
        var found = rows.Where(r => (survey is null || r.Survey == survey) && (fiscalYear is null || r.Year == fiscalYear.Value.FirstYear) && (wanted is null || r.Status == wanted))
            .OrderBy(r => r.Year).ThenBy(r => r.Survey, StringComparer.Ordinal)
            .Where(r => start is not { } s || r.Year > s.Year || (r.Year == s.Year && string.CompareOrdinal(r.Survey, s.Survey) > 0)).Take(most + 1).ToList();
        var items = found.Take(most).ToList();
        var next = found.Count > most ? Cursor.Of(items[^1].Year.ToString(CultureInfo.InvariantCulture), items[^1].Survey) : null;
        if (next is not null) context.Response.Headers.Link = $"<{NextUrl(context.Request, next)}>; rel=\"next\"";
        context.Response.Headers.Vary = HeaderNames.Accept;
        return isCsv ? Answer(Encoding.UTF8.GetBytes(ActualCsv.Write(items)), "text/csv") : Answer(Json(new ActualPage(items, next)), "application/json");
    }

    private static async Task<IResult> ChangesAsync(PublishedActuals published, HttpContext context, string? after = null, string? limit = null)
    {
        var (from, most) = (Cursor.Number("after", after) ?? 0, Cursor.Limit(limit));
        var found = (await published.RevisionsAsync(context.RequestAborted)).Where(c => c.Sequence > from).Take(most + 1).ToList();
        var items = found.Take(most).Select(c => new Change(c.Sequence, c.Row)).ToList();
        return Answer(Json(new ChangePage(items, items.Count > 0 ? items[^1].Sequence : from, found.Count > most)), "application/json");
    }

    /// <summary>The body under a strong entity tag of its own bytes, or 304 when the caller has it.</summary>
    private static FileContentHttpResult Answer(byte[] body, string type)
    {
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\"");
        return TypedResults.File(body, $"{type}; charset=utf-8", entityTag: tag);
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
