using System.CommandLine;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>run-now</c>: the nightly run at once.</summary>
internal sealed class RunNowCommand(Terminal terminal)
{
    public Command Create()
    {
        var data = CommonOptions.DataFolder();
        var command = new Command("run-now", "夜間処理を今すぐ依頼する。常駐(serve)が行う。") { data };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await Session.OpenExistingAsync(parsed.GetValue(data), cancellation);
            var run = await session.Get<IRunLedger>().RequestAsync(
                new RunRequest(RunKind.Nightly, $"now/{Guid.NewGuid():N}", null, Environment.UserName), cancellation);
            await terminal.Out.WriteLineAsync($"処理{run.Id}を依頼しました。経過は runs で見られます。");
            return ExitCode.Done;
        });
        return command;
    }
}
