using System.Globalization;

namespace SurveyCalc.Benchmarks.Simulation;

/// <summary>All figures of a simulation as text, one line per setting and proportion.</summary>
internal static class SimulationText
{
    public static void Write(TextWriter writer, IReadOnlyList<ISimulatedDesign> settings, IReadOnlyList<SimulationCounts> counts)
    {
        for (var i = 0; i < settings.Count; i++)
        {
            writer.WriteLine(Format($"\n{settings[i].Name}, N = {settings[i].Population:N0}, n = {settings[i].Respondents:N0}; not weighted: {Percent(counts[i].Unweighted, counts[i].Surveys)} %"));
            writer.WriteLine("      p  coverage ±MC error  below  above  width(pt)  not est.  false alarm  found ±5 pt");
            for (var single = 0; single < counts[i].Singles.Length; single++)
                writer.WriteLine(Line(settings[i].Truth(single), counts[i].Singles[single]));
            Family(writer, "family, no change", counts[i].Unchanged);
            Family(writer, "family, 5 changed", counts[i].Changed);
        }
    }

    /// <summary>A share in percent with one decimal; "–" of nothing.</summary>
    public static string Percent(double count, double of, int decimals = 1) =>
        of == 0 ? "–" : (100 * count / of).ToString("F" + decimals, CultureInfo.InvariantCulture);

    public static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Line(double truth, SingleCounts counts)
    {
        var coverage = (double)counts.Covered / counts.Estimated;
        var error = Math.Sqrt(coverage * (1 - coverage) / counts.Estimated);
        var below = counts.Estimated - counts.Covered - counts.Above;
        return Format($"{truth,7:F4} {100 * coverage,9:F2} ±{100 * error,7:F2} {Percent(below, counts.Estimated),6} {Percent(counts.Above, counts.Estimated),6} {100 * counts.Width / counts.Estimated,10:F2} {Percent(counts.NotEstimable, counts.NotEstimable + counts.Estimated),9} {Percent(counts.Unchanged.Found, counts.Unchanged.Estimated),12} {Percent(counts.Changed.Found, counts.Changed.Estimated),13}");
    }

    private static void Family(TextWriter writer, string what, FamilyCounts family)
    {
        var indicators = family.Surveys * Questions.Family.Count;
        var changed = family.Surveys * Questions.Family.Where((_, i) => Questions.IsChanged(i)).Count();
        foreach (var (when, verdicts) in new[] { ("before BH", family.Before), ("after BH", family.After) })
        {
            writer.WriteLine(Format($"{what}, {when,-9}: surveys with a false alarm {Percent(verdicts.WithFalseAlarm, family.Surveys),5} %, false alarms per indicator {Percent(verdicts.FalseAlarms, indicators, 2),5} %, false share {Percent(verdicts.FalseShare, family.Surveys),5} %, found {Percent(verdicts.Found, changed),5} %"));
        }
    }
}
