using System.Diagnostics;
using System.Globalization;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Computation;

namespace SurveyCalc.Benchmarks;

/// <summary><c>tally</c>: response files → result file, timed as the other tools of the comparison time themselves.</summary>
internal static class TallyCommand
{
    public static int Run(string folder, string size, string output)
    {
        var begin = Stopwatch.GetTimestamp();
        var (load, aggregate) = (TimeSpan.Zero, TimeSpan.Zero);
        var survey = GeneratedSurvey.Read(folder, size);
        var waves = new List<(string, CodeBook, IReadOnlyList<IndicatorTally>)>();
        foreach (var (codeBook, file, number) in survey.Waves)
        {
            var start = Stopwatch.GetTimestamp();
            var (_, snapshot) = WavePass.Import(survey, codeBook, file);
            load += Stopwatch.GetElapsedTime(start);
            start = Stopwatch.GetTimestamp();
            waves.Add((number, codeBook, WavePass.Tally(survey, codeBook, snapshot)));
            aggregate += Stopwatch.GetElapsedTime(start);
        }

        var written = Stopwatch.GetTimestamp();
        using (var writer = new StreamWriter(output)) PeerCsv.Write(writer, waves);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"peer":"SurveyCalc","size":"{{size}}","threads":{{Environment.ProcessorCount}},"load_s":{{load.TotalSeconds:F3}},"aggregate_s":{{aggregate.TotalSeconds:F3}},"stats_write_s":{{Stopwatch.GetElapsedTime(written).TotalSeconds:F3}},"total_s":{{Stopwatch.GetElapsedTime(begin).TotalSeconds:F3}}}"""));
        return 0;
    }
}
