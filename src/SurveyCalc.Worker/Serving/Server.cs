using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SurveyCalc.Indicators;
using SurveyCalc.Worker.DropFolder;
using SurveyCalc.Worker.Scheduling;
using SurveyCalc.Worker.Webhooks;
using SurveyCalc.Worker.Work;

namespace SurveyCalc.Worker.Serving;

/// <summary>The service (常駐): the doors and the worker in one process, of the same parts as the commands.</summary>
internal static class Server
{
    /// <summary>Builds it. Nothing listens and nothing is opened before it is started.</summary>
    /// <param name="dataFolder">Overrides the configured data folder; null keeps it.</param>
    /// <exception cref="OperatorException">Settings cannot be used; one line for each.</exception>
    public static WebApplication Build(string? dataFolder)
    {
        var builder = Read(dataFolder);
        SettingsCheck.Require(builder.Configuration, TimeProvider.System.GetUtcNow());
        var options = new SurveyCalcOptions();
        builder.Configuration.GetSection(SurveyCalcOptions.Section).Bind(options);
        builder.Configuration.Bind(options);
        if (dataFolder is not null) options.Database = ""; // as for every command
        AddLog(builder.Logging, options.LogFormat);
        builder.Services.AddSingleton<Intake>();
        AddWork(builder.Services, options);
        builder.Services.AddWebhookDelivery();
        builder.WebHost.UseUrls(options.Urls);
        WebDoor.Register(builder);
        var server = builder.Build();
        _ = server.Services.GetRequiredService<PrometheusText>(); // counts from the start
        WebDoor.Map(server);
        HealthEndpoints.Map(server);
        return server;
    }

    private static void AddLog(ILoggingBuilder logging, string format)
    {
        const string time = "yyyy-MM-dd'T'HH:mm:ss'Z'";
        logging.ClearProviders().SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning);
        if (format == SurveyCalcOptions.JsonLog)
            logging.AddJsonConsole(o => (o.UseUtcTimestamp, o.TimestampFormat, o.JsonWriterOptions) =
                (true, time, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) }));
        else
            logging.AddSimpleConsole(o => (o.SingleLine, o.UseUtcTimestamp, o.TimestampFormat) = (true, true, time + " "));
    }

    private static void AddWork(IServiceCollection services, SurveyCalcOptions options)
    {
        services.AddSingleton<RunMeter>().AddSingleton<PrometheusText>().AddSingleton<NightlyRequest>();
        services.AddSingleton(Composition.ImportOf).AddSingleton(Composition.SweepOf).AddSingleton<RunWork>();
        QuartzSchedule.Register(services, options.Nightly, options.Database);
        services.AddHostedService<MissedNight>();
        services.AddHostedService<RunWorker>();
        if (options.DropFolder.Length > 0) services.AddHostedService<DropFolderWatch>();
    }

    private static WebApplicationBuilder Read(string? dataFolder)
    {
        try
        {
            var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = Directory.GetCurrentDirectory() });
            Composition.Register(builder, dataFolder);
            return builder;
        }
        catch (InvalidDataException fault)
        {
            throw new OperatorException($"設定ファイル appsettings.json を読めません。書き方(かっこ、引用符、コンマ)を確かめてください。({fault.InnerException?.Message ?? fault.Message})", fault);
        }
    }
}
