using System.CommandLine;
using SurveyCalc.Indicators.Verification;
using SurveyCalc.Storage;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>verify</c>: whether the database still holds what was written to it. Reads only, needs no network.</summary>
internal sealed class VerifyCommand(Terminal terminal)
{
    public Command Create()
    {
        var data = CommonOptions.DataFolder();
        var expect = new Option<string?>("--expect") { Description = "前に控えた鎖のハッシュ値。失われた末尾や書き換えも分かる。", HelpName = "ハッシュ値" };
        var command = new Command("verify", "データベースの改訂・定義・回答が、書き込んだ時のままかを検証する。何も変えない。") { expect, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = Session.OpenUntouched(parsed.GetValue(data));
            try
            {
                var outcome = await session.Get<VerifyRecords>().RunAsync(parsed.GetValue(expect), cancellation);
                return Print(outcome, parsed.GetValue(expect) is not null);
            }
            catch (StoreException fault) when (fault.IsDamage)
            {
                await terminal.Error.WriteLineAsync(fault.Message);
                return ExitCode.Refused;
            }
        });
        return command;
    }

    private int Print(VerifyRecords.Outcome outcome, bool wasExpected)
    {
        var records = outcome.Records;
        var (proposals, differences) = (records.Statements.Count(s => s.IsProposal), records.Statements.Count(s => !s.IsProposal));
        terminal.Out.WriteLine($"検証した記録: 改訂 {records.Actuals.Count}件、定義の版 {records.Definitions.Count}件、取込 {records.Snapshots.Count}件、差異報告 {differences}件、訂正案 {proposals}件");
        terminal.Out.WriteLine($"鎖のハッシュ値({records.Chain.Count}番目): {outcome.Head}");
        if (outcome.Findings.Count == 0)
        {
            terminal.Out.WriteLine(wasExpected ? "控えのハッシュ値まで、すべて書き込んだ時のままです。" : "すべて書き込んだ時のままです。");
            if (!wasExpected) terminal.Out.WriteLine("このハッシュ値を議事録などに控えておくと、verify --expect で、末尾の消失や全体の書き換えも分かります。");
            return ExitCode.Done;
        }

        terminal.Error.WriteLine($"書き込んだ時と異なる箇所が{outcome.Findings.Count}件あります。");
        foreach (var finding in outcome.Findings) terminal.Error.WriteLine($"{finding.Place}: {finding.What}{finding.Remedy}");
        return ExitCode.Refused;
    }
}
