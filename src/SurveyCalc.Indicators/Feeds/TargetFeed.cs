using System.Globalization;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Feeds;

/// <summary>All versions of baselines and plan values (計画値の一覧), the ones in force with verdict and 達成率.</summary>
public static class TargetFeed
{
    private static readonly (string Header, Func<TargetRow, object?> Cell)[] Columns =
    [
        ("指標コード", r => r.Indicator), ("指標名", r => r.Name), ("単位", r => r.Unit), ("年度", r => r.FiscalYear), ("年度(西暦)", r => r.Year),
        ("計画値", r => r.Text), ("意味", r => r.Meaning), ("比べる数", r => r.Value), ("改定日", r => r.RevisedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("理由", r => r.Reason), ("有効", r => r.IsInForce ? "有効" : ""), ("実績の年度", r => r.ActualFiscalYear), ("実績", r => r.Actual),
        ("判定", r => r.Verdict?.InJapanese()), ("達成率(%)", r => r.AchievementRate), ("達成率がない理由", r => r.NoAchievementRateReason), ("注記", r => r.Note),
    ];

    /// <summary>The rows, by indicator, year and version.</summary>
    /// <param name="definitions">Definitions in force.</param>
    /// <param name="actuals">Latest revisions.</param>
    /// <param name="on">Day of evaluation.</param>
    public static IReadOnlyList<TargetRow> Rows(DefinitionSet definitions, IReadOnlyList<Actual> actuals, DateOnly on)
    {
        var shown = SuppressionGate.Pass(actuals, definitions).Where(a => a.Cell.IsEverybody).ToList();
        return
        [
            .. definitions.Targets.Select(t => (Target: t, Entry: definitions.EntryOf(t.Indicator))).Where(t => t.Entry is not null)
                .Select(t => Row(WithVersionsOf(t.Target, definitions), t.Entry!, t.Target, shown, on)),
        ];
    }

    /// <summary>The rows as CSV, without a byte order mark.</summary>
    public static string Csv(IEnumerable<TargetRow> rows) => FeedCsv.Write(Columns, rows);

    /// <summary>A value of a period and one of its last year stand side by side: each is compared by its own versions.</summary>
    private static DefinitionSet WithVersionsOf(Target target, DefinitionSet definitions) => definitions with
    {
        Targets = [.. definitions.Targets.Where(t => t.Indicator == target.Indicator && (t.Year is null || (t.From == target.From && t.Year == target.Year)))],
    };

    private static TargetRow Row(DefinitionSet definitions, RegisterEntry entry, Target target, List<Actual> shown, DateOnly on)
    {
        var row = new TargetRow
        {
            Indicator = entry.Code,
            Name = entry.Name,
            Unit = entry.Unit,
            FiscalYear = TargetTable.YearText(target),
            Year = target.Year?.FirstYear,
            Text = target.Text,
            Meaning = Meaning(target, entry),
            Value = target.Value,
            RevisedOn = target.RevisedOn,
            Reason = target.Reason.Length == 0 ? null : target.Reason,
            IsInForce = target == (target.Year is { } year ? definitions.TargetOf(entry.Code, year, on) : definitions.BaselineOf(entry.Code, on)),
        };
        return row.IsInForce && target.Year is { } last ? Compared(definitions, entry, row, target.From ?? last, last, shown, on) : row;
    }

    /// <summary>The version in force against the latest actual of its year or period.</summary>
    private static TargetRow Compared(
        DefinitionSet definitions, RegisterEntry entry, TargetRow row, FiscalYear from, FiscalYear to, List<Actual> shown, DateOnly on)
    {
        var computed = shown.Where(a => a.Indicator == entry.Code && a.Wave.FiscalYear >= from && a.Wave.FiscalYear <= to).MaxBy(a => a.Wave.FiscalYear);
        var entered = definitions.EnteredActuals.Where(a => a.Indicator == entry.Code && a.Year >= from && a.Year <= to)
            .OrderBy(a => a.Year).ThenBy(a => a.Status).LastOrDefault();
        var (year, text, outcome) = computed is not null
            ? (computed.Wave.FiscalYear, computed.Figure?.Printed.ToString(CultureInfo.InvariantCulture), AssessTarget.Of(definitions, entry, computed.Wave.FiscalYear, on, computed.Figure))
            : entered is not null ? (entered.Year, entered.Text, AssessTarget.Of(definitions, entry, entered, on))
            : (to, null, AssessTarget.Of(definitions, entry, to, on, null));
        return row with
        {
            ActualFiscalYear = computed is null && entered is null ? null : year.ToString(),
            Actual = text,
            Verdict = outcome.Verdict,
            AchievementRate = outcome.Achievement.Rate,
            NoAchievementRateReason = outcome.Achievement.NoRateReason.Length == 0 ? null : outcome.Achievement.NoRateReason,
            Note = outcome.Achievement.VerdictNote.Length == 0 ? null : outcome.Achievement.VerdictNote,
        };
    }

    private static string Meaning(Target target, RegisterEntry entry)
    {
        var meaning = PlanValueText.Read(target, entry.Unit);
        if (target.Value is { } value) return Level(value, meaning?.Comparison) + (TargetTable.AdoptedText(target).Length > 0 ? "(採用値)" : "");
        return meaning switch
        {
            { IsPair: true } => string.Join('、', meaning.Parts.Select(p => $"{p.Group} {Level(p.Value, p.Comparison)}")),
            { Readings.Count: > 0 } => string.Join(" か ", meaning.Readings.Select(r => $"{Number(r.Value)}{entry.Unit}")) + "(未決定)",
            { Reason.Length: > 0 } => $"比べる数なし({meaning.Reason})",
            _ => "値なし",
        };

        string Level(decimal number, Comparison? printed)
        {
            var most = entry.Unit is "位" ? "以内" : "以下";
            var comparison = target.Year is null ? "" : printed is { } word and not Comparison.AtMost ? DefinitionWords.Comparisons.WordOf(word)
                : printed is null && entry.Direction is Direction.HigherIsBetter ? "以上" : most;
            return $"{Number(number)}{entry.Unit}{comparison}";
        }
    }

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
