using System.CommandLine;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>indicators</c>: the register, by 政策 and 施策.</summary>
internal sealed class IndicatorsCommand(Terminal terminal)
{
    public Command Create()
    {
        var (indicator, plan, data) = (CommonOptions.Indicators(), CommonOptions.Plan(), CommonOptions.DataFolder());
        var (format, output, encoding) = (CommonOptions.Format(), CommonOptions.OutputFile(), CommonOptions.Encoding());
        var command = new Command("indicators", "指標の台帳を、政策・施策ごとに、計算のしかた・基準値・最新の実績・気づきとともに出す。") { indicator, plan, data, format, output, encoding };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await Session.OpenExistingAsync(parsed.GetValue(data), cancellation);
            var definitions = await session.DefinitionsAsync(cancellation);
            var actuals = await session.Store.GetActualsAsync(allRevisions: false, cancellation);
            var wanted = RegisterFilter.Of(definitions, parsed.GetValue(indicator), parsed.GetValue(plan));
            var rows = RegisterFeed.Rows(definitions, actuals, JapaneseDay.Of(session.Get<TimeProvider>().GetUtcNow()))
                .Where(r => wanted.Contains(r.Indicator)).ToList();
            if (rows.Count == 0) await terminal.Error.WriteLineAsync("台帳に指標がありません。先に define で定義ファイルを登録してください。");
            var writer = new ResultWriter(terminal, parsed.GetValue(format), parsed.GetValue(output), parsed.GetRequiredValue(encoding));
            switch (parsed.GetValue(format))
            {
                case OutputFormat.Csv:
                    writer.WriteCsv(RegisterFeed.Csv(rows));
                    break;
                case OutputFormat.Json:
                    writer.WriteJson(rows);
                    break;
                default:
                    RegisterLines.Write(terminal.Out, rows);
                    break;
            }

            return ExitCode.Done;
        });
        return command;
    }
}
