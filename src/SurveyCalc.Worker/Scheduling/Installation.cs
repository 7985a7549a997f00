using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Runs;

namespace SurveyCalc.Worker.Scheduling;

/// <summary>How old an installation is.</summary>
internal static class Installation
{
    /// <summary>The first thing the database knows of: its first run or its oldest wave; null for a new installation.</summary>
    public static async Task<DateTimeOffset?> SinceAsync(IStore store, IRunLedger ledger, CancellationToken cancellation)
    {
        const long first = 1;
        var waves = (await store.GetWavesAsync(cancellation)).Select(w => (DateTimeOffset?)w.Upload.ReceivedAt);
        var run = await ledger.FindRunAsync(first, cancellation);
        return waves.Append(run?.RequestedAt).Min();
    }
}
