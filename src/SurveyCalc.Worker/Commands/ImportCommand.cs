using System.CommandLine;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>check</c> and <c>import</c>: the same code, with and without storing.</summary>
internal sealed class ImportCommand(Terminal terminal, bool dryRun)
{
    public Command Create()
    {
        var file = new Argument<string>("ファイル") { Description = "回答のCSVファイル。" };
        var (survey, year, data) = (CommonOptions.Survey(), CommonOptions.Year(), CommonOptions.DataFolder());
        var problems = new Option<string?>("--problems") { Description = "問題点の一覧を書き出すCSVファイル。", HelpName = "ファイル" };
        var command = dryRun
            ? new Command("check", "回答ファイルを調べる。何も保存しない。") { file, survey, year, data, problems }
            : new Command("import", "回答ファイルを取り込み、実績値を計算し直す。誤りがあれば何も保存しない。") { file, survey, year, data, problems };
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetRequiredValue(file);
            var wave = CommonOptions.WaveOf(parsed.GetValue(survey), parsed.GetValue(year), Path.GetFileName(path));
            await using var session = await Session.OpenExistingAsync(parsed.GetValue(data), cancellation);
            var outcome = await ReadAsync(session, path, wave, parsed.GetValue(problems), cancellation);
            if (outcome.Report is { IsAccepted: false }) return ExitCode.Refused;
            if (!dryRun) await RecomputeCommand.RunAsync(session, terminal, cancellation);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Reads, and unless checking stores, one file; prints its report.</summary>
    public async Task<ReceiveUpload.Outcome> ReadAsync(
        Session session, string path, WaveKey wave, string? problemFile, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(path);
        await using var list = problemFile is null ? null : File.Create(problemFile);
        using var problems = list is null ? null : new ProblemCsv(list);
        var receive = session.Get<ReceiveUpload>();
        var outcome = await ProgressBar.RunAsync(terminal, "読み込み", stream.Length, progress => receive.RunAsync(
            stream, Path.GetFileName(path), wave, Environment.UserName, dryRun, problems is null ? null : problems.Write, progress, cancellation));
        if (outcome.Report is null)
        {
            await terminal.Out.WriteLineAsync($"{Path.GetFileName(path)}: 同じ内容のファイルを受け付け済みです({outcome.Before!.Upload.FileName}、{Day(outcome.Before)})。何も変えていません。");
            return outcome;
        }

        ImportReportPrinter.Write(terminal.Out, outcome.Report);
        if (outcome.Wave is not null && outcome.Before is not null)
            await terminal.Out.WriteLineAsync($"  {wave}は取込み済みでした({outcome.Before.Upload.FileName}、{Day(outcome.Before)})。今回の回答に置き換えました。前の回答も残っています。");
        if (problemFile is not null) await terminal.Out.WriteLineAsync($"  問題点の一覧: {Path.GetFullPath(problemFile)}");
        return outcome;
    }

    private static string Day(WaveHeader wave) => TokyoTime.Minute(wave.Upload.ReceivedAt);
}
