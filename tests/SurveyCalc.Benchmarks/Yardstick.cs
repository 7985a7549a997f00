using System.Diagnostics;
using System.Text.Json;

namespace SurveyCalc.Benchmarks;

/// <summary>
/// The yardstick program: how fast one .NET process can do the same without checks, messages or storage. Run between
/// the product's own stages, so that both meet the same machine.
/// </summary>
/// <param name="program">Path of the built program.</param>
internal sealed class Yardstick(string program, string data, string size)
{
    /// <summary>Seconds from file to byte columns.</summary>
    public double Load() => Run("load", data, size).Select(line => Seconds(line, "s")).First();

    /// <summary>
    /// Seconds of the tallying designs that do what the product does (count, Σw and Σw² of every cell, rows as they
    /// come), on the first wave, the data being in memory and the code warm.
    /// </summary>
    public IReadOnlyList<(string Design, double Seconds)> Tally(int repeats) =>
    [
        .. Run("tally", data, size, $"{repeats}").Select(line => (Design: line.GetProperty("design").GetString()!, Seconds(line, "median_s")))
            .Where(line => line.Design.StartsWith("joint histogram, ", StringComparison.Ordinal)),
    ];

    /// <summary>Seconds of load, aggregation, statistics with output, and in total, in a fresh process.</summary>
    public (double Load, double Aggregate, double Write, double Total) Full(string output)
    {
        var line = Run("full", data, size, output).First();
        return (Seconds(line, "load_s"), Seconds(line, "aggregate_s"), Seconds(line, "stats_write_s"), Seconds(line, "total_s"));
    }

    private List<JsonElement> Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {arguments[0]} ended with {process.ExitCode}.");
        return [.. output.Split('\n').Where(l => l.StartsWith('{')).Select(l => JsonDocument.Parse(l).RootElement)];
    }

    private static double Seconds(JsonElement line, string name) => line.GetProperty(name).GetDouble();
}
