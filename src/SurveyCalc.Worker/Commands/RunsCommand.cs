using System.CommandLine;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>runs</c>: the ledger of runs.</summary>
internal sealed class RunsCommand(Terminal terminal)
{
    private const int Most = 10_000;

    public Command Create()
    {
        var (data, format) = (CommonOptions.DataFolder(), CommonOptions.Format());
        var most = new Option<int>("--most") { Description = "何件まで出すか。", DefaultValueFactory = _ => 20, HelpName = "件数" };
        var command = new Command("runs", "処理の記録(取込・再計算・夜間処理)を、新しい順に出す。") { most, data, format };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(format) is OutputFormat.Csv) throw new OperatorException("runs の --format は table か json にしてください。");
            await using var session = await Session.OpenExistingAsync(parsed.GetValue(data), cancellation);
            var runs = await session.Get<IRunLedger>().GetRunsAsync(Math.Clamp(parsed.GetValue(most), 1, Most), null, cancellation);
            if (parsed.GetValue(format) is OutputFormat.Table) RunsTable.Write(terminal, runs);
            else new ResultWriter(terminal, OutputFormat.Json, null, "utf8").WriteJson(runs);
            return ExitCode.Done;
        });
        return command;
    }
}
