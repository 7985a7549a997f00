using System.CommandLine;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>release</c>: confirms preliminary actuals, or a proposed correction.</summary>
internal sealed class ReleaseCommand(Terminal terminal)
{
    public Command Create()
    {
        var (indicator, positional) = (RevisionOptions.Indicator(), RevisionOptions.FiscalYear());
        var (survey, year, data) = (CommonOptions.Survey(), CommonOptions.Year(), CommonOptions.DataFolder());
        var (by, reason) = (RevisionOptions.By(), RevisionOptions.Reason("確定の理由(例: 令和3年6月の庁議で決定)。省略できる。"));
        var command = new Command("release", "速報を確定する。訂正案があれば、それを承認して訂正する。指標と年度、または --survey と --year で指定する。")
        {
            indicator, positional, survey, year, by, reason, data,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (code, who, why) = (parsed.GetValue(indicator), parsed.GetValue(by) ?? "", parsed.GetValue(reason) ?? "");
            var (name, when) = (parsed.GetValue(survey), parsed.GetValue(positional) ?? parsed.GetValue(year));
            var wave = code is null ? WaveOf(name, when) : default;
            var fiscalYear = code is null ? wave.Year : RevisionOptions.YearBeside(code, when);
            await using var session = await Session.OpenExistingAsync(parsed.GetValue(data), cancellation);
            var release = session.Get<ReleaseActuals>();
            var written = code is null
                ? await release.WaveAsync(wave.Survey, fiscalYear, who, why, cancellation)
                : [await release.OneAsync(code, fiscalYear, name, who, why, cancellation)];
            await PrintAsync(session, written, cancellation);
            return ExitCode.Done;
        });
        return command;
    }

    private static (string Survey, Indicators.Waves.FiscalYear Year) WaveOf(string? survey, string? year) =>
        survey is not null && CommonOptions.ParseYear(year) is { } parsed ? (survey, parsed) : throw new OperatorException(
            "何を確定するか分かりません。「release 指標 年度」、または「release --survey 調査 --year 年度」(その調査の速報すべて)としてください。");

    private async Task PrintAsync(Session session, IReadOnlyList<Actual> written, CancellationToken cancellation)
    {
        if (written.Count == 0)
        {
            await terminal.Out.WriteLineAsync("速報の実績はありません。何も変えていません。訂正案の承認は、指標と年度を指定してください。");
            return;
        }

        var definitions = await session.DefinitionsAsync(cancellation);
        var revisions = await session.Store.GetActualsAsync(allRevisions: true, cancellation);
        var keys = written.Select(a => (a.Indicator, a.Wave.Survey, a.Wave.FiscalYear.FirstYear, a.Revision)).ToHashSet();
        foreach (var row in ActualFeed.Rows(revisions, definitions).Where(r => keys.Contains((r.Indicator, r.Survey, r.Year, r.Revision))))
        {
            var value = row.Value is { } number ? $"{number}{row.Unit}" : $"値なし({row.NoValueReason})";
            var who = row.ApprovedBy is null ? $"確定者 {row.By}" : $"提案者 {row.By}、承認者 {row.ApprovedBy}";
            await terminal.Out.WriteLineAsync($"{row.Indicator} {row.Name} {row.FiscalYear}: {value} を{row.Status.InJapanese()}しました(第{row.Revision}版、{who}、理由 {row.Why})。");
        }

        var errata = Errata.Of(revisions, definitions).Where(e => keys.Contains((e.Indicator, e.Survey, e.Year, e.Revision))).ToList();
        if (errata.Count > 0) await terminal.Out.WriteLineAsync("正誤表");
        ErrataTable.Write(terminal, errata);
    }
}
