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
    private const int TallyRepeats = 5;

    private readonly List<double> loads = [];
    private readonly List<(double Aggregate, double Total)> fulls = [];

    /// <summary>Median seconds from file to byte columns.</summary>
    public double Load => Median(loads);

    /// <summary>Median seconds of the first aggregation, and of everything from file to results.</summary>
    public (double Aggregate, double Total) Full => (Median(fulls.Select(f => f.Aggregate)), Median(fulls.Select(f => f.Total)));

    /// <summary>Runs the program once more.</summary>
    public void Measure()
    {
        loads.Add(Seconds(Run("load", data, size).First(), "s"));
        var output = Path.GetTempFileName();
        var full = Run("full", data, size, output).First();
        File.Delete(output);
        fulls.Add((Seconds(full, "aggregate_s"), Seconds(full, "total_s")));
    }

    /// <summary>
    /// Seconds of the tallying designs that do what the product does (count, Σw and Σw² of every cell, rows as they
    /// come), on the first wave, the data being in memory and the code warm.
    /// </summary>
    public IReadOnlyList<(string Design, double Seconds)> Tally() =>
    [
        .. Run("tally", data, size, $"{TallyRepeats}").Select(line => (Design: line.GetProperty("design").GetString()!, Seconds(line, "median_s")))
            .Where(line => line.Design.StartsWith("joint histogram, ", StringComparison.Ordinal)),
    ];

    private List<JsonElement> Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {arguments[0]} ended with {process.ExitCode}.");
        return [.. output.Split('\n').Where(l => l.StartsWith('{')).Select(l => JsonDocument.Parse(l).RootElement)];
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static double Seconds(JsonElement line, string name) => line.GetProperty(name).GetDouble();
}
