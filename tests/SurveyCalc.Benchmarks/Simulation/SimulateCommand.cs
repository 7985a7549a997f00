using System.Diagnostics;

namespace SurveyCalc.Benchmarks.Simulation;

/// <summary><c>simulate</c>: how often default intervals hold the truth, and how often verdicts raise a false alarm.</summary>
internal static class SimulateCommand
{
    /// <summary>Surveys whose counts are added up by one thread; parts are then merged in their order, so sums keep their bits.</summary>
    private const int Part = 100;

    public static int Run(SimulateOptions options)
    {
        var start = Stopwatch.GetTimestamp();
        // The random numbers of a setting hang on its place among all, so that --only prints the same figures.
        var chosen = Settings(options.Seed).Index().Where(place => place.Item.Name.Contains(options.Only, StringComparison.Ordinal)).ToArray();
        var settings = Array.ConvertAll(chosen, place => place.Item);
        var counts = new SimulationCounts[settings.Length];
        for (var setting = 0; setting < settings.Length; setting++)
        {
            counts[setting] = Simulate(settings[setting], chosen[setting].Index, options);
            Console.Error.WriteLine(SimulationText.Format($"{setting + 1}/{settings.Length} {settings[setting].Name} N={settings[setting].Population:N0} n={settings[setting].Respondents:N0} ({Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s)"));
        }

        Console.WriteLine(SimulationText.Format($"{options.Surveys:N0} pairs of surveys per setting, seed {options.Seed}; Monte Carlo error of a coverage of 95 %: ±{100 * Math.Sqrt(0.95 * 0.05 / options.Surveys):F2} points (one standard error)"));
        if (options.Markdown)
            SimulationMarkdown.Write(Console.Out, settings, counts);
        else
            SimulationText.Write(Console.Out, settings, counts);
        ExactCoverage.Write(Console.Out, settings.OfType<SimpleRandomSimulation>());
        return 0;
    }

    private static IEnumerable<ISimulatedDesign> Settings(ulong seed)
    {
        foreach (var population in new[] { 5_000, 30_000, 300_000 })
        {
            foreach (var respondents in new[] { 100, 400, 1_000, 3_000 })
                yield return new SimpleRandomSimulation(population, respondents);
        }

        (long Population, long Respondents)[] sizes =
            [(5_000, 100), (5_000, 1_000), (30_000, 100), (30_000, 400), (30_000, 1_000), (30_000, 3_000), (300_000, 400), (300_000, 3_000)];
        foreach (var isProportional in new[] { true, false })
        {
            foreach (var (population, respondents) in sizes)
                yield return new StratifiedSimulation(population, respondents, isProportional);
        }

        foreach (var (population, respondents) in sizes)
            yield return new RakedSimulation(population, respondents, seed);
    }

    private static SimulationCounts Simulate(ISimulatedDesign design, int setting, SimulateOptions options)
    {
        var parts = new SimulationCounts[(options.Surveys + Part - 1) / Part];
        Parallel.For(0, parts.Length, part =>
        {
            parts[part] = new();
            for (var survey = part * Part; survey < Math.Min(options.Surveys, (part + 1) * Part); survey++)
                parts[part].Add(design, new Xoshiro(options.Seed, ((ulong)setting << 32) + (ulong)survey));
        });

        var total = new SimulationCounts();
        foreach (var part in parts)
            total.Add(part);
        return total;
    }
}
