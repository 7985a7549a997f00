using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Verification;
using SurveyCalc.Storage;
using SurveyCalc.Storage.Sqlite;

namespace SurveyCalc.Worker;

/// <summary>The one place where the parts are put together, for every command and for the service.</summary>
internal static class Composition
{
    /// <summary>Builds the host. Nothing is opened before it is asked for.</summary>
    /// <param name="dataFolder">Overrides the configured data folder; null keeps it.</param>
    /// <param name="below">Folder below the configured one, used when it is not overridden; empty for itself.</param>
    public static IHost Build(string? dataFolder = null, string below = "")
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Directory.GetCurrentDirectory() });
        builder.Configuration.AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables("SURVEYCALC_");
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole();
        builder.Services.Configure<SurveyCalcOptions>(builder.Configuration.GetSection(SurveyCalcOptions.Section));
        builder.Services.Configure<SurveyCalcOptions>(builder.Configuration);
        builder.Services.PostConfigure<SurveyCalcOptions>(o => o.DataFolder = dataFolder ?? Path.Combine(o.DataFolder, below));

        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IStore>(services => SqliteStore.Open(DatabasePath(services)));
        builder.Services.AddSingleton<Recompute>();
        builder.Services.AddSingleton<ProposeCorrection>();
        builder.Services.AddSingleton<VerifyRecords>();
        builder.Services.AddSingleton(services => new ReleaseActuals(
            services.GetRequiredService<IStore>(), services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<IOptions<SurveyCalcOptions>>().Value.OnePersonOffice));
        builder.Services.AddSingleton(services => new ReceiveUpload(
            services.GetRequiredService<IStore>(), KeepOriginal(services), services.GetRequiredService<TimeProvider>()));
        return builder.Build();
    }

    /// <summary>Path of the embedded database.</summary>
    public static string DatabasePath(IServiceProvider services) => Path.Combine(DataFolder(services), "surveycalc.db");

    /// <summary>Folder of the database and of what else a city keeps.</summary>
    public static string DataFolder(IServiceProvider services) =>
        Path.GetFullPath(services.GetRequiredService<IOptions<SurveyCalcOptions>>().Value.DataFolder);

    private static Func<Stream, string, CancellationToken, Task>? KeepOriginal(IServiceProvider services) =>
        services.GetRequiredService<IOptions<SurveyCalcOptions>>().Value.KeepOriginals
            ? new OriginalFolder(Path.Combine(DataFolder(services), "originals")).KeepAsync
            : null;
}
