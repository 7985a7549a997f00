using SurveyCalc.Statistics;

namespace SurveyCalc.Benchmarks.Simulation;

/// <summary>One simulated survey as the product estimates it, by its defaults.</summary>
internal interface ISimulatedWave
{
    /// <summary>The default 95 % interval of a question.</summary>
    Estimable<Interval> Interval(int question);

    /// <summary>The change since another wave of the same design, by the default of the product.</summary>
    /// <param name="question">Question in this wave.</param>
    /// <param name="previous">The wave compared with.</param>
    /// <param name="previousQuestion">Question in that wave.</param>
    Estimable<Change> Change(int question, ISimulatedWave previous, int previousQuestion);
}
