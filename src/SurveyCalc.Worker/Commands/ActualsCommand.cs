using System.CommandLine;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>actuals</c>: shows or writes the stored actuals.</summary>
internal sealed class ActualsCommand(Terminal terminal)
{
    public Command Create()
    {
        var (survey, year, data) = (CommonOptions.Survey(), CommonOptions.Year(), CommonOptions.DataFolder());
        var indicator = CommonOptions.Indicators();
        var all = new Option<bool>("--all-revisions") { Description = "過去の改訂もすべて出す。" };
        var breakdown = CommonOptions.Breakdowns();
        var ruleOf = new Option<string?>("--rule-of") { Description = "すべての年度を、この年度の算式で計算し直して並べる(保存した実績とは別の系列)。", HelpName = "年度" };
        var sentences = new Option<bool>("--sentences") { Description = "表の代わりに、1件ずつ文で説明する。CSV・JSONには説明の列がいつも付く。" };
        var (format, output, encoding) = (CommonOptions.Format(), CommonOptions.OutputFile(), CommonOptions.Encoding());
        var command = new Command("actuals", "実績値を表示する、またはCSV・JSONで書き出す。") { survey, year, indicator, all, breakdown, ruleOf, sentences, data, format, output, encoding };
        command.SetAction(async (parsed, cancellation) =>
        {
            var fiscalYear = CommonOptions.ParseYear(parsed.GetValue(year));
            await using var session = await Session.OpenExistingAsync(parsed.GetValue(data), cancellation);
            var definitions = await session.DefinitionsAsync(cancellation);
            var codes = parsed.GetValue(indicator) ?? [];
            var by = CommonOptions.ParseBreakdowns(parsed.GetValue(breakdown), definitions);
            var rule = CommonOptions.ParseYear(parsed.GetValue(ruleOf));
            if ((by.Count > 0 || rule is not null) && parsed.GetValue(all))
                throw new OperatorException("--breakdown と --rule-of は保存した回答からその場で集計するため、--all-revisions と同時には使えません。");
            if (rule is not null)
            {
                definitions = definitions.UnderRuleOf(rule.Value);
                await terminal.Error.WriteLineAsync($"すべての年度を{rule}の算式で計算し直した値です。保存した実績とは別の系列です。");
            }

            var wanted = parsed.GetValue(survey);
            var actuals = by.Count > 0 || rule is not null
                ? await new BreakDownStored(session.Store, TimeProvider.System).RunAsync(s => wanted is null || s == wanted, by, rule, cancellation)
                : await session.Store.GetActualsAsync(parsed.GetValue(all), cancellation);
            var rows = ActualFeed.Rows(actuals, definitions)
                .Where(r => wanted is null || r.Survey == wanted)
                .Where(r => fiscalYear is null || r.Year == fiscalYear.Value.FirstYear)
                .Where(r => codes.Length == 0 || codes.Contains(r.Indicator)).ToList();
            if (rows.Count == 0) await terminal.Error.WriteLineAsync("あてはまる実績はありません。条件を確かめるか、先に import してください。");
            var writer = new ResultWriter(terminal, parsed.GetValue(format), parsed.GetValue(output), parsed.GetRequiredValue(encoding));
            if (parsed.GetValue(sentences) && parsed.GetValue(format) is OutputFormat.Table) writer.WriteSentences(rows);
            else writer.Write(rows, isHistory: parsed.GetValue(all));
            return ExitCode.Done;
        });
        return command;
    }
}
