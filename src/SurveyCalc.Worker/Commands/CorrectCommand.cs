using System.CommandLine;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>correct</c>: proposes a correction, or lists what waits for one.</summary>
internal sealed class CorrectCommand(Terminal terminal)
{
    public Command Create()
    {
        var (indicator, year) = (RevisionOptions.Indicator(), RevisionOptions.FiscalYear());
        var (survey, data) = (CommonOptions.Survey(), CommonOptions.DataFolder());
        var (by, reason) = (RevisionOptions.By(), RevisionOptions.Reason("訂正の理由。必須。正誤表に載る。"));
        var command = new Command("correct", "確定した実績の訂正案を出す。別の人が release で承認すると訂正になる。何も指定しなければ、差異と訂正案の一覧。")
        {
            indicator, year, survey, by, reason, data,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var code = parsed.GetValue(indicator);
            await using var session = await Session.OpenExistingAsync(parsed.GetValue(data), cancellation);
            if (code is null) await ListAsync(session, cancellation);
            else
                await ProposeAsync(
                    session, code, RevisionOptions.YearBeside(code, parsed.GetValue(year)), parsed.GetValue(survey),
                    (parsed.GetValue(by) ?? "", parsed.GetValue(reason) ?? ""), cancellation);
            return ExitCode.Done;
        });
        return command;
    }

    private async Task ProposeAsync(
        Session session, string indicator, Indicators.Waves.FiscalYear year, string? survey, (string By, string Reason) signed, CancellationToken cancellation)
    {
        var (proposal, difference) = await session.Get<ProposeCorrection>().RunAsync(indicator, year, survey, signed.By, signed.Reason, cancellation);
        var values = await PendingTable.ValuesAsync(session, difference, cancellation);
        await terminal.Out.WriteLineAsync($"{indicator} {proposal.Wave}: {values.Confirmed} → {values.Recomputed} の訂正案を出しました(提案者 {proposal.By}、理由 {proposal.Reason}、変わった入力 {difference.Cause})。");
        if (proposal.Number > 1) await terminal.Out.WriteLineAsync("前に出ていた訂正案があれば、これに置き換わります。");
        await terminal.Out.WriteLineAsync($"確定値はまだ変わっていません。別の人が「release {indicator} {year.ToShortString()}」で承認すると訂正になります。");
    }

    private async Task ListAsync(Session session, CancellationToken cancellation)
    {
        var pending = await session.Get<ProposeCorrection>().PendingAsync(cancellation);
        if (pending.Differences.Count == 0) await terminal.Out.WriteLineAsync("確定した実績との差異はありません。");
        else await PendingTable.WriteDifferencesAsync(terminal, session, pending.Differences, cancellation);
        if (pending.Proposals.Count == 0) await terminal.Out.WriteLineAsync("承認を待つ訂正案はありません。");
        else PendingTable.WriteProposals(terminal, pending.Proposals);
    }
}
