using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace SurveyCalc.Benchmarks.Figures;

/// <summary>Runs another tool on the same input and prints its own seconds, its peak memory and what it agrees on.</summary>
internal static class PeerRun
{
    private const double Mega = 1e6;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    /// <param name="name">Name to print.</param>
    /// <param name="program">Program to start; missing ones are named and left out.</param>
    /// <param name="arguments">Arguments for a result file.</param>
    /// <param name="ours">What to compare the result file with; null when the tool did not see all rows.</param>
    /// <param name="writer">Receives the lines.</param>
    public static void Run(
        string name, string program, Func<string, string[]> arguments, IReadOnlyDictionary<string, PeerComparison>? ours, TextWriter writer)
    {
        var output = Path.GetTempFileName();
        try
        {
            var start = Stopwatch.GetTimestamp();
            using var process = Process.Start(new ProcessStartInfo(program, arguments(output)) { RedirectStandardOutput = true })!;
            var printed = process.StandardOutput.ReadToEndAsync();
            var peak = Watch(process);
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s in all, peak {peak / Mega:F0} MB; {printed.GetAwaiter().GetResult().Trim()}"));
            if (process.ExitCode != 0) writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  ended with exit code {process.ExitCode}; not compared"));
            else writer.WriteLine(ours is null ? "  saw a part of the rows; not compared" : "  " + PeerComparison.Compare(output, ours));
        }
        catch (Win32Exception)
        {
            writer.WriteLine($"{name}: {program} is not installed, nothing to compare with");
        }
        finally
        {
            File.Delete(output);
        }
    }

    private static long Watch(Process process)
    {
        var peak = 0L;
        do
        {
            process.Refresh();
            if (!process.HasExited) peak = Math.Max(peak, process.PeakWorkingSet64);
        }
        while (!process.WaitForExit(Tick));
        process.WaitForExit();
        return peak;
    }
}
