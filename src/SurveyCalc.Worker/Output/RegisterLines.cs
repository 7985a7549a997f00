using SurveyCalc.Indicators.Feeds;

namespace SurveyCalc.Worker.Output;

/// <summary>The register on a screen: a block of lines for each entry, under its plan, 政策 and 施策.</summary>
internal static class RegisterLines
{
    public static void Write(TextWriter writer, IReadOnlyList<RegisterRow> rows)
    {
        foreach (var plan in rows.GroupBy(r => r.Plan))
        {
            writer.WriteLine(plan.Key ?? "(計画の記載なし)");
            foreach (var policy in plan.GroupBy(r => r.Policy))
            {
                writer.WriteLine("  " + (policy.Key ?? "(政策の記載なし)"));
                foreach (var measure in policy.GroupBy(r => r.Measure))
                {
                    writer.WriteLine("    " + (measure.Key ?? "(施策の記載なし)"));
                    foreach (var row in measure) Write(writer, row);
                }
            }
        }
    }

    private static void Write(TextWriter writer, RegisterRow row)
    {
        writer.WriteLine($"      {row.Indicator} {row.Name}");
        (string Name, string? Text)[] lines =
        [
            ("設定理由", row.Reason), ("算式(印刷のまま)", row.PrintedFormula ?? "(空欄)"), ("計算のしかた", row.Rule ?? "(ここでは計算しない)"),
            ("単位・向き", $"{row.Unit ?? "(単位なし)"}・{row.Direction}"), ("所管", row.Owner), ("関連", row.Related), ("出典", row.Source),
            ("引継元", row.Continues), ("計画策定時", row.Baseline), ("最新の実績", LatestOf(row)), ("特記事項", row.Notes?.ReplaceLineEndings(" ")),
        ];
        foreach (var (name, text) in lines.Where(l => l.Text is not null)) writer.WriteLine($"        {name}: {text}");
        foreach (var warning in row.Warnings) writer.WriteLine($"        気づき: {warning}");
    }

    private static string LatestOf(RegisterRow row) => row.LatestFiscalYear is null
        ? "(まだない)"
        : $"{row.LatestFiscalYear} {row.Latest}({row.LatestOrigin}、{row.LatestStatus})";
}
