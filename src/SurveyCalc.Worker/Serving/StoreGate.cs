using Microsoft.Extensions.Options;
using Npgsql;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Storage;
using SurveyCalc.Worker.Scheduling;

namespace SurveyCalc.Worker.Serving;

/// <summary>Stands before the service: it starts when the database answers and its schema is the program's own.</summary>
internal static class StoreGate
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Waits for the database and says so.</summary>
    /// <exception cref="StoreException">Waiting does not help: no, older, newer or altered schema. The embedded one is brought up to date.</exception>
    public static async Task PassAsync(IServiceProvider services, TextWriter said, CancellationToken cancellation)
    {
        var lastSaid = "";
        while (true)
        {
            try
            {
                if (Composition.IsEmbedded(services)) await services.GetRequiredService<IStore>().MigrateAsync(cancellation);
                else await services.GetRequiredService<IRunLedger>().CountRunsAsync(cancellation);
                await QuartzSchedule.PrepareAsync(services.GetRequiredService<IOptions<SurveyCalcOptions>>().Value.Database, cancellation);
                return;
            }
            catch (Exception fault) when (fault is StoreException { IsTransient: true } or NpgsqlException { IsTransient: true })
            {
                if (fault.Message != lastSaid) await said.WriteLineAsync($"{fault.Message} 接続できるまで待ちます。");
                lastSaid = fault.Message;
                await Task.Delay(Pause, cancellation);
            }
        }
    }
}
