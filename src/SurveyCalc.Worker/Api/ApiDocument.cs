using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SurveyCalc.Indicators.Access;
using SurveyCalc.Worker.Access;

namespace SurveyCalc.Worker.Api;

/// <summary>The OpenAPI document: what it says beyond the routes themselves, in Japanese.</summary>
internal static class ApiDocument
{
    private const string Scheme = "apiKey";
    private const string Problem = "ProblemDetails";

    /// <summary>What every call may be refused with.</summary>
    private static readonly ApiProblem[] Everywhere =
        [ApiProblems.NoKey(), ApiProblems.WrongKey(), ApiProblems.TooLittleScope(), ApiProblems.WrongMethod(), ApiProblems.Fault(), ApiProblems.NoDatabase()];

    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = route => route.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer(DescribeDocument);
        options.AddOperationTransformer(DescribeOperation);
        options.AddSchemaTransformer(DescribeMembers);
    }

    /// <summary>Names the refusals of a call, beside those of every call.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params ApiProblem[] problems) => route.WithMetadata(new Refusals(problems));

    /// <summary>The body of a received file.</summary>
    public static Task DescribeForm(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        AddHeader(operation, "Idempotency-Key", "依頼の名前(英数字と記号、100文字まで)。同じキーで同じ内容を送ると初めの受付を返し、違う内容は422で断る。");
        return DescribeBody(operation, "multipart/form-data", isRequired: true, ("survey", "調査の名前", null), ("year", "年度(例: R2)", null), ("file", "回答のCSVファイル。項目の最後に", "binary"));
    }

    /// <summary>The body of a request for a recomputation.</summary>
    public static Task DescribeAsked(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        AddHeader(operation, "Idempotency-Key", "依頼の名前(英数字と記号、100文字まで)。同じキーで同じ依頼を送ると初めの処理を返し、違う依頼は422で断る。");
        return DescribeBody(operation, "application/json", isRequired: false, ("survey", "調査の名前", null), ("year", "年度(例: R2)", null));
    }

    /// <summary>An answer that the caller may have already.</summary>
    public static Task DescribeTag(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        AddHeader(operation, "If-None-Match", "前の応答の ETag。変わっていなければ304(本文なし)を返す。");
        if (operation.Responses?.GetValueOrDefault("200") is OpenApiResponse answer)
            answer.Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
            {
                ["ETag"] = new OpenApiHeader { Description = "内容の版。実績の改訂か定義の変更があると変わる。", Schema = Text() },
            };
        return Task.CompletedTask;
    }

    /// <summary>An answer that comes as CSV, too.</summary>
    public static Task DescribeCsv(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        if (operation.Responses?.GetValueOrDefault("200") is OpenApiResponse answer)
            (answer.Content ??= new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal))["text/csv"] = new OpenApiMediaType { Schema = Text() };
        return Task.CompletedTask;
    }

    private static Task DescribeDocument(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo
        {
            Title = "SurveyCalc API",
            Version = "1",
            Description = "調査の回答の受付、成果指標の実績の参照、再計算の依頼。呼び出しには keys add で作ったAPIキーを Authorization: Bearer sc_… の形で付ける。"
                + "実績は公表下限による秘匿を経た値で、当てはまらない項目は null。年度は令和2年度、R2、2020 のどれでも書ける。断るときは application/problem+json で、code は変わらない符号。",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "sc_<id>_<secret>", Description = "keys add で作るAPIキー。権限は read、upload、operate。" },
        };
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        document.Components.Schemas[Problem] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "断った理由(RFC 9457)。",
            Required = new HashSet<string>(StringComparer.Ordinal) { "type", "title", "status", "detail", "code" },
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["type"] = Text("いつも about:blank。"),
                ["title"] = Text("何が正しくないか。符号ごとに同じ。"),
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "HTTPの状態。" },
                ["detail"] = Text("この依頼の何が正しくないかと、直し方。"),
                ["code"] = Text("符号(SC-H…)。別の意味に使い回さない。"),
            },
        };
        document.Tags = new HashSet<OpenApiTag>
        {
            new() { Name = "受付", Description = "回答ファイルを送り、その結果を確かめる。" },
            new() { Name = "実績", Description = "公表した実績と改訂を読む。" },
            new() { Name = "処理", Description = "取込・再計算・夜間処理の台帳。" },
        };
        return Task.CompletedTask;
    }

    private static Task DescribeOperation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var scope = new[] { AccessScope.Read, AccessScope.Upload, AccessScope.Operate }.Single(s => metadata.OfType<IAuthorizeData>().Any(a => a.Policy == AccessPolicies.Key(s)));
        operation.Description = $"{operation.Description}必要な権限: {scope.ToString().ToLowerInvariant()}。";
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] }];
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            parameter.Schema = parameter.Name switch
            {
                "limit" => new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = Cursor.MostLimit.ToString(CultureInfo.InvariantCulture) },
                "after" or "before" => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "0" },
                "as_of" => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
                _ => parameter.Schema,
            };
        operation.Responses ??= [];
        foreach (var (status, words) in new[] { ("200", "成功。"), ("202", "受け付けた。Location が結果の場所。"), ("304", "変わっていない(本文なし)。") })
            if (operation.Responses.GetValueOrDefault(status) is { } answer) answer.Description = words;
        foreach (var refusals in metadata.OfType<Refusals>().SelectMany(r => r.Problems).Concat(Everywhere).GroupBy(p => p.Status))
            operation.Responses[refusals.Key.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = string.Join("、", refusals.OrderBy(p => p.Code, StringComparer.Ordinal).Select(p => $"{p.Title}({p.Code})")) + "。",
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    ["application/problem+json"] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(Problem, context.Document) },
                },
            };
        return Task.CompletedTask;
    }

    private static Task DescribeMembers(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (context.JsonPropertyInfo is null && ApiMembers.TextOf(type.Name) is { } words) schema.Description = words;
        foreach (var (name, member) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
            if (ApiMembers.TextOf(type.Name, name) is { } text) member.Description = text;
        return Task.CompletedTask;
    }

    private static Task DescribeBody(OpenApiOperation operation, string type, bool isRequired, params (string Name, string Text, string? Format)[] members)
    {
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = members.ToDictionary(m => m.Name, m => (IOpenApiSchema)new OpenApiSchema { Type = JsonSchemaType.String, Description = m.Text, Format = m.Format }),
            Required = isRequired ? members.Select(m => m.Name).ToHashSet(StringComparer.Ordinal) : null,
        };
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = isRequired,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [type] = new OpenApiMediaType { Schema = schema } },
        };
        return Task.CompletedTask;
    }

    private static void AddHeader(OpenApiOperation operation, string name, string text) =>
        (operation.Parameters ??= []).Add(new OpenApiParameter { Name = name, In = ParameterLocation.Header, Description = text, Schema = Text() });

    private static OpenApiSchema Text(string? description = null) => new() { Type = JsonSchemaType.String, Description = description };

    private sealed record Refusals(ApiProblem[] Problems);
}
