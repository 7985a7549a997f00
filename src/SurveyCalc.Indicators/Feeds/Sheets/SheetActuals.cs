using System.Globalization;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Feeds.Sheets;

/// <summary>
/// The actuals of one indicator by year. A computed one goes before an entered one, so that what the gate keeps back
/// does not come in by another door.
/// </summary>
internal sealed class SheetActuals
{
    private readonly Dictionary<FiscalYear, ActualRow> computed;
    private readonly Dictionary<FiscalYear, EnteredActual> entered;
    private readonly HashSet<FiscalYear> skipped;
    private readonly RegisterEntry entry;
    private readonly DefinitionSet definitions;
    private readonly FiscalYear evaluated;

    /// <param name="entry">The indicator.</param>
    /// <param name="rows">Its published rows of everybody.</param>
    /// <param name="definitions">Its entered actuals, and the plan values that they are compared with.</param>
    /// <param name="evaluated">Year of evaluation.</param>
    public SheetActuals(RegisterEntry entry, IReadOnlyList<ActualRow> rows, DefinitionSet definitions, FiscalYear evaluated)
    {
        (this.entry, this.definitions) = (entry, definitions);
        computed = rows.GroupBy(r => new FiscalYear(r.Year)).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Revision)!);
        entered = definitions.EnteredActuals.Where(a => a.Indicator == entry.Code).GroupBy(a => a.Year).ToDictionary(g => g.Key, g => g.MaxBy(a => a.Status)!);
        skipped = [.. rows.SelectMany(r => (r.SkippedYears ?? "").Split('、', StringSplitOptions.RemoveEmptyEntries)).SelectMany(Parse)];
        this.evaluated = evaluated;
    }

    /// <summary>Years up to that of evaluation of which something is known, unordered.</summary>
    public IEnumerable<FiscalYear> Years => computed.Keys.Concat(entered.Keys).Concat(skipped).Where(y => y <= evaluated);

    public SheetActual Of(FiscalYear year)
    {
        if (year > evaluated) return new SheetActual { Kind = SheetActualKind.Later, Text = "" };
        if (computed.TryGetValue(year, out var row)) return Computed(row);
        if (entered.TryGetValue(year, out var typed)) return Entered(typed);
        return skipped.Contains(year)
            ? new SheetActual { Kind = SheetActualKind.NotSurveyed, Text = "調査なし" }
            : new SheetActual { Kind = SheetActualKind.NotEntered, Text = "未入力" };
    }

    /// <summary>The plan value as printed that the computed actual of a year was judged by, and its 改定日; no text where there is none.</summary>
    public (string? Text, DateOnly? RevisedOn) JudgedBy(FiscalYear year) =>
        year <= evaluated && computed.TryGetValue(year, out var row) ? (row.Plan, row.PlanRevisedOn) : default;

    /// <summary>True for the signs with which plans print that there is no value.</summary>
    public static bool IsDash(string text) => LabelText.Normalize(text) is "-" or "—" or "―" or "–" or "−" or "ー";

    private SheetActual Computed(ActualRow row)
    {
        if (row.Value is not { } value)
            return new SheetActual
            {
                Kind = row.IsWithheld ? SheetActualKind.Withheld : SheetActualKind.NoFigure,
                Text = row.IsWithheld ? "秘匿" : "実績なし",
                Reason = row.NoValueReason ?? "理由の記録なし",
            };
        var since = BrokenSince(row);
        return new SheetActual
        {
            Kind = SheetActualKind.Computed,
            Text = value.ToString(CultureInfo.InvariantCulture),
            Value = value,
            Status = row.Status,
            N = row.Denominator,
            Lower = row.Lower,
            Upper = row.Upper,
            Level = row.Level,
            IsCensus = row.IsCensus == true,
            IsReference = row.IsReference == true,
            Verdict = row.TargetVerdict,
            BrokenSince = since,
            BreakReason = since is null ? "" : SheetEntries.Printable(row.ChangeReason ?? "理由の記録なし"),
        };
    }

    /// <summary>The year that a figure cannot be compared with; null where it can, and where that year has no figure.</summary>
    private FiscalYear? BrokenSince(ActualRow row)
    {
        if (row.ChangeVerdict is not ChangeVerdict.NotComparable || row.ChangeReason == SuppressionGate.EarlierWithheld) return null;
        if (!FiscalYear.TryParse(row.Against, out var against)) return null;
        return computed.TryGetValue(against, out var before) && before is { Value: null, IsWithheld: false } ? null : against;
    }

    private SheetActual Entered(EnteredActual typed)
    {
        var text = SheetEntries.Printable(typed.Text);
        if (LabelText.Normalize(text).Length == 0) return new SheetActual { Kind = SheetActualKind.NotEntered, Text = "未入力" };
        if (IsDash(text)) return new SheetActual { Kind = SheetActualKind.Dash, Text = text };
        return new SheetActual
        {
            Kind = SheetActualKind.Entered,
            Text = text,
            Value = PlanValueText.Read(typed, entry.Unit) is { Comparison: null } meaning ? meaning.OnlyValue : null,
            Verdict = AssessTarget.Of(definitions, entry, typed, SheetPlans.LastDayOf(evaluated)).Verdict,
            Status = typed.Status,
            Reason = SheetEntries.Printable(typed.Source),
        };
    }

    private static IEnumerable<FiscalYear> Parse(string text) => FiscalYear.TryParse(text, out var year) ? [year] : [];
}
