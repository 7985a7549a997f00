using static SurveyCalc.Benchmarks.Simulation.SimulationText;

namespace SurveyCalc.Benchmarks.Simulation;

/// <summary>The figures of a simulation as two compact tables for a report.</summary>
internal static class SimulationMarkdown
{
    // Coverage beyond these is set in bold.
    private const double Least = 0.94;
    private const double Most = 0.965;

    public static void Write(TextWriter writer, IReadOnlyList<ISimulatedDesign> settings, IReadOnlyList<SimulationCounts> counts)
    {
        var half = Questions.Singles.ToList().IndexOf(0.5);
        string[] headings = ["design", "N", "n", .. Questions.Singles.Select(p => Format($"p={p}")), "width at 0.5 (pt)", "without interval"];
        WriteRow(writer, headings);
        WriteRow(writer, ["---", .. headings.Skip(1).Select(_ => "---:")]);
        foreach (var (setting, count) in settings.Zip(counts))
        {
            var missing = (count.Unweighted * count.Singles.Length) + count.Singles.Sum(single => single.NotEstimable);
            var width = 100 * count.Singles[half].Width / count.Singles[half].Estimated;
            WriteRow(writer, [.. Place(setting), .. count.Singles.Select(Coverage), Format($"{width:F1}"), Percent(missing, count.Surveys * count.Singles.Length)]);
        }

        writer.WriteLine();
        string[] verdicts =
        [
            "design", "N", "n", "one, p=0.1", "one, p=0.5", "any of 20", "any of 20, BH", "per indicator", "per indicator, BH",
            "finds 5 pt at 0.5", "5 of 20 changed: finds", "finds, BH", "false among found", "false among found, BH",
        ];
        WriteRow(writer, verdicts);
        WriteRow(writer, ["---", .. verdicts.Skip(1).Select(_ => "---:")]);
        foreach (var (setting, count) in settings.Zip(counts))
            WriteRow(writer, [.. Place(setting), .. Verdicts(count, half)]);
    }

    private static IEnumerable<string> Verdicts(SimulationCounts count, int half)
    {
        var tenth = Questions.Singles.ToList().IndexOf(0.1);
        var (none, some) = (count.Unchanged, count.Changed);
        var indicators = none.Surveys * Questions.Family.Count;
        var changed = some.Surveys * Questions.Family.Where((_, i) => Questions.IsChanged(i)).Count();
        foreach (var single in new[] { tenth, half })
            yield return Percent(count.Singles[single].Unchanged.Found, count.Singles[single].Unchanged.Estimated);
        yield return Percent(none.Before.WithFalseAlarm, none.Surveys);
        yield return Percent(none.After.WithFalseAlarm, none.Surveys);
        yield return Percent(none.Before.FalseAlarms, indicators, 2);
        yield return Percent(none.After.FalseAlarms, indicators, 2);
        yield return Percent(count.Singles[half].Changed.Found, count.Singles[half].Changed.Estimated);
        yield return Percent(some.Before.Found, changed);
        yield return Percent(some.After.Found, changed);
        yield return Percent(some.Before.FalseShare, some.Surveys);
        yield return Percent(some.After.FalseShare, some.Surveys);
    }

    private static string[] Place(ISimulatedDesign setting) => [setting.Name, Format($"{setting.Population:N0}"), Format($"{setting.Respondents:N0}")];

    private static string Coverage(SingleCounts counts)
    {
        var coverage = (double)counts.Covered / counts.Estimated;
        var text = Percent(counts.Covered, counts.Estimated);
        return coverage is < Least or > Most ? $"**{text}**" : text;
    }

    private static void WriteRow(TextWriter writer, IEnumerable<string> cells) => writer.WriteLine($"| {string.Join(" | ", cells)} |");
}
