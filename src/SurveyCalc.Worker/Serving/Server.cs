using SurveyCalc.Worker.Work;

namespace SurveyCalc.Worker.Serving;

/// <summary>The service (常駐): the doors and the worker in one process, of the same parts as the commands.</summary>
internal static class Server
{
    /// <summary>Builds it. Nothing listens and nothing is opened before it is started.</summary>
    /// <param name="dataFolder">Overrides the configured data folder; null keeps it.</param>
    public static WebApplication Build(string? dataFolder)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = Directory.GetCurrentDirectory() });
        builder.Logging.ClearProviders().AddSimpleConsole(o => o.SingleLine = true).SetMinimumLevel(LogLevel.Information)
            .AddFilter("Microsoft", LogLevel.Warning);
        Composition.Register(builder, dataFolder);
        builder.Services.AddSingleton<Intake>();
        var options = new SurveyCalcOptions();
        builder.Configuration.GetSection(SurveyCalcOptions.Section).Bind(options);
        builder.Configuration.Bind(options);
        builder.WebHost.UseUrls(options.Urls);
        return builder.Build();
    }
}
