using System.CommandLine;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>actuals</c>: shows or writes the stored actuals.</summary>
internal sealed class ActualsCommand(Terminal terminal)
{
    public Command Create()
    {
        var (survey, year, data) = (CommonOptions.Survey(), CommonOptions.Year(), CommonOptions.DataFolder());
        var indicator = new Option<string[]>("--indicator", "-i") { Description = "指標コード。いくつでも。", HelpName = "コード", AllowMultipleArgumentsPerToken = true };
        var all = new Option<bool>("--all-revisions") { Description = "過去の改訂もすべて出す。" };
        var (format, output, encoding) = (CommonOptions.Format(), CommonOptions.OutputFile(), CommonOptions.Encoding());
        var command = new Command("actuals", "実績値を表示する、またはCSV・JSONで書き出す。") { survey, year, indicator, all, data, format, output, encoding };
        command.SetAction(async (parsed, cancellation) =>
        {
            var fiscalYear = CommonOptions.ParseYear(parsed.GetValue(year));
            await using var session = await Session.OpenAsync(parsed.GetValue(data), cancellation);
            var definitions = await session.DefinitionsAsync(cancellation);
            var codes = parsed.GetValue(indicator) ?? [];
            var rows = (await session.Store.GetActualsAsync(parsed.GetValue(all), cancellation))
                .Where(a => parsed.GetValue(survey) is not { } s || a.Wave.Survey == s)
                .Where(a => fiscalYear is null || a.Wave.FiscalYear == fiscalYear)
                .Where(a => codes.Length == 0 || codes.Contains(a.Indicator))
                .Select(a => ActualRow.Of(a, definitions)).ToList();
            if (rows.Count == 0) await terminal.Error.WriteLineAsync("あてはまる実績はありません。条件を確かめるか、先に import してください。");
            new ResultWriter(terminal, parsed.GetValue(format), parsed.GetValue(output), parsed.GetRequiredValue(encoding)).Write(rows);
            return ExitCode.Done;
        });
        return command;
    }
}
