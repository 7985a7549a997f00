using System.Globalization;
using CsvHelper;

namespace SurveyCalc.Indicators.Feeds.Sheets;

/// <summary>
/// Sheets as a machine-readable CSV: one value a cell, one row per indicator, year and kind (計画策定時・計画・実績), both
/// calendars, the unit stated. A cell that does not apply is empty; why an actual has no number stands in 値の種類.
/// </summary>
public static class SheetCsv
{
    private static readonly string[] Headers =
    [
        "計画名", "政策", "施策", "指標コード", "指標名", "単位", "向き", "評価年度", "種別", "年度", "年度(西暦)", "期間の初年度(西暦)",
        "値", "印刷された値", "値の種類", "状態", "n", "信頼区間下限", "信頼区間上限", "信頼水準", "計画との比較", "断絶の相手年度", "備考",
    ];

    /// <summary>The text of the file, without a byte order mark.</summary>
    public static string Write(IReadOnlyList<IndicatorSheet> sheets)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, CsvWriterOptions.Default, leaveOpen: true))
        {
            Record(csv, Headers);
            foreach (var sheet in sheets)
                foreach (var indicator in sheet.Indicators)
                    foreach (var cells in Rows(indicator))
                        Record(csv, [sheet.Plan, sheet.Policy, sheet.Measure, indicator.Code, indicator.Name, indicator.Unit, indicator.DirectionText, sheet.Year.ToString(), .. cells]);
        }

        return text.ToString();
    }

    private static IEnumerable<object?[]> Rows(SheetIndicator indicator)
    {
        if (indicator.Baseline is { } baseline) yield return Plan("計画策定時", null, baseline);
        foreach (var year in indicator.Years)
        {
            if (year.Plan is { } plan && plan.IsDueIn(year.Year)) yield return Plan("計画", year, plan);
            if (year.Actual.Kind is not SheetActualKind.Later) yield return Actual(year);
        }
    }

    private static object?[] Plan(string kind, SheetYear? year, SheetPlan plan) =>
    [
        kind, year?.Year.ToString(), year?.Year.FirstYear, plan.From?.FirstYear, plan.Value, plan.Text, plan.Value is not null ? "数値" : SheetActuals.IsDash(plan.Text) ? "値なし" : "1つの数でない",
        null, null, null, null, null, null, null, null,
    ];

    private static object?[] Actual(SheetYear year)
    {
        var actual = year.Actual;
        return
        [
            "実績", year.Year.ToString(), year.Year.FirstYear, null, actual.Value, actual.Text, KindText(actual), actual.Status?.InJapanese(), actual.N,
            actual.IsCensus ? null : actual.Lower, actual.IsCensus ? null : actual.Upper, actual.Level,
            actual.VerdictText,
            actual.BrokenSince?.FirstYear, Remark(actual),
        ];
    }

    private static string KindText(SheetActual actual) => actual.Kind switch
    {
        SheetActualKind.Computed => "数値",
        SheetActualKind.Entered => actual.Value is null ? "入力値(1つの数でない)" : "入力値",
        SheetActualKind.Dash => "値なし",
        SheetActualKind.Withheld => "秘匿",
        SheetActualKind.NoFigure => "実績なし",
        SheetActualKind.NotSurveyed => "調査なし",
        _ => "未入力",
    };

    private static string Remark(SheetActual actual) => string.Join(' ', new[]
    {
        actual.Reason, actual.BreakReason, actual.IsReference ? "参考値" : "", actual.IsCensus ? "全数調査" : "",
    }.Where(t => t.Length > 0));

    private static void Record(CsvWriter csv, object?[] cells)
    {
        foreach (var cell in cells)
            if (cell is string words) csv.WriteField(SpreadsheetCell.Neutralize(words));
            else csv.WriteField(cell);
        csv.EndRecord();
    }
}
