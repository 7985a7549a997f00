using System.Diagnostics;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Storage;

namespace SurveyCalc.Worker.Work;

/// <summary>
/// What each kind of run does. A run writes the actuals of its own wave only, and the ledger lets one run of a wave at a
/// time: where the next wave's change is no longer up to date, it asks for a run of that wave.
/// </summary>
internal sealed class RunWork(IRunLedger ledger, ImportWork import, StagingSweep sweep, TimeProvider time)
{
    /// <param name="run">The run, held under a lease.</param>
    /// <param name="store">The store under that lease.</param>
    /// <param name="progress">0 to 1.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<RunOutcome> PerformAsync(Run run, IStore store, Action<double> progress, CancellationToken cancellation)
    {
        var outcome = run.Request.Kind switch
        {
            RunKind.Import => await import.RunAsync(run, store, progress, cancellation),
            RunKind.Recompute => await RecomputeAsync(run.Request.Wave!.Value, store, cancellation),
            RunKind.Nightly => await LookAtAllAsync(run, store, cancellation),
            _ => throw new UnreachableException(),
        };
        // What the program itself asked for changes no input, so nothing follows from it.
        if (run.Request.Wave is { } wave && outcome.State is RunState.Succeeded && run.Request.By != Recompute.ProgramName)
            foreach (var next in await new Recompute(store, time).FindStaleAfterAsync(wave, cancellation))
                await RequestAsync(next, $"run/{run.Id}", cancellation);
        FailPoint.Pass("run.followed");
        return outcome;
    }

    private async Task<RunOutcome> RecomputeAsync(WaveKey wave, IStore store, CancellationToken cancellation)
    {
        FailPoint.Pass("recompute.taken");
        var done = await new Recompute(store, time).RunAsync(wave, cancellation);
        FailPoint.Pass("recompute.written");
        return new RunOutcome(RunState.Succeeded, done.Written.Count + done.Reported.Count == 0
            ? $"{wave}: 実績{done.Planned}件に変わりはありません。何も書いていません。"
            : $"{wave}: 実績{done.Planned}件のうち{done.Written.Count}件を書きました。確定・訂正済みの実績との差異を新しく{done.Reported.Count}件報告しました。", 0, done.Written.Count);
    }

    private async Task<RunOutcome> LookAtAllAsync(Run run, IStore store, CancellationToken cancellation)
    {
        var (planned, stale) = await new Recompute(store, time).FindStaleWavesAsync(cancellation);
        FailPoint.Pass("nightly.looked");
        foreach (var wave in stale) await RequestAsync(wave, run.Request.Key, cancellation);
        FailPoint.Pass("nightly.requested");
        var removed = await sweep.RunAsync(cancellation);
        return new RunOutcome(RunState.Succeeded, (stale.Count == 0
            ? $"実績{planned}件に変わりはありません。何も書いていません。"
            : $"入力が変わった調査回が{stale.Count}回あります。再計算を依頼しました({string.Join("、", stale)})。")
            + (removed == 0 ? "" : $"用の済んだ受付ファイルを{removed}件消しました。"));
    }

    private Task<Run> RequestAsync(WaveKey wave, string cause, CancellationToken cancellation) => ledger.RequestAsync(
        new RunRequest(RunKind.Recompute, $"recompute/{DefinitionItems.KeyOf(wave)}/{cause}", wave, Recompute.ProgramName), cancellation);
}
