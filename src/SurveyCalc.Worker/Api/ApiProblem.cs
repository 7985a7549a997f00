using System.Text.Json;

namespace SurveyCalc.Worker.Api;

/// <summary>Why a call is refused, as RFC 9457 defines it (problem+json), with a stable code and in Japanese.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable code such as SC-H001; never used again for something else.</param>
/// <param name="Title">What is wrong, the same for every such refusal.</param>
/// <param name="Detail">What is wrong here, and what to do.</param>
internal sealed record ApiProblem(int Status, string Code, string Title, string Detail)
{
    /// <summary>Answers with it, unless the answer has begun.</summary>
    public static async Task WriteAsync(HttpContext context, ApiProblem problem)
    {
        if (context.Response.HasStarted) return;
        context.Response.StatusCode = problem.Status;
        context.Response.ContentType = "application/problem+json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.Body.WriteAsync(
            JsonSerializer.SerializeToUtf8Bytes(new { type = "about:blank", problem.Title, problem.Status, problem.Detail, problem.Code }, ApiJson.Options),
            context.RequestAborted);
    }
}
