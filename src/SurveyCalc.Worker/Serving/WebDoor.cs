using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.HttpOverrides;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Worker.Access;
using SurveyCalc.Worker.Api;
using SurveyCalc.Worker.Pages;

namespace SurveyCalc.Worker.Serving;

/// <summary>Everything that comes over HTTP: the API of other systems and the pages of people.</summary>
internal static class WebDoor
{
    public static void Register(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<SignIn>();
        services.AddSingleton<PublishedRevisions>();
        services.ConfigureHttpJsonOptions(o => ApiJson.Set(o.SerializerOptions));
        services.AddOpenApi(ApiDocument.Describe);
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "surveycalc-form";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.SuppressXFrameOptionsHeader = true;
        });
        AccessPolicies.Register(services);

        // Workers that share the data folder take each other's cookies, and a restart signs nobody out.
        services.AddDataProtection().SetApplicationName("SurveyCalc");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider>((keys, all) => keys.XmlRepository = new FileSystemXmlRepository(
            new DirectoryInfo(Path.Combine(Composition.DataFolder(all), "cookie-keys")), all.GetRequiredService<ILoggerFactory>()));
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error).AddFilter(typeof(KeyHandler).FullName, LogLevel.Warning);
        services.Configure<ForwardedHeadersOptions>(o => o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
    }

    public static void Map(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<Guard>();
        app.UseStatusCodePages(context => context.HttpContext.Response.StatusCode switch
        {
            404 => Guard.AnswerAsync(context.HttpContext, ApiProblems.NoSuchPlace()),
            405 => Guard.AnswerAsync(context.HttpContext, ApiProblems.WrongMethod()),
            415 => Guard.AnswerAsync(context.HttpContext, ApiProblems.MalformedBody() with { Status = 415 }),
            400 or 413 => Guard.AnswerAsync(context.HttpContext, ApiProblems.BadRequest(context.HttpContext.Response.StatusCode)),
            _ => Task.CompletedTask,
        });
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        UploadApi.Map(app);
        IndicatorApi.Map(app);
        RunApi.Map(app);
        SignInPages.Map(app);
        UploadPages.Map(app);
        OpsPages.Map(app);
        app.MapGet("/style.css", () => TypedResults.Stream(typeof(WebDoor).Assembly.GetManifestResourceStream("style.css")!, "text/css; charset=utf-8"))
            .AllowAnonymous().ExcludeFromDescription();
        app.MapOpenApi("/openapi/{documentName}.json");
    }
}
