using Microsoft.Extensions.Options;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Access;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Deliveries;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Indicators.Verification;
using SurveyCalc.Storage;
using SurveyCalc.Storage.PostgreSql;
using SurveyCalc.Storage.Relational;
using SurveyCalc.Storage.Sqlite;
using SurveyCalc.Worker.Work;

namespace SurveyCalc.Worker;

/// <summary>The one place where the parts are put together, for every command and for the service.</summary>
internal static class Composition
{
    /// <summary>Builds the host. Nothing is opened before it is asked for.</summary>
    /// <param name="dataFolder">Overrides the configured data folder, and means the database in it; null keeps the settings.</param>
    /// <param name="below">Folder below the configured one, used when it is not overridden, with a database of its own; empty for itself.</param>
    public static IHost Build(string? dataFolder = null, string below = "")
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Directory.GetCurrentDirectory() });
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole();
        Register(builder, dataFolder, below);
        return builder.Build();
    }

    /// <summary>Settings and services that commands and the service share.</summary>
    public static void Register(IHostApplicationBuilder builder, string? dataFolder = null, string below = "")
    {
        builder.Configuration.AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables("SURVEYCALC_");
        builder.Services.Configure<SurveyCalcOptions>(builder.Configuration.GetSection(SurveyCalcOptions.Section));
        builder.Services.Configure<SurveyCalcOptions>(builder.Configuration);
        builder.Services.PostConfigure<SurveyCalcOptions>(o =>
        {
            if (dataFolder is not null || below.Length > 0) o.Database = "";
            o.DataFolder = dataFolder ?? Path.Combine(o.DataFolder, below);
        });

        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(OpenStore);
        builder.Services.AddSingleton<IStore>(services => services.GetRequiredService<RelationalStore>());
        builder.Services.AddSingleton<IRunLedger>(services => services.GetRequiredService<RelationalStore>());
        builder.Services.AddSingleton<IAccessStore>(services => services.GetRequiredService<RelationalStore>());
        builder.Services.AddSingleton<IDeliveryLedger>(services => services.GetRequiredService<RelationalStore>());
        builder.Services.AddSingleton<Recompute>();
        builder.Services.AddSingleton<ProposeCorrection>();
        builder.Services.AddSingleton<VerifyRecords>();
        builder.Services.AddSingleton(services => new ReleaseActuals(
            services.GetRequiredService<IStore>(), services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<IOptions<SurveyCalcOptions>>().Value.OnePersonOffice));
        builder.Services.AddSingleton(services => ReceiveInto(services, services.GetRequiredService<IStore>()));
        builder.Services.AddSingleton(services => new StagingFolder(Path.Combine(DataFolder(services), "staging")));
    }

    /// <summary>The import on a store of its own, such as that of a lease.</summary>
    public static ReceiveUpload ReceiveInto(IServiceProvider services, IStore store) =>
        new(store, Originals(services) is { } originals ? originals.KeepAsync : null, services.GetRequiredService<TimeProvider>());

    /// <summary>The import of a run.</summary>
    public static ImportWork ImportOf(IServiceProvider services) => new(
        services.GetRequiredService<StagingFolder>(), store => ReceiveInto(services, store), services.GetRequiredService<TimeProvider>());

    /// <summary>What removes received files that nobody needs any more.</summary>
    public static StagingSweep SweepOf(IServiceProvider services) => new(
        services.GetRequiredService<StagingFolder>(), services.GetRequiredService<IRunLedger>(), Originals(services),
        services.GetRequiredService<IOptions<SurveyCalcOptions>>(), services.GetRequiredService<TimeProvider>());

    /// <summary>Whether the database is the embedded one.</summary>
    public static bool IsEmbedded(IServiceProvider services) => DatabaseSetting(services).Length == 0;

    /// <summary>Path of the embedded database.</summary>
    public static string DatabasePath(IServiceProvider services) => Path.Combine(DataFolder(services), "surveycalc.db");

    /// <summary>Folder of the database and of what else a city keeps.</summary>
    public static string DataFolder(IServiceProvider services) =>
        Path.GetFullPath(services.GetRequiredService<IOptions<SurveyCalcOptions>>().Value.DataFolder);

    private static string DatabaseSetting(IServiceProvider services) => services.GetRequiredService<IOptions<SurveyCalcOptions>>().Value.Database;

    private static RelationalStore OpenStore(IServiceProvider services)
    {
        if (IsEmbedded(services)) return SqliteStore.Open(DatabasePath(services), services.GetRequiredService<TimeProvider>());
        try
        {
            return PostgresStore.Open(DatabaseSetting(services));
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            throw new OperatorException($"設定 Database の接続文字列を読めません。「Host=サーバー名;Database=surveycalc;Username=surveycalc_service」のように書いてください。({fault.Message})", fault);
        }
    }

    private static OriginalFolder? Originals(IServiceProvider services) =>
        services.GetRequiredService<IOptions<SurveyCalcOptions>>().Value.KeepOriginals
            ? new OriginalFolder(Path.Combine(DataFolder(services), "originals"))
            : null;
}
