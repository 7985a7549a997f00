using System.Globalization;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Feeds.Sheets;

/// <summary>The plan values of one indicator at the end of the year of evaluation, and what was revised before.</summary>
internal sealed class SheetPlans
{
    private readonly List<IGrouping<FiscalYear?, Target>> versions;

    /// <param name="targets">All versions of one indicator.</param>
    /// <param name="evaluated">Year of evaluation; a revision after its last day does not count.</param>
    public SheetPlans(IEnumerable<Target> targets, FiscalYear evaluated)
    {
        var lastDay = new DateOnly(evaluated.FirstYear + 1, 3, 31);
        versions = [.. targets.Where(t => t.RevisedOn is null || t.RevisedOn <= lastDay).OrderBy(t => t.RevisedOn ?? DateOnly.MinValue).GroupBy(t => t.Year)];
    }

    /// <summary>Years that have a plan value.</summary>
    public IEnumerable<FiscalYear> Years => versions.Where(v => v.Key is not null).Select(v => v.Key!.Value);

    /// <summary>The value of a year, or the baseline for null; null when the plan prints none.</summary>
    public SheetPlan? Of(FiscalYear? year) =>
        versions.FirstOrDefault(v => v.Key == year)?.Last() is { } target
            ? new SheetPlan(SheetEntries.Printable(target.Text), target.Value, target.From)
            : null;

    /// <summary>One sentence for every revision.</summary>
    public IEnumerable<string> Revisions()
    {
        foreach (var version in versions)
            foreach (var (before, after) in version.Zip(version.Skip(1)))
            {
                var what = version.Key is { } year ? $"{year}の計画値" : "計画策定時の値";
                var day = after.RevisedOn!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                yield return SheetEntries.Printable($"{what}は{day}に「{before.Text}」から「{after.Text}」に改定されました{(after.Reason.Length == 0 ? "" : $"({after.Reason})")}。");
            }
    }
}
