using System.Globalization;
using SurveyCalc.Indicators.CodeBooks;
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

    /// <param name="targets">All versions of one indicator.</param>
    /// <param name="evaluated">Year of evaluation; a revision after its last day does not count unless a verdict used it.</param>
    /// <param name="actuals">Its actuals, with the plan values that they were judged by.</param>
    public SheetPlans(IEnumerable<Target> targets, FiscalYear evaluated, SheetActuals actuals)
    {
        var lastDay = new DateOnly(evaluated.FirstYear + 1, 3, 31);
        foreach (var year in targets.OrderBy(Since).GroupBy(t => t.Year))
        {
            var known = year.Where(t => Since(t) <= lastDay).ToList();
            if (year.Key is { } key && actuals.JudgedBy(key) is ({ } text, var revisedOn))
            {
                var used = year.LastOrDefault(t => t.Text == text && t.RevisedOn == revisedOn)
                    ?? new Target(year.First().Indicator, key, text, NumberText.TryParse(LabelText.Normalize(text).TrimEnd('%'), out var number) ? number : null) { RevisedOn = revisedOn };
                versions.Add(new Version(key, [.. year.Where(t => Since(t) < Since(used))], used, [.. known.Where(t => t != used && Since(t) >= Since(used))]));
            }
            else if (known.Count > 0)
            {
                versions.Add(new Version(year.Key, known[..^1], known[^1], []));
            }
        }
    }

    /// <summary>Years that have a plan value.</summary>
    public IEnumerable<FiscalYear> Years => versions.Where(v => v.Year is not null).Select(v => v.Year!.Value);

    /// <summary>The value of a year, or the baseline for null; null when the plan prints none.</summary>
    public SheetPlan? Of(FiscalYear? year) =>
        versions.FirstOrDefault(v => v.Year == year)?.Shown is { } target
            ? new SheetPlan(SheetEntries.Printable(target.Text), target.Value, target.From)
            : null;

    /// <summary>One sentence for every revision.</summary>
    public IEnumerable<string> Revisions()
    {
        foreach (var version in versions)
        {
            var what = version.Year is { } year ? $"{year}の計画値" : "計画策定時の値";
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

    private static DateOnly Since(Target target) => target.RevisedOn ?? DateOnly.MinValue;

    private sealed record Version(FiscalYear? Year, IReadOnlyList<Target> Before, Target Shown, IReadOnlyList<Target> After);
}
