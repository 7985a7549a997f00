using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace SurveyCalc.Worker.Api;

/// <summary>What the OpenAPI document says of bodies that are read by hand.</summary>
internal static class ApiDocument
{
    public static Task DescribeForm(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation) =>
        Describe(operation, "multipart/form-data", isRequired: true, ("survey", "調査の名前", null), ("year", "年度(例: R2)", null), ("file", "回答のCSVファイル。項目の最後に", "binary"));

    public static Task DescribeAsked(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation) =>
        Describe(operation, "application/json", isRequired: false, ("survey", "調査の名前", null), ("year", "年度(例: R2)", null));

    private static Task Describe(OpenApiOperation operation, string type, bool isRequired, params (string Name, string Text, string? Format)[] members)
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
}
