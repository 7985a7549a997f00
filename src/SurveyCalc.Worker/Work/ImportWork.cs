using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Storage;

namespace SurveyCalc.Worker.Work;

/// <summary>The import of a received file, then the actuals of its wave (取込). Done twice, it changes nothing the second time.</summary>
internal sealed class ImportWork(StagingFolder staging, Func<IStore, ReceiveUpload> receiveInto, TimeProvider time)
{
    /// <summary>File beside the staged ones that lists all problems of a run.</summary>
    public const string Problems = "問題点.csv";

    /// <summary>Share of the progress that reading the file has.</summary>
    private const double Reading = 0.9;

    /// <param name="run">The run; has a wave and a file.</param>
    /// <param name="store">The store under the run's lease.</param>
    /// <param name="progress">0 to 1.</param>
    /// <param name="cancellation">Stops between rows.</param>
    public async Task<RunOutcome> RunAsync(Run run, IStore store, Action<double> progress, CancellationToken cancellation)
    {
        var (wave, file) = (run.Request.Wave!.Value, run.Request.File!);
        FailPoint.Pass("import.taken");
        var outcome = await ReadAsync(run, store, dryRun: false, progress, cancellation);
        FailPoint.Pass("import.saved");

        // The attempt before this one saved the wave and stopped; the run still owes its report.
        var report = outcome.Report ?? (run.Attempt > 1 ? (await ReadAsync(run, store, dryRun: true, progress, cancellation)).Report : null);
        if (report is { IsAccepted: false })
            return new RunOutcome(RunState.Rejected, $"「{file.FileName}」に誤りが{report.Errors:N0}件あるため、取り込みませんでした。問題点の一覧に従って直し、もう一度送ってください。", report.RowsIn, 0, report);

        var written = (await new Recompute(store, time).RunAsync(wave, cancellation)).Written.Count;
        FailPoint.Pass("import.recomputed");
        var message = report is null
            ? $"同じ内容のファイルを受け付け済みです。{written}件の実績を書きました。"
            : $"{wave}: {report.Accepted:N0}人の回答を取り込み、{written}件の実績を書きました。";
        return new RunOutcome(RunState.Succeeded, message, report?.RowsIn ?? 0, written, report);
    }

    private async Task<ReceiveUpload.Outcome> ReadAsync(Run run, IStore store, bool dryRun, Action<double> progress, CancellationToken cancellation)
    {
        var path = staging.PathBeside(run.Id, Problems);
        foreach (var left in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, $"{Path.GetFileName(path)}.*.part")) File.Delete(left); // of an attempt that was killed
        var part = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            ReceiveUpload.Outcome outcome;
            await using (var list = File.Create(part))
            await using (var file = staging.Open(run.Request.File!.Sha256))
            using (var problems = new ProblemCsv(list))
                outcome = await receiveInto(store).RunAsync(
                    file, run.Request.File.FileName, run.Request.Wave!.Value, run.Request.By, dryRun, problems.Write, new Share(progress), cancellation);
            FailPoint.Pass("import.listed");
            if (outcome.Report is not null) File.Move(part, path, overwrite: true);
            return outcome;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private sealed class Share(Action<double> progress) : IProgress<double>
    {
        public void Report(double value) => progress(value * Reading);
    }
}
