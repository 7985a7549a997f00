using System.CommandLine;
using System.Text;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Indicators.Feeds.Sheets;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>sheet</c>: the 成果指標 sheet of a 施策, of several, or of all.</summary>
internal sealed class SheetCommand(Terminal terminal)
{
    public Command Create()
    {
        var plan = new Option<string?>("--plan") { Description = "計画の名前、またはその一部。", HelpName = "計画" };
        var policy = new Option<string?>("--policy") { Description = "政策の名前、またはその一部(例: 政策1)。", HelpName = "政策" };
        var measure = new Option<string?>("--measure", "-m") { Description = "施策の名前、またはその一部(例: 施策1-5)。省略時はすべての施策。", HelpName = "施策" };
        var year = CommonOptions.Year();
        var format = new Option<string?>("--format") { Description = "出力の形: xlsx、html、csv。省略時は出力ファイルの名前から決める。", HelpName = "xlsx|html|csv" };
        var (output, encoding, data) = (CommonOptions.OutputFile(), CommonOptions.Encoding(), CommonOptions.DataFolder());
        var command = new Command("sheet", "施策ごとの成果指標シートを、Excel・印刷用HTML・機械判読用CSVで書き出す。") { measure, policy, plan, year, format, output, encoding, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            var file = parsed.GetValue(output);
            var form = FormatOf(parsed.GetValue(format), file);
            if (CommonOptions.ParseYear(parsed.GetValue(year)) is not { } evaluated)
                throw new OperatorException("評価する年度がありません。--year 令和2年度 のように付けてください。");
            await using var session = await Session.OpenExistingAsync(parsed.GetValue(data), cancellation);
            var definitions = await session.DefinitionsAsync(cancellation);
            if (definitions.Indicators.Count == 0 && definitions.Register.Count == 0)
                throw new OperatorException("指標の定義がありません。先に define で定義を保存してください。データを置いた場所が違うときは --data で示してください。");
            var rows = ActualFeed.Rows(await session.Store.GetActualsAsync(allRevisions: false, cancellation), definitions);
            var selection = new SheetSelection(parsed.GetValue(plan), parsed.GetValue(policy), parsed.GetValue(measure));
            var sheets = BuildSheets.Of(definitions, rows, evaluated, selection);
            Write(sheets, form, new ResultWriter(terminal, OutputFormat.Csv, file, parsed.GetRequiredValue(encoding)));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(IReadOnlyList<IndicatorSheet> sheets, SheetFormat form, ResultWriter writer)
    {
        if (form is SheetFormat.Csv) writer.WriteCsv(SheetCsv.Write(sheets));
        else writer.Emit(form is SheetFormat.Html ? Encoding.UTF8.GetBytes(SheetHtml.Write(sheets)) : SheetWorkbook.Write(sheets));
    }

    private static SheetFormat FormatOf(string? text, string? file)
    {
        var wanted = text ?? Path.GetExtension(file ?? "").TrimStart('.');
        if (!Enum.TryParse<SheetFormat>(wanted, ignoreCase: true, out var format) || !Enum.GetNames<SheetFormat>().Contains(wanted, StringComparer.OrdinalIgnoreCase))
            throw new OperatorException(text is null
                ? "出力の形が分かりません。--format に xlsx、html、csv のどれかを付けるか、-o に .xlsx・.html・.csv で終わる名前を書いてください。"
                : $"--format の「{text}」は使えません。xlsx、html、csv のどれかにしてください。");
        if (format is SheetFormat.Xlsx && file is null)
            throw new OperatorException("Excelファイルは画面に出せません。-o 成果指標シート.xlsx のように出力ファイルを付けてください。");
        return format;
    }
}
