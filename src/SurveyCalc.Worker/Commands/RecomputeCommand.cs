using System.CommandLine;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>recompute</c>: brings the actuals up to date.</summary>
internal sealed class RecomputeCommand(Terminal terminal)
{
    public Command Create()
    {
        var data = CommonOptions.DataFolder();
        var command = new Command("recompute", "実績値を計算し直す。入力が変わっていないものは計算も保存もしない。") { data };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await Session.OpenExistingAsync(parsed.GetValue(data), cancellation);
            await RunAsync(session, terminal, cancellation);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Recomputes and prints what changed.</summary>
    public static async Task<Recompute.Outcome> RunAsync(Session session, Terminal terminal, CancellationToken cancellation)
    {
        var outcome = await session.Get<Recompute>().RunAsync(cancellation);
        var revised = outcome.Written.Count(a => a.Revision > 1);
        await terminal.Out.WriteLineAsync(outcome.Written.Count == 0
            ? $"実績{outcome.Planned}件に変わりはありません。" + (outcome.Reported.Count == 0 ? "何も書いていません。" : "")
            : $"実績{outcome.Planned}件のうち{outcome.Written.Count}件を計算し、書きました(新規{outcome.Written.Count - revised}件、改訂{revised}件)。すべて速報です。");
        if (outcome.Differing > 0)
            await terminal.Out.WriteLineAsync(
                $"確定・訂正済みの実績のうち{outcome.Differing}件は、今の入力で計算した値が確定した時と異なります。値は変えていません(差異報告 {outcome.Differing}件、うち新しいもの{outcome.Reported.Count}件。correct で一覧)。");
        return outcome;
    }
}
