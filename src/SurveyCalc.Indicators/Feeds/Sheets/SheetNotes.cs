using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Indicators.Feeds.Sheets;

/// <summary>特記事項 of a sheet: what the register prints, then what a reader of the computed figures must know.</summary>
internal static class SheetNotes
{
    /// <summary>Each note once, with the numbers of the indicators it is about.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<(RegisterEntry Entry, SheetPlans Plans, SheetIndicator Indicator)> parts) =>
        [.. parts.SelectMany((p, i) => Notes(p.Entry, p.Plans, p.Indicator).Select(note => (Number: i + 1, Note: note)))
            .GroupBy(n => n.Note, n => n.Number, StringComparer.Ordinal)
            .Select(g => parts.Count == 1 ? g.Key : $"指標{string.Join('・', g.Distinct())}: {g.Key}")];

    private static IEnumerable<string> Notes(RegisterEntry entry, SheetPlans plans, SheetIndicator indicator)
    {
        if (!string.IsNullOrWhiteSpace(entry.Notes)) yield return SheetEntries.Printable(entry.Notes.Trim());
        foreach (var revision in plans.Revisions()) yield return revision;
        foreach (var (year, plan, actual) in indicator.Years)
        {
            if (plan is { From: { } from, To: { } to }) yield return $"計画値「{plan.Text}」は{from}から{to}までの期間のものです。";
            if (actual.BrokenSince is { } since) yield return $"【断絶】{year}の実績は{since}とは比べられません。{actual.BreakReason}";
            if (actual.Kind is SheetActualKind.Withheld or SheetActualKind.NoFigure) yield return $"{year}は{actual.Text}です。{SheetEntries.Printable(actual.Reason)}";
            if (actual.Kind is SheetActualKind.NotSurveyed) yield return $"{year}はこの設問の調査がありません。";
            if (actual is { Kind: SheetActualKind.Entered, VerdictText.Length: > 0 }) yield return "入力された実績の計画との比較は、標本誤差を考えていません。";
            if (actual.IsReference) yield return $"{year}の実績は回答者が少ないため参考値です。";
        }
    }
}
