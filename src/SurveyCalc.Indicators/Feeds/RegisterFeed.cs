using System.Globalization;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Indicators.Feeds;

/// <summary>The register with its latest actuals and oddities (台帳の一覧), everything through the <see cref="SuppressionGate"/>.</summary>
public static class RegisterFeed
{
    private static readonly (string Header, Func<RegisterRow, object?> Cell)[] Columns =
    [
        ("指標コード", r => r.Indicator), ("計画", r => r.Plan), ("政策", r => r.Policy), ("施策", r => r.Measure), ("指標名", r => r.Name),
        ("設定理由", r => r.Reason), ("算式", r => r.PrintedFormula), ("計算のしかた", r => r.Rule), ("単位", r => r.Unit), ("向き", r => r.Direction),
        ("所管", r => r.Owner), ("関連", r => r.Related), ("特記事項", r => r.Notes), ("出典", r => r.Source), ("引継元", r => r.Continues),
        ("計画策定時", r => r.Baseline), ("最新の実績の年度", r => r.LatestFiscalYear), ("最新の実績の年度(西暦)", r => r.LatestYear),
        ("最新の実績", r => r.Latest), ("状態", r => r.LatestStatus), ("実績の出どころ", r => r.LatestOrigin),
        ("気づき", r => string.Join(' ', r.Warnings)),
    ];

    /// <summary>The rows, in the order of the register.</summary>
    /// <param name="definitions">Definitions in force.</param>
    /// <param name="actuals">Latest revisions.</param>
    /// <param name="on">Day that decides which baselines are in force.</param>
    public static IReadOnlyList<RegisterRow> Rows(DefinitionSet definitions, IReadOnlyList<Actual> actuals, DateOnly on)
    {
        var computed = ActualFeed.Rows(actuals, definitions).Where(r => r.Breakdown is null).ToLookup(r => r.Indicator, StringComparer.Ordinal);
        var printed = computed.SelectMany(g => g).Where(r => r.Value is not null)
            .Select(r => new PrintedActual(r.Indicator, new(r.Year), r.Value!.Value)).Concat(PrintedActual.OfEntered(definitions)).ToList();
        var warnings = RegisterOddities.Of(definitions, printed).ToLookup(o => o.Indicator, o => o.ToString(), StringComparer.Ordinal);
        return [.. definitions.Register.Select(e => Row(definitions, e, [.. computed[e.Code]], on) with { Warnings = [.. warnings[e.Code]] })];
    }

    /// <summary>The rows as CSV, without a byte order mark.</summary>
    public static string Csv(IEnumerable<RegisterRow> rows) => FeedCsv.Write(Columns, rows);

    private static RegisterRow Row(DefinitionSet definitions, RegisterEntry entry, List<ActualRow> computed, DateOnly on)
    {
        var latest = computed.OrderBy(r => r.Year).ThenBy(r => r.Revision).LastOrDefault();
        var entered = definitions.EnteredActuals.Where(a => a.Indicator == entry.Code).OrderBy(a => a.Year).ThenBy(a => a.Status).LastOrDefault();
        var isEntered = entered is not null && (latest is null || latest.Year < entered.Year.FirstYear);
        return new RegisterRow
        {
            Indicator = entry.Code,
            Name = entry.Name,
            Plan = Text(entry.Plan),
            Policy = Text(entry.Policy),
            Measure = Text(entry.Measure),
            Reason = Text(entry.Reason),
            PrintedFormula = Text(entry.PrintedFormula),
            Rule = definitions.Indicators.Where(i => i.Code == entry.Code).MaxBy(i => i.ValidFrom?.FirstYear ?? 0) is { } indicator ? IndicatorTable.InWords(indicator, definitions) : null,
            Unit = Text(entry.Unit),
            Direction = DefinitionWords.Directions.WordOf(entry.Direction),
            Owner = Text(entry.Owner),
            Related = Text(string.Join('、', entry.Related)),
            Notes = Text(entry.Notes),
            Source = Text(entry.Source),
            Continues = entry.Continues,
            Baseline = definitions.BaselineOf(entry.Code, on)?.Text,
            LatestFiscalYear = isEntered ? entered!.Year.ToString() : latest?.FiscalYear,
            LatestYear = isEntered ? entered!.Year.FirstYear : latest?.Year,
            Latest = isEntered ? entered!.Text : latest?.Value?.ToString(CultureInfo.InvariantCulture) ?? latest?.NoValueReason,
            LatestStatus = isEntered ? entered!.Status.InJapanese() : latest?.Status.InJapanese(),
            LatestOrigin = isEntered ? "入力" : latest is null ? null : "計算",
        };
    }

    private static string? Text(string text) => text.Length == 0 ? null : text;
}
