using System.CommandLine;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>portfolio</c>: satisfaction against importance of the stored actuals (重要度×満足度).</summary>
internal sealed class PortfolioCommand(Terminal terminal)
{
    public Command Create()
    {
        var (survey, year, data) = (CommonOptions.Survey(), CommonOptions.Year(), CommonOptions.DataFolder());
        var (format, output, encoding) = (CommonOptions.Format(), CommonOptions.OutputFile(), CommonOptions.Encoding());
        var command = new Command("portfolio", "重要度と満足度を組にして、差と位置(重点改善・重点維持・維持・改善)を表示する。") { survey, year, data, format, output, encoding };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (wanted, fiscalYear) = (parsed.GetValue(survey), CommonOptions.ParseYear(parsed.GetValue(year)));
            await using var session = await Session.OpenExistingAsync(parsed.GetValue(data), cancellation);
            var definitions = await session.DefinitionsAsync(cancellation);
            if (definitions.Indicators.All(i => i.ImportanceIndicator is null))
                throw new OperatorException("重要度と組になった指標がありません。指標.csvの「重要度の指標」に、満足度の指標ごとに重要度の指標のコードを書き、define してください。");
            var actuals = await session.Store.GetActualsAsync(false, cancellation);
            var rows = PortfolioFeed.Rows(ActualFeed.Rows(actuals, definitions), definitions)
                .Where(r => wanted is null || r.Survey == wanted)
                .Where(r => fiscalYear is null || r.Year == fiscalYear.Value.FirstYear).ToList();
            if (rows.Count == 0) await terminal.Error.WriteLineAsync("あてはまる組はありません。条件を確かめるか、先に import してください。");
            new ResultWriter(terminal, parsed.GetValue(format), parsed.GetValue(output), parsed.GetRequiredValue(encoding)).Write(rows);
            return ExitCode.Done;
        });
        return command;
    }
}
