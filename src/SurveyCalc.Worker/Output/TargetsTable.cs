using System.Globalization;
using Spectre.Console;
using SurveyCalc.Indicators.Feeds;

namespace SurveyCalc.Worker.Output;

/// <summary>Versions of plan values on a screen; lines where the screen is too narrow for the table.</summary>
internal static class TargetsTable
{
    private static readonly string[] Headers = ["コード", "年度", "計画値", "意味", "改定日", "有効", "実績", "判定", "達成率", "注記"];

    public static void Write(Terminal terminal, IReadOnlyList<TargetRow> rows)
    {
        if (rows.Count == 0) return;
        var table = new Table().Border(TableBorder.Ascii2);
        foreach (var header in Headers) table.AddColumn(header);
        foreach (var row in rows) table.AddRow([.. CellsOf(row).Select(Markup.Escape)]);
        if (terminal.Fits(table))
        {
            terminal.WriteTable(table);
            return;
        }

        foreach (var row in rows)
            terminal.Out.WriteLine(string.Join(' ', Headers.Zip(CellsOf(row)).Where(c => c.Second.Length > 0).Select(c => $"{c.First}: {c.Second}")));
    }

    private static string[] CellsOf(TargetRow row) =>
    [
        row.Indicator, row.FiscalYear, row.Text, row.Meaning, row.RevisedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        row.IsInForce ? "有効" : "", row.ActualFiscalYear is null ? "" : $"{row.Actual ?? "値なし"}({row.ActualFiscalYear})",
        row.Verdict?.InJapanese() ?? "", row.AchievementRate is { } rate ? rate.ToString(CultureInfo.InvariantCulture) + "%" : "",
        string.Join(' ', new[] { row.NoAchievementRateReason, row.Note, row.Reason }.OfType<string>()),
    ];
}
