using Microsoft.Extensions.Options;
using Npgsql;
using Quartz;
using SurveyCalc.Indicators;

namespace SurveyCalc.Worker.Scheduling;

/// <summary>
/// The schedule on Quartz.NET: in memory beside the embedded database, clustered in a PostgreSQL. Triggers are replaced at
/// each start, so that a changed setting counts at once; what was missed meanwhile is made good from the ledger.
/// </summary>
internal sealed class QuartzSchedule(IOptions<SurveyCalcOptions> options) : INightlySchedule
{
    /// <summary>Schema of the scheduler's own tables in a PostgreSQL.</summary>
    public const string Schema = "surveycalc_schedule";

    private static readonly TimeZoneInfo Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    private readonly CronExpression cron = new(options.Value.Nightly, Tokyo);

    public DateTimeOffset? LastDue(DateTimeOffset now) => cron.GetPreviousValidTimeBefore(now.AddSeconds(1));

    public DateTimeOffset? NextDue(DateTimeOffset now) => cron.GetNextValidTimeAfter(now);

    /// <summary>Whether a setting can be read as a schedule that is ever due again.</summary>
    public static bool IsValid(string text, DateTimeOffset now) =>
        CronExpression.TryParse(text, out var cron) && cron!.WithTimeZone(Tokyo).GetNextValidTimeAfter(now) is not null;

    /// <summary>Puts schedule and scheduler into the service.</summary>
    /// <param name="services">Services of the host.</param>
    /// <param name="nightly">The cron, valid.</param>
    /// <param name="database">Connection string; empty for a schedule in memory.</param>
    public static void Register(IServiceCollection services, string nightly, string database)
    {
        services.AddSingleton<INightlySchedule, QuartzSchedule>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(o => o.InstanceName = "surveycalc");
            quartz.UseDefaultThreadPool(1);
            if (database.Length > 0)
            {
                quartz.UsePersistentStore(store =>
                {
                    store.UsePostgres(new NpgsqlConnectionStringBuilder(database) { SearchPath = Schema }.ToString());
                    store.ProvisionSchema();
                    store.UseClustering(cluster =>
                    {
                        cluster.CheckinInterval = TimeSpan.FromSeconds(10);
                        cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(30);
                    });
                    store.ConfigureStore(o => o.StoreJobDataAsStrings = true);
                });
            }

            quartz.AddJob<NightlyJob>(job => job.WithIdentity("nightly").StoreDurably());
            quartz.AddTrigger<NightlyJob>(trigger => trigger.ForJob("nightly").WithIdentity("nightly")
                .WithSchedule(CronScheduleBuilder.Create(nightly).InTimeZone(Tokyo).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
        });
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = false);
    }

    /// <summary>Makes room for the scheduler's tables; they are created there at its start.</summary>
    public static async Task PrepareAsync(string database, CancellationToken cancellation)
    {
        if (database.Length == 0) return;
        await using var source = NpgsqlDataSource.Create(database);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        const string mayFill = "select case when to_regnamespace($1) is not null then has_schema_privilege($1, 'create') end";
        await using var find = new NpgsqlCommand(mayFill, connection) { Parameters = { new() { Value = Schema } } };
        var found = await find.ExecuteScalarAsync(cancellation) as bool?;
        if (found is true) return;
        if (found is false) throw NotPermitted(null);
        try
        {
            await using var create = new NpgsqlCommand($"create schema if not exists {Schema}", connection);
            await create.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException fault) when (fault.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DuplicateSchema)
        {
            // Another server was first.
        }
        catch (PostgresException fault) when (fault.SqlState is PostgresErrorCodes.InsufficientPrivilege)
        {
            throw NotPermitted(fault);
        }
    }

    private static OperatorException NotPermitted(Exception? cause) =>
        new($"予定表のスキーマ {Schema} を使う権限がありません。データベースの管理者が deploy の権限設定(roles.sql)を実行してください。", cause);

    private sealed class NightlyJob(NightlyRequest request) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
            await request.FireAsync(cancellationToken);
    }
}
