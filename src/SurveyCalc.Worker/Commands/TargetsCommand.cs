using System.CommandLine;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>targets</c>: all versions of baselines and plan values, with verdict and 達成率.</summary>
internal sealed class TargetsCommand(Terminal terminal)
{
    public Command Create()
    {
        var (indicator, plan, data) = (CommonOptions.Indicators(), CommonOptions.Plan(), CommonOptions.DataFolder());
        var (format, output, encoding) = (CommonOptions.Format(), CommonOptions.OutputFile(), CommonOptions.Encoding());
        var command = new Command("targets", "基準値と計画値のすべての版を、意味・有効な版・達成の判定・達成率とともに出す。") { indicator, plan, data, format, output, encoding };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var session = await Session.OpenExistingAsync(parsed.GetValue(data), cancellation);
            var definitions = await session.DefinitionsAsync(cancellation);
            var actuals = await session.Store.GetActualsAsync(allRevisions: false, cancellation);
            var wanted = RegisterFilter.Of(definitions, parsed.GetValue(indicator), parsed.GetValue(plan));
            var rows = TargetFeed.Rows(definitions, actuals, JapaneseDay.Of(session.Get<TimeProvider>().GetUtcNow()))
                .Where(r => wanted.Contains(r.Indicator)).ToList();
            if (rows.Count == 0) await terminal.Error.WriteLineAsync("計画値がありません。計画値.csv に書き、define で登録してください。");
            var writer = new ResultWriter(terminal, parsed.GetValue(format), parsed.GetValue(output), parsed.GetRequiredValue(encoding));
            switch (parsed.GetValue(format))
            {
                case OutputFormat.Csv:
                    writer.WriteCsv(TargetFeed.Csv(rows));
                    break;
                case OutputFormat.Json:
                    writer.WriteJson(rows);
                    break;
                default:
                    TargetsTable.Write(terminal, rows);
                    break;
            }

            return ExitCode.Done;
        });
        return command;
    }
}
