using System.Diagnostics.Metrics;
using SurveyCalc.Indicators.Runs;

namespace SurveyCalc.Worker.Work;

/// <summary>What this process has worked on since it started (計測).</summary>
internal sealed class RunMeter : IDisposable
{
    public const string Name = "SurveyCalc";

    private readonly Meter meter = new(Name);
    private readonly Counter<long> ended;
    private readonly Counter<double> seconds;
    private readonly Counter<long> rowsIn;
    private readonly Counter<long> rowsOut;

    public RunMeter()
    {
        ended = meter.CreateCounter<long>("surveycalc_runs_ended_total", description: "Runs that ended in this process.");
        seconds = meter.CreateCounter<double>("surveycalc_run_seconds_total", description: "Time spent on runs that ended, in seconds.");
        rowsIn = meter.CreateCounter<long>("surveycalc_rows_in_total", description: "Data rows read.");
        rowsOut = meter.CreateCounter<long>("surveycalc_rows_out_total", description: "Actuals written.");
    }

    /// <param name="kind">What the run was.</param>
    /// <param name="state">How it ended.</param>
    /// <param name="elapsed">Duration of the last attempt.</param>
    /// <param name="outcome">Null for a run that gave up.</param>
    public void Ended(RunKind kind, RunState state, TimeSpan elapsed, RunOutcome? outcome)
    {
        KeyValuePair<string, object?>[] tags = [new("kind", kind.ToString()), new("state", state.ToString())];
        ended.Add(1, tags);
        seconds.Add(elapsed.TotalSeconds, tags);
        rowsIn.Add(outcome?.RowsIn ?? 0);
        rowsOut.Add(outcome?.RowsOut ?? 0);
    }

    public void Dispose() => meter.Dispose();
}
