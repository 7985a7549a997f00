using System.Globalization;
using Spectre.Console;
using SurveyCalc.Indicators.Feeds;

namespace SurveyCalc.Worker.Output;

/// <summary>Pairs of importance and satisfaction on a screen (重要度×満足度の表); a list of lines where the screen is too narrow.</summary>
internal static class PortfolioTable
{
    public static void Write(Terminal terminal, IReadOnlyList<PortfolioRow> rows)
    {
        if (rows.Count == 0) return;
        var table = new Table().Border(TableBorder.Ascii2);
        foreach (var header in new[] { "コード", "指標", "年度" }) table.AddColumn(new TableColumn(header));
        foreach (var header in new[] { "満足度(区間)", "n", "重要度(区間)", "n", "差(重要度−満足度)" }) table.AddColumn(new TableColumn(header).RightAligned().NoWrap());
        table.AddColumn(new TableColumn("位置"));
        foreach (var row in rows) table.AddRow([.. Cells(row).Select(Markup.Escape)]);
        if (terminal.Fits(table)) terminal.WriteTable(table);
        else WriteLines(terminal.Out, rows);
        foreach (var line in Means(rows)) terminal.Out.WriteLine(line);
    }

    private static void WriteLines(TextWriter writer, IReadOnlyList<PortfolioRow> rows)
    {
        foreach (var row in rows)
        {
            writer.WriteLine($"{row.Satisfaction} {row.SatisfactionName} {row.FiscalYear}");
            writer.WriteLine($"  満足度 {Satisfaction(row)} n={Count(row.SatisfactionN)}");
            writer.WriteLine($"  重要度 {Importance(row)} n={Count(row.ImportanceN)} 差 {Gap(row)}");
            writer.WriteLine($"  {Place(row)}");
        }
    }

    /// <summary>The dividing lines of each survey, year and unit.</summary>
    private static IEnumerable<string> Means(IEnumerable<PortfolioRow> rows) =>
        from row in rows
        where row.SatisfactionMean is not null
        group row by (row.Survey, row.FiscalYear, row.Unit, row.SatisfactionMean, row.ImportanceMean) into same
        let first = same.First()
        select $"{first.Survey} {first.FiscalYear} 組の平均: 満足度 {Number(first.SatisfactionMean!.Value, first.SatisfactionValue)}{first.Unit}、"
            + $"重要度 {Number(first.ImportanceMean!.Value, first.ImportanceValue)}{first.Unit}";

    private static string[] Cells(PortfolioRow row) =>
    [
        row.Satisfaction, row.SatisfactionName, row.FiscalYear, Satisfaction(row), Count(row.SatisfactionN), Importance(row), Count(row.ImportanceN),
        Gap(row), Place(row),
    ];

    private static string Satisfaction(PortfolioRow row) => Value(row.SatisfactionValue, row.SatisfactionLower, row.SatisfactionUpper, row.Unit);

    private static string Importance(PortfolioRow row) => Value(row.ImportanceValue, row.ImportanceLower, row.ImportanceUpper, row.Unit);

    private static string Place(PortfolioRow row) =>
        row.Quadrant.InJapanese() + (row.Reason is null ? "" : ": " + row.Reason) + (row.IsReference == true ? "(参考値)" : "");

    private static string Gap(PortfolioRow row) => row.Gap is not { } gap ? "—"
        : (gap > 0 ? "+" : "") + gap.ToString(CultureInfo.InvariantCulture) + (row.Unit is "%" ? "pt" : row.Unit);

    private static string Value(decimal? value, double? lower, double? upper, string unit) => value is not { } number ? "—"
        : number.ToString(CultureInfo.InvariantCulture) + unit
            + (lower is { } l && upper is { } u ? $" ({Number(l, value)}〜{Number(u, value)})" : "(区間は計算できない)");

    private static string Count(long? count) => count?.ToString("N0", CultureInfo.InvariantCulture) ?? "—";

    private static string Number(double number, decimal? like) => number.ToString("F" + (like?.Scale ?? 1), CultureInfo.InvariantCulture);
}
