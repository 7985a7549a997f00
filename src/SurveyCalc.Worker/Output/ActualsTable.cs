using System.Globalization;
using Spectre.Console;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Feeds;

namespace SurveyCalc.Worker.Output;

/// <summary>The indicator table on a screen (指標の表); a list of lines where the screen is too narrow for it.</summary>
internal static class ActualsTable
{
    /// <summary>Writes the rows, and below them what has to be said of single changes.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="rows">Stored ones show their standing (速報・確定・訂正).</param>
    /// <param name="isHistory">Says who made each revision and why.</param>
    public static void Write(Terminal terminal, IReadOnlyList<ActualRow> rows, bool isHistory = false)
    {
        if (rows.Count == 0) return;
        var table = TableOf(rows, isHistory);
        if (terminal.Fits(table)) terminal.WriteTable(table);
        else WriteLines(terminal.Out, rows, isHistory);
        foreach (var row in rows.Where(r => r.RevisionNote is not null))
            terminal.Out.WriteLine($"注 {row.Indicator} {row.FiscalYear}: {row.RevisionNote}");
    }

    private static Table TableOf(IReadOnlyList<ActualRow> rows, bool isHistory)
    {
        var broken = rows.Any(r => r.Breakdown is not null);
        var isStored = rows.Any(r => r.Revision > 0);
        var table = new Table().Border(TableBorder.Ascii2);
        table.AddColumn(new TableColumn("コード").NoWrap());
        table.AddColumn(new TableColumn("指標"));
        table.AddColumn(new TableColumn("年度").NoWrap());
        if (broken) table.AddColumn(new TableColumn("区分").NoWrap());
        foreach (var header in new[] { "n", "実績", $"{LevelOf(rows)}信頼区間" }) table.AddColumn(new TableColumn(header).RightAligned().NoWrap());
        table.AddColumn(new TableColumn("前回差(区間)").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("前回差の判定"));
        table.AddColumn(new TableColumn("計画").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("計画との比較").NoWrap());
        if (isStored) table.AddColumn(new TableColumn("状態").NoWrap());
        if (isHistory) table.AddColumn(new TableColumn("改訂"));
        var above = "";
        foreach (var row in rows)
        {
            var isNew = row.Indicator != above;
            above = row.Indicator;
            List<string> cells = [isNew ? row.Indicator : "", isNew ? row.Name : "", row.FiscalYear];
            if (broken) cells.Add(row.Breakdown is null ? row.Cell : $"{row.Breakdown}: {row.Cell}");
            cells.AddRange([
                row.Denominator?.ToString("N0", CultureInfo.InvariantCulture) ?? "", ValueOf(row), IntervalOf(row.Lower, row.Upper, row),
                ChangeOf(row), VerdictOf(row), row.Plan ?? "—", row.TargetVerdict is TargetVerdict.NoTarget ? "—" : row.TargetVerdict.InJapanese(),
            ]);
            if (isStored) cells.Add(row.Status.InJapanese());
            if (isHistory) cells.Add(HistoryOf(row));
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        return table;
    }

    private static void WriteLines(TextWriter writer, IReadOnlyList<ActualRow> rows, bool isHistory)
    {
        var above = "";
        foreach (var row in rows)
        {
            if (row.Indicator != above) writer.WriteLine($"{row.Indicator} {row.Name}");
            above = row.Indicator;
            var cell = row.Breakdown is null ? "" : $" {row.Breakdown}: {row.Cell}";
            var n = row.Denominator is { } count ? string.Create(CultureInfo.InvariantCulture, $" (n={count:N0}、{LevelOf([row])}信頼区間 {IntervalOf(row.Lower, row.Upper, row)})") : "";
            writer.WriteLine($"  {row.FiscalYear}{cell} {ValueOf(row)}{n}{(row.Revision > 0 ? " " + row.Status.InJapanese() : "")}");
            if (isHistory) writer.WriteLine("    " + HistoryOf(row));
            writer.WriteLine("    前回差 " + $"{ChangeOf(row)} {VerdictOf(row)}".Trim());
            if (row.Plan is not null) writer.WriteLine($"    計画 {row.Plan} {row.TargetVerdict.InJapanese()}");
        }
    }

    private static string HistoryOf(ActualRow row) =>
        string.Create(CultureInfo.InvariantCulture, $"第{row.Revision}版 {row.By}")
        + (row.ApprovedBy is null ? "" : $"(承認 {row.ApprovedBy})") + (row.Why is null ? "" : $": {row.Why}");

    private static string LevelOf(IReadOnlyList<ActualRow> rows)
    {
        var levels = rows.Select(r => r.Level).OfType<double>().Distinct().ToList();
        return levels.Count == 1 ? (levels[0] * 100).ToString("0.###", CultureInfo.InvariantCulture) + "%" : "";
    }

    private static string ValueOf(ActualRow row) => row.Value is { } value
        ? value.ToString(CultureInfo.InvariantCulture) + row.Unit + (row.IsReference == true ? "(参考値)" : "")
        : row.NoValueReason ?? "";

    private static string IntervalOf(double? lower, double? upper, ActualRow row) => row.Value is null ? ""
        : lower is { } l && upper is { } u ? $"{Number(l, row)}〜{Number(u, row)}" + (row.IsCensus == true ? "(全数)" : "")
        : "計算できない";

    private static string ChangeOf(ActualRow row)
    {
        if (row.Change is not { } change) return "";
        var sign = change > 0 ? "+" : "";
        var unit = row.Unit is "%" ? "pt" : row.Unit;
        return row.ChangeLower is null ? $"{sign}{change}{unit}" : $"{sign}{change}{unit} ({Number(row.ChangeLower.Value, row)}〜{Number(row.ChangeUpper!.Value, row)})";
    }

    private static string VerdictOf(ActualRow row)
    {
        var words = row.ChangeVerdict.InJapanese();
        if (row.ChangeVerdict is ChangeVerdict.NoEarlierWave) return "—(前回なし)";
        var against = row.Against is null ? "" : $"({row.Against}比)";
        var skipped = row.SkippedYears is null ? "" : $" {row.SkippedYears}は調査なし";
        return words + against + skipped + (row.ChangeReason is null ? "" : ": " + row.ChangeReason);
    }

    /// <summary>An interval bound with the decimals of the value; display only, the files keep it whole.</summary>
    private static string Number(double bound, ActualRow row) =>
        bound.ToString("F" + (row.Value?.Scale ?? 1), CultureInfo.InvariantCulture);
}
