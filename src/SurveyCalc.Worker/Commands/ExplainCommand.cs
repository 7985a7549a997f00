using System.CommandLine;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Explanations;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>explain</c>: where a number comes from, or which numbers a row of a file touched.</summary>
internal sealed class ExplainCommand(Terminal terminal)
{
    public Command Create()
    {
        var indicator = new Argument<string?>("indicator") { Description = "指標コード(例: S6-1-1)。", HelpName = "指標コード", Arity = ArgumentArity.ZeroOrOne };
        var fiscalYear = new Argument<string?>("fiscal-year") { Description = "年度(例: 令和2年度、R2、2020)。", HelpName = "年度", Arity = ArgumentArity.ZeroOrOne };
        var revision = new Option<int?>("--revision", "-r") { Description = "説明する改訂の番号。省略時は最新。", HelpName = "番号" };
        var row = new Option<int?>("--row") { Description = "逆引き: ファイルのこの行(Excelで見える行番号)が、どの指標に数えられたか。--survey と --year で調査回を指定する。", HelpName = "行" };
        var (survey, year, data) = (CommonOptions.Survey(), CommonOptions.Year(), CommonOptions.DataFolder());
        var (format, output) = (CommonOptions.Format(), CommonOptions.OutputFile());
        var command = new Command("explain", "実績値がどこから来たかを、計画書の算式から回答ファイルの行まで説明する。")
        {
            indicator, fiscalYear, revision, row, survey, year, data, format, output,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(format) is OutputFormat.Csv)
                throw new OperatorException("explain はCSVでは書き出せません。--format に table か json を指定してください。");
            var (code, wanted, file) = (parsed.GetValue(indicator), parsed.GetValue(fiscalYear) ?? parsed.GetValue(year), parsed.GetValue(output));
            var byRow = parsed.GetValue(row);
            if (byRow is null ? code is null || wanted is null : code is not null || parsed.GetValue(revision) is not null)
                throw new OperatorException(
                    "「explain 指標コード 年度」(例: explain S6-1-1 R2)か、「explain --row 行 --survey 調査 --year 年度」(例: explain --row 25 --survey 市民意識調査 --year R2)のどちらかにしてください。");
            var name = parsed.GetValue(survey);
            if (byRow is not null && (name is null || wanted is null))
                throw new OperatorException("--survey と --year で調査回を指定してください(例: --survey 市民意識調査 --year R2)。");
            var parsedYear = CommonOptions.ParseYear(wanted)!.Value;
            await using var session = await Session.OpenExistingAsync(parsed.GetValue(data), cancellation);
            var writer = new ResultWriter(terminal, parsed.GetValue(format), file, "utf8");
            if (byRow is { } number)
            {
                var touched = await new ExplainRow(session.Store).RunAsync(new WaveKey(name!, parsedYear), number, cancellation);
                writer.Write(touched, text => RowExplanationText.Write(text, touched));
            }
            else
            {
                var explained = await new ExplainActual(session.Store).RunAsync(code!, parsedYear, name, parsed.GetValue(revision), cancellation);
                writer.Write(explained, text => new ExplanationText(text, explained).Write());
            }

            return ExitCode.Done;
        });
        return command;
    }
}
