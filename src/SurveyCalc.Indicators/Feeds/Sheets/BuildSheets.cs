using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Feeds.Sheets;

/// <summary>Definitions × published rows → sheets, one per 施策.</summary>
public static class BuildSheets
{
    /// <summary>The sheets that the selection wants.</summary>
    /// <param name="definitions">Register, indicators, plan values and entered actuals in force.</param>
    /// <param name="rows">All rows of the <see cref="ActualFeed"/>: what is kept back there stays back here.</param>
    /// <param name="year">Year of evaluation.</param>
    /// <param name="selection">Which ones.</param>
    /// <exception cref="OperatorException">The selection fits nothing, or is ambiguous.</exception>
    public static IReadOnlyList<IndicatorSheet> Of(DefinitionSet definitions, IReadOnlyList<ActualRow> rows, FiscalYear year, SheetSelection selection)
    {
        var actuals = rows.Where(r => r.Breakdown is null).ToLookup(r => r.Indicator);
        return [.. selection.Pick(SheetEntries.Of(definitions)).Select(measure => Sheet([.. measure], definitions, actuals, year))];
    }

    private static IndicatorSheet Sheet(IReadOnlyList<RegisterEntry> entries, DefinitionSet definitions, ILookup<string, ActualRow> rows, FiscalYear year)
    {
        var parts = entries
            .Select(e => (Entry: e, Actuals: new SheetActuals(e, [.. rows[e.Code]], definitions, year)))
            .Select(p => (p.Entry, Plans: new SheetPlans(p.Entry, definitions, year, p.Actuals), p.Actuals)).ToList();
        var planned = parts.SelectMany(p => p.Plans.Years).ToList();
        var first = planned.Count == 0 ? (FiscalYear?)null : planned.Min();
        var columns = parts.SelectMany(p => p.Actuals.Years).Where(y => first is null || y >= first).Concat(planned).Append(year).Distinct().Order().ToList();
        var indicators = parts.Select(p => Indicator(p.Entry, p.Plans, p.Actuals, columns)).ToList();
        return new IndicatorSheet
        {
            Year = year,
            Plan = SheetEntries.Printable(entries[0].Plan),
            Policy = SheetEntries.Printable(entries[0].Policy),
            Measure = SheetEntries.Printable(entries[0].Measure),
            Owners = Names(entries.Select(e => e.Owner)),
            Related = Names(entries.SelectMany(e => e.Related)),
            Years = columns,
            Indicators = indicators,
            Notes = SheetNotes.Of([.. parts.Select((p, i) => (p.Entry, p.Plans, indicators[i]))]),
        };
    }

    private static SheetIndicator Indicator(RegisterEntry entry, SheetPlans plans, SheetActuals actuals, IReadOnlyList<FiscalYear> columns) => new()
    {
        Code = SheetEntries.Printable(entry.Code),
        Name = SheetEntries.Printable(entry.Name),
        Reason = SheetEntries.Printable(entry.Reason),
        Formula = SheetEntries.Printable(entry.PrintedFormula),
        Unit = SheetEntries.Printable(entry.Unit),
        Direction = entry.Direction,
        Baseline = plans.Of(null),
        Years = [.. columns.Concat(actuals.Years).Distinct().Order().Select(y => new SheetYear(y, plans.Of(y), actuals.Of(y)))],
    };

    private static IReadOnlyList<string> Names(IEnumerable<string> names) =>
        [.. names.Where(n => n.Length > 0).Select(SheetEntries.Printable).DistinctBy(LabelText.Normalize)];
}
