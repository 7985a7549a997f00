using SurveyCalc.Statistics;

namespace SurveyCalc.Benchmarks.Simulation;

/// <summary>Coverage of simple random samples without simulation, from all samples there can be.</summary>
/// <remarks>
/// At one proportion it jumps with the next whole number of positive answers, which no interval can avoid; the mean over
/// nearby proportions shows whether the method itself is right.
/// </remarks>
internal static class ExactCoverage
{
    private const int Steps = 40;

    /// <summary>One table row per design: exact coverage, and in parentheses its mean from p/√2 to p·√2.</summary>
    public static void Write(TextWriter writer, IEnumerable<SimpleRandomSimulation> designs)
    {
        double[] proportions = [.. Questions.Singles.Where(p => p <= 0.5)];
        writer.WriteLine();
        writer.WriteLine("Simple random samples computed exactly; in parentheses the mean over proportions from p/√2 to p·√2");
        writer.WriteLine(SimulationText.Format($"| N | n | {string.Join(" | ", proportions.Select(p => SimulationText.Format($"p={p}")))} |"));
        writer.WriteLine($"| ---: | ---: |{string.Concat(proportions.Select(_ => " ---: |"))}");
        foreach (var design in designs)
            writer.WriteLine(SimulationText.Format($"| {design.Population:N0} | {design.Respondents:N0} | {string.Join(" | ", proportions.Select(p => Cell(design, p)))} |"));
    }

    private static string Cell(SimpleRandomSimulation design, double proportion)
    {
        long Positive(double p) => (long)Math.Floor((p * design.Population) + 0.5);
        var near = Enumerable.Range(0, Steps + 1).Select(i => Positive(proportion * Math.Pow(2, ((double)i / Steps) - 0.5))).Distinct().ToArray();
        return SimulationText.Format($"{100 * Coverage(design, Positive(proportion)):F1} ({100 * near.Average(positive => Coverage(design, positive)):F1})");
    }

    private static double Coverage(SimpleRandomSimulation design, long positive)
    {
        var covered = 0.0;
        var truth = positive / (double)design.Population;
        foreach (var (found, probability) in new HypergeometricTable(design.Population, positive, design.Respondents).Probabilities())
        {
            var tally = Tally.OfCounts(design.Respondents, found, design.Respondents);
            var interval = ProportionEstimate.Of(tally, ProportionMethod.Wilson, Level.P95, design.Population).Value.Interval.Value;
            covered += interval.Contains(truth) ? probability : 0;
        }

        return covered;
    }
}
