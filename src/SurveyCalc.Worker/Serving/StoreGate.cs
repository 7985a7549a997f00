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

    /// <summary>Waits for the database and says so, on the terminal and over HTTP.</summary>
    /// <exception cref="StoreException">Waiting does not help: no, older, newer or altered schema. The embedded one is brought up to date.</exception>
    public static async Task PassAsync(IServiceProvider services, TextWriter said, CancellationToken cancellation)
    {
        var options = services.GetRequiredService<IOptions<SurveyCalcOptions>>().Value;
        WaitingRoom? room = null;
        try
        {
            for (var lastSaid = ""; await FindFaultAsync(services, options.Database, cancellation) is { } fault; lastSaid = fault)
            {
                if (fault != lastSaid) await said.WriteLineAsync($"{fault} 接続できるまで待ちます。");
                room ??= await WaitingRoom.OpenAsync(options.Urls, fault, cancellation);
                room.Reason = fault;
                await Task.Delay(Pause, cancellation);
            }
        }
        finally
        {
            if (room is not null) await room.DisposeAsync();
        }
    }

    /// <summary>Why the database does not answer; null when it does.</summary>
    private static async Task<string?> FindFaultAsync(IServiceProvider services, string database, CancellationToken cancellation)
    {
        try
        {
            if (Composition.IsEmbedded(services)) await services.GetRequiredService<IStore>().MigrateAsync(cancellation);
            else await services.GetRequiredService<IRunLedger>().CountRunsAsync(cancellation);
            await QuartzSchedule.PrepareAsync(database, cancellation);
            return null;
        }
        catch (Exception fault) when (fault is StoreException { IsTransient: true } or NpgsqlException { IsTransient: true })
        {
            return fault.Message;
        }
    }
}
