using System.Globalization;

namespace SurveyCalc.Benchmarks;

/// <summary>Prints what <c>large</c> measured.</summary>
internal static class LargeReport
{
    private const double Mega = 1e6;

    public static void Write(TextWriter writer, LargeOptions options, GeneratedSurvey survey, LargeTimes times)
    {
        void Line(string what, double seconds, string note) => WriteLine(writer, what, seconds, note);
        string Rate(double seconds) => Text($"{times.Rows / seconds,12:N0} rows/s {survey.Bytes / Mega / seconds,7:F0} MB/s");

        var indicators = survey.Definitions.Indicators.Count;
        var results = survey.Results * survey.Waves.Count;
        writer.WriteLine(Text($"{options.Size}: {survey.Waves.Count} wave(s), {times.Rows:N0} rows, {survey.Bytes / Mega:F1} MB; {indicators} indicators, {results:N0} results; {Environment.ProcessorCount} processors"));
        Line("import", times.Import, Rate(times.Import));
        Line("  of it hash and encoding", times.Scan, Rate(times.Scan));
        Line("save", times.Save, Text($"{Rate(times.Save)}; store {times.Stored / Mega:F1} MB"));
        Line("read back for the tally", times.ReadBack, Rate(times.ReadBack));
        foreach (var (what, seconds) in new[] { ("tally, first", times.FirstTally), ("tally, warm", times.WarmTally), ("tally, fastest", times.FastestTally) })
            Line(what, seconds, Text($"{seconds * 1e9 / ((double)times.Rows * indicators):F2} ns per answer, {seconds * 1e6 / results:F1} µs per result"));
        Line("estimate and write", times.Estimate, Text($"{times.Estimate * 1e6 / results:F2} µs per result"));
        writer.WriteLine(Text($"peak memory: {times.PeakOfImport / Mega:F0} MB after import, {times.PeakAtEnd / Mega:F0} MB at the end"));
    }

    /// <summary>The ratios to the yardstick, whose own figures are the medians of what was run in between.</summary>
    public static void Write(TextWriter writer, GeneratedSurvey survey, LargeTimes times, Yardstick yardstick)
    {
        var (load, full) = (yardstick.Load, yardstick.Full);
        var total = times.Import + times.FirstTally + times.Estimate;
        WriteLine(writer, "yardstick load", load, Text($"import takes {times.Import / load:F1} times that"));
        WriteLine(writer, "yardstick aggregate, first", full.Aggregate, Text($"the first tally takes {times.FirstTally / full.Aggregate:F2} times that"));
        WriteLine(writer, "yardstick in total", full.Total, Text($"import + first tally + estimate takes {total / full.Total:F1} times that"));
        foreach (var (design, seconds) in yardstick.Tally())
            WriteLine(writer, "yardstick tally, warm", seconds, Text($"the warm tally takes {times.WarmTally / survey.Waves.Count / seconds:F2} times that: {design}"));
    }

    private static void WriteLine(TextWriter writer, string what, double seconds, string note) =>
        writer.WriteLine(Text($"{what,-26}{seconds,9:F3} s   {note}"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
