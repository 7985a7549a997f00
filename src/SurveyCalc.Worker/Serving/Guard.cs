using Microsoft.AspNetCore.Antiforgery;
using SurveyCalc.Indicators;
using SurveyCalc.Storage;
using SurveyCalc.Worker.Api;
using SurveyCalc.Worker.Pages;
using SurveyCalc.Worker.Work;

namespace SurveyCalc.Worker.Serving;

/// <summary>Stands around every request: what browsers are told to refuse, and what becomes of a fault.</summary>
internal sealed partial class Guard(RequestDelegate next, ILogger<Guard> logger)
{
    private const string ContentPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public async Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-cache";
        try
        {
            await next(context);
        }
        catch (RefusedException refused)
        {
            await AnswerAsync(context, refused.Problem);
        }
        catch (AntiforgeryValidationException)
        {
            await AnswerAsync(context, ApiProblems.ForgedForm());
        }
        catch (BadHttpRequestException fault)
        {
            await AnswerAsync(context, ApiProblems.BadRequest(fault.StatusCode));
        }
        catch (StoreException fault)
        {
            LogDatabase(fault);
            await AnswerAsync(context, ApiProblems.NoDatabase());
        }
        catch (OperatorException fault)
        {
            await AnswerAsync(context, ApiProblems.Operator(fault.Message));
        }
        catch (IOException fault) when (FullDisk.Is(fault))
        {
            LogFullDisk(fault.Message);
            await AnswerAsync(context, ApiProblems.DiskFull());
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            LogFault(fault, context.Request.Method, context.GetEndpoint()?.DisplayName);
            await AnswerAsync(context, ApiProblems.Fault());
        }
    }

    /// <summary>Answers a person with a page, another system with a problem.</summary>
    public static Task AnswerAsync(HttpContext context, ApiProblem problem) =>
        context.Response.HasStarted ? Task.CompletedTask
        : IsPage(context.Request) ? Layout.Refusal(context, problem.Title, $"{problem.Detail} [{problem.Code}]", problem.Status).ExecuteAsync(context)
        : ApiProblem.WriteAsync(context, problem);

    private static bool IsPage(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && !request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database could not be used.")]
    private partial void LogDatabase(Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "A file could not be stored: {Text}")]
    private partial void LogFullDisk(string text);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Endpoint} failed.")]
    private partial void LogFault(Exception fault, string method, string? endpoint);
}
