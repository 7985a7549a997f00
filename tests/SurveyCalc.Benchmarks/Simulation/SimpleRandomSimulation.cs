using SurveyCalc.Statistics;

namespace SurveyCalc.Benchmarks.Simulation;

/// <summary>Simple random samples without replacement, estimated with the finite population correction.</summary>
internal sealed class SimpleRandomSimulation : ISimulatedDesign
{
    private readonly long[] _positive;
    private readonly HypergeometricTable[] _tables;

    public SimpleRandomSimulation(long population, long respondents)
    {
        (Population, Respondents) = (population, respondents);
        _positive = [.. Questions.Proportions.Select(proportion => (long)Math.Floor((proportion * population) + 0.5))];
        _tables = [.. _positive.Select(positive => new HypergeometricTable(population, positive, respondents))];
    }

    public string Name => "simple random";

    public long Population { get; }

    public long Respondents { get; }

    public double Truth(int question) => _positive[question] / (double)Population;

    public ISimulatedWave Draw(Xoshiro random) => new Wave(this, Array.ConvertAll(_tables, table => table.Draw(random)));

    private sealed class Wave(SimpleRandomSimulation design, long[] positive) : ISimulatedWave
    {
        public Estimable<Interval> Interval(int question) =>
            ProportionEstimate.Of(Tally(question), ProportionMethod.Wilson, Level.P95, design.Population).SelectMany(estimate => estimate.Interval);

        public Estimable<Change> Change(int question, ISimulatedWave previous, int previousQuestion) => DifferenceEstimate.Of(
            Tally(question), design.Population, ((Wave)previous).Tally(previousQuestion), design.Population, DifferenceMethod.Newcombe, Level.P95);

        private Tally Tally(int question) => Statistics.Tally.OfCounts(design.Respondents, positive[question], design.Respondents);
    }
}
