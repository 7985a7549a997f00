using SurveyCalc.Statistics;

namespace SurveyCalc.Benchmarks.Simulation;

/// <summary>Samples drawn within districts whose answers differ; everybody answers.</summary>
internal sealed class StratifiedSimulation : ISimulatedDesign
{
    private static readonly double[] Shares = [0.35, 0.25, 0.15, 0.10, 0.10, 0.05];
    private static readonly double[] Effects = [-0.8, -0.3, 0, 0.3, 0.6, 1];

    private readonly DesignFrame _frame;
    private readonly long[][] _positive;
    private readonly HypergeometricTable[][] _tables;

    /// <param name="population">Persons in all districts.</param>
    /// <param name="respondents">Persons sampled in all districts.</param>
    /// <param name="isProportional">By the size of the district; otherwise as many in each.</param>
    public StratifiedSimulation(long population, long respondents, bool isProportional)
    {
        (Population, Name) = (population, isProportional ? "stratified, proportional" : "stratified, equal sizes");
        long[] sizes = [.. Shares.Select(share => (long)Math.Floor(population * share))];
        long[] sampled = [.. Shares.Select(share => (long)Math.Floor((respondents * (isProportional ? share : 1.0 / Shares.Length)) + 0.5))];
        Respondents = sampled.Sum();
        int[] strata = [.. sampled.SelectMany((count, h) => Enumerable.Repeat(h, (int)count))];
        var design = Design.Stratified([.. sizes.Select(size => (long?)size)], SingleUnitPolicy.Refuse);
        _frame = DesignFrame.Of(design, strata, default, Weights.OfDesign(design, strata));
        _positive = [.. Questions.Proportions.Select(proportion => PositiveOf(proportion, sizes))];
        _tables = [.. _positive.Select(positive => sizes.Select((size, h) => new HypergeometricTable(size, positive[h], sampled[h])).ToArray())];
    }

    public string Name { get; }

    public long Population { get; }

    public long Respondents { get; }

    public double Truth(int question) => _positive[question].Sum() / (double)_frame.Design.Populations.Sum()!.Value;

    public ISimulatedWave Draw(Xoshiro random) =>
        new DesignWave(_frame, Array.ConvertAll(_tables, tables => Array.ConvertAll(tables, table => table.Draw(random))));

    private static long[] PositiveOf(double proportion, long[] sizes) =>
        [.. Questions.OfGroups(proportion, Effects, sizes).Select((ratio, h) => (long)Math.Floor((ratio * sizes[h]) + 0.5))];
}
