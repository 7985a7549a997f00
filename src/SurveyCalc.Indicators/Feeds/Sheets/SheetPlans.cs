using System.Globalization;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Feeds.Sheets;

/// <summary>
/// The plan values of one indicator: of a year with a verdict the one that it was made against, of any other that at the
/// end of the year of evaluation; and what was revised before and after.
/// </summary>
internal sealed class SheetPlans
{
    private readonly List<Version> versions = [];

    /// <param name="entry">The indicator.</param>
    /// <param name="definitions">All versions of its plan values.</param>
    /// <param name="evaluated">Year of evaluation; a revision after its last day does not count unless a verdict used it.</param>
    /// <param name="actuals">Its actuals, with the plan values that they were judged by.</param>
    public SheetPlans(RegisterEntry entry, DefinitionSet definitions, FiscalYear evaluated, SheetActuals actuals)
    {
        // A value of the year itself goes before that of a period, as in the verdict.
        var values = definitions.Targets.Where(t => t.Indicator == entry.Code).OrderBy(Since).GroupBy(t => (t.From, t.Year)).OrderBy(v => v.Key.From is not null).ToList();
        foreach (var year in values.SelectMany(v => YearsOf(v.First())).Distinct())
        {
            var here = values.Where(v => YearsOf(v.First()).Contains(year)).ToList();
            if (year is { } key && actuals.JudgedBy(key) is ({ } text, var revisedOn))
            {
                var all = here.Find(v => v.Any(IsUsed)) ?? here[0];
                var used = all.LastOrDefault(IsUsed)
                    ?? new Target(entry.Code, all.Key.Year, text, PlanValueText.Read(text, entry.Unit)?.OnlyValue) { From = all.Key.From, RevisedOn = revisedOn };
                versions.Add(new Version(
                    year, [.. all.Where(t => Since(t) < Since(used))], used, [.. all.Where(t => IsKnown(t) && t != used && Since(t) >= Since(used))]));

                bool IsUsed(Target target) => target.Text == text && target.RevisedOn == revisedOn;
            }
            else if (here.Select(v => v.Where(IsKnown).ToList()).FirstOrDefault(v => v.Count > 0) is { } known)
            {
                versions.Add(new Version(year, known[..^1], known[^1], []));
            }
        }

        bool IsKnown(Target target) => Since(target) <= LastDayOf(evaluated);
    }

    /// <summary>Years that have a plan value.</summary>
    public IEnumerable<FiscalYear> Years => versions.Where(v => v.Year is not null).Select(v => v.Year!.Value);

    /// <summary>The last day of a fiscal year.</summary>
    public static DateOnly LastDayOf(FiscalYear year) => new(year.FirstYear + 1, 3, 31);

    /// <summary>The value of a year, or the baseline for null; null when the plan prints none.</summary>
    public SheetPlan? Of(FiscalYear? year) =>
        versions.FirstOrDefault(v => v.Year == year)?.Shown is { } target
            ? new SheetPlan(SheetEntries.Printable(target.Text), target.Value, target.From, target.Year)
            : null;

    /// <summary>One sentence for every revision.</summary>
    public IEnumerable<string> Revisions()
    {
        foreach (var version in versions)
        {
            var what = version.Shown is { From: { } from, Year: { } to } ? $"{from}から{to}までの計画値" : version.Year is { } year ? $"{year}の計画値" : "計画策定時の値";
            foreach (var (before, after) in version.Before.Zip([.. version.Before.Skip(1), version.Shown])) yield return Revised(what, before, after, "");
            foreach (var (before, after) in version.After.Prepend(version.Shown).Zip(version.After))
                yield return Revised(what, before, after, $"実績の判定は「{version.Shown.Text}」によります。");
        }
    }

    private static string Revised(string what, Target before, Target after, string judged)
    {
        var when = after.RevisedOn is { } day && day != before.RevisedOn ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "に" : "、実績を判定した後に、";
        var reason = after.Reason.Length == 0 ? "" : $"({after.Reason})";
        return SheetEntries.Printable($"{what}は{when}「{before.Text}」から「{after.Text}」に改定されました{reason}。{judged}");
    }

    private static IEnumerable<FiscalYear?> YearsOf(Target target) => target is { From: { } from, Year: { } to }
        ? Enumerable.Range(from.FirstYear, to.FirstYear - from.FirstYear + 1).Select(y => (FiscalYear?)new FiscalYear(y))
        : [target.Year];

    private static DateOnly Since(Target target) => target.RevisedOn ?? DateOnly.MinValue;

    private sealed record Version(FiscalYear? Year, IReadOnlyList<Target> Before, Target Shown, IReadOnlyList<Target> After);
}
