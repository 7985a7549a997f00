using System.CommandLine;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>errata</c>: the table of corrections (正誤表).</summary>
internal sealed class ErrataCommand(Terminal terminal)
{
    public Command Create()
    {
        var (survey, year, data) = (CommonOptions.Survey(), CommonOptions.Year(), CommonOptions.DataFolder());
        var (format, output, encoding) = (CommonOptions.Format(), CommonOptions.OutputFile(), CommonOptions.Encoding());
        var command = new Command("errata", "正誤表(訂正した実績の誤・正・原因)を表示する、またはCSV・JSONで書き出す。") { survey, year, data, format, output, encoding };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (name, fiscalYear) = (parsed.GetValue(survey), CommonOptions.ParseYear(parsed.GetValue(year)));
            await using var session = await Session.OpenExistingAsync(parsed.GetValue(data), cancellation);
            var revisions = await session.Store.GetActualsAsync(allRevisions: true, cancellation);
            var errata = Errata.Of(revisions, await session.DefinitionsAsync(cancellation))
                .Where(e => name is null || e.Survey == name)
                .Where(e => fiscalYear is null || e.Year == fiscalYear.Value.FirstYear).ToList();
            if (errata.Count == 0) await terminal.Error.WriteLineAsync("訂正した実績はありません。");
            new ResultWriter(terminal, parsed.GetValue(format), parsed.GetValue(output), parsed.GetRequiredValue(encoding)).Write(errata);
            return ExitCode.Done;
        });
        return command;
    }
}
