using System.CommandLine;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>run-again</c>: lets a run that gave up wait again.</summary>
internal sealed class RunAgainCommand(Terminal terminal)
{
    public Command Create()
    {
        var data = CommonOptions.DataFolder();
        var id = new Argument<long>("番号") { Description = "処理の番号(runs で見られます)。" };
        var command = new Command("run-again", "停止した処理をもう一度待機させる。常駐(serve)が続きを行う。") { id, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await Session.OpenExistingAsync(parsed.GetValue(data), cancellation);
            var (ledger, number) = (session.Get<IRunLedger>(), parsed.GetValue(id));
            if (!await ledger.ReviveAsync(number, Environment.UserName, cancellation))
            {
                throw new OperatorException(await ledger.FindRunAsync(number, cancellation) is { } run
                    ? $"処理{number}は「{RunsTable.InJapanese(run.State)}」です。再実行できるのは「{RunsTable.InJapanese(RunState.Dead)}」の処理だけです。"
                    : $"処理{number}はありません。runs で番号を確かめてください。");
            }

            await terminal.Out.WriteLineAsync($"処理{number}を待機に戻しました。");
            return ExitCode.Done;
        });
        return command;
    }
}
