using System.Globalization;
using Spectre.Console;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary>Differences and proposals that wait for a decision, on a screen.</summary>
internal static class PendingTable
{
    /// <summary>Confirmed and recomputed value of a difference as they may be shown.</summary>
    public static async Task<(string Confirmed, string Recomputed)> ValuesAsync(Session session, DifferenceReport difference, CancellationToken cancellation) =>
        Values(difference, await session.Store.GetActualsAsync(allRevisions: true, cancellation), await session.DefinitionsAsync(cancellation));

    public static async Task WriteDifferencesAsync(
        Terminal terminal, Session session, IReadOnlyList<DifferenceReport> differences, CancellationToken cancellation)
    {
        var (revisions, definitions) = (await session.Store.GetActualsAsync(allRevisions: true, cancellation), await session.DefinitionsAsync(cancellation));
        await terminal.Out.WriteLineAsync("差異報告(確定した値と、今の入力で計算した値)");
        Write(terminal, ["コード", "調査・年度", "版", "確定値", "再計算の値", "変わった入力", "見つけた日時"], differences.Select(d =>
        {
            var (confirmed, recomputed) = Values(d, revisions, definitions);
            return new[] { d.Indicator, d.Wave.ToString(), Number(d.Revision), confirmed, recomputed, d.Cause, TokyoTime.Minute(d.FoundAt) };
        }));
    }

    public static void WriteProposals(Terminal terminal, IReadOnlyList<CorrectionProposal> proposals)
    {
        terminal.Out.WriteLine("承認を待つ訂正案");
        Write(terminal, ["コード", "調査・年度", "版", "提案者", "理由", "提案の日時"], proposals.Select(p =>
            new[] { p.Indicator, p.Wave.ToString(), Number(p.Revision), p.By, p.Reason, TokyoTime.Minute(p.At) }));
    }

    private static (string Confirmed, string Recomputed) Values(DifferenceReport difference, IReadOnlyList<Actual> revisions, DefinitionSet definitions)
    {
        var confirmed = revisions.Single(a => a.Indicator == difference.Indicator && a.Wave == difference.Wave && a.Revision == difference.Revision);
        var unit = definitions.IndicatorOf(difference.Indicator, difference.Wave.FiscalYear)?.Unit ?? "";
        var shown = SuppressionGate.Pass([confirmed, difference.Recomputed], definitions).Select(a =>
            a.Figure is { } figure ? figure.Printed.ToString(CultureInfo.InvariantCulture) + unit : $"値なし({a.NoFigureReason})").ToList();
        return (shown[0], shown[1]);
    }

    private static void Write(Terminal terminal, string[] headers, IEnumerable<string[]> rows)
    {
        var table = new Table().Border(TableBorder.Ascii2);
        foreach (var header in headers) table.AddColumn(header);
        foreach (var row in rows) table.AddRow([.. row.Select(Markup.Escape)]);
        terminal.WriteTable(table);
    }

    private static string Number(int revision) => string.Create(CultureInfo.InvariantCulture, $"第{revision}版");
}
