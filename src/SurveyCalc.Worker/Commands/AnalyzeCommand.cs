using System.CommandLine;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>analyze</c>: a folder of definitions and response files → results, without a database.</summary>
internal sealed class AnalyzeCommand(Terminal terminal)
{
    public Command Create()
    {
        var folder = new Argument<string>("フォルダー") { Description = "定義ファイルと回答ファイル(調査_年度.csv)のフォルダー。" };
        var breakdown = CommonOptions.Breakdowns();
        var problems = new Option<string?>("--problems") { Description = "問題点の一覧を書き出すCSVファイル。", HelpName = "ファイル" };
        var (format, output, encoding) = (CommonOptions.Format(), CommonOptions.OutputFile(), CommonOptions.Encoding());
        var command = new Command("analyze", "データベースを使わずに、フォルダーの定義と回答から実績値を計算する。") { folder, breakdown, problems, format, output, encoding };
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetRequiredValue(folder);
            if (DefinitionReading.Read(path, terminal) is not { } definitions) return ExitCode.Refused;
            var by = CommonOptions.ParseBreakdowns(parsed.GetValue(breakdown), definitions);
            var files = ResponseFiles.Find(path, definitions);
            if (files.Count == 0)
                throw new OperatorException($"{Path.GetFullPath(path)} に回答ファイルがありません。「調査_年度.csv」の名前で置くか、取込設定の「回答ファイル」に名前を書いてください。");
            await using var list = parsed.GetValue(problems) is { } target ? File.Create(target) : null;
            using var log = list is null ? null : new ProblemCsv(list);
            var outcome = await ProgressBar.RunAsync(terminal, "集計", files.Sum(f => f.File.Length), progress => Task.Run(
                () => AnalyzeFiles.Run(definitions, files, by, TimeProvider.System.GetUtcNow(), log is null ? null : log.Write, progress, cancellation), cancellation));
            foreach (var report in outcome.Reports) ImportReportPrinter.Write(terminal.Error, report);
            if (outcome.Reports.Any(r => !r.IsAccepted)) return ExitCode.Refused;
            var rows = ActualFeed.Rows(outcome.Actuals, definitions);
            new ResultWriter(terminal, parsed.GetValue(format), parsed.GetValue(output), parsed.GetRequiredValue(encoding)).Write(rows);
            return ExitCode.Done;
        });
        return command;
    }
}
