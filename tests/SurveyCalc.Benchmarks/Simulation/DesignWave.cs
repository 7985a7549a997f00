using SurveyCalc.Statistics;

namespace SurveyCalc.Benchmarks.Simulation;

/// <summary>A simulated survey with a design: estimates are made when they are asked for.</summary>
/// <param name="frame">The sample.</param>
/// <param name="positive">Positive answers by question and group of the frame; everybody in the frame answered.</param>
internal sealed class DesignWave(DesignFrame frame, long[][] positive) : ISimulatedWave
{
    private readonly Estimable<RatioEstimate>?[] _estimates = new Estimable<RatioEstimate>?[positive.Length];

    public Estimable<Interval> Interval(int question) =>
        Estimate(question).SelectMany(estimate => estimate.ProportionInterval(DesignProportionMethod.Wilson, Level.P95));

    public Estimable<Change> Change(int question, ISimulatedWave previous, int previousQuestion) =>
        Estimate(question).SelectMany(now => ((DesignWave)previous).Estimate(previousQuestion).Select(then =>
            DesignDifference.OfIndependent(now, then).ToChange(DesignDifferenceMethod.Hybrid, Level.P95)));

    private Estimable<RatioEstimate> Estimate(int question) => _estimates[question] ??= RatioEstimate.Of(Tally(positive[question]));

    // Within a group all weights are equal here: strata and calibration cells determine them.
    private DesignTally Tally(long[] positives)
    {
        var builder = new DesignTallyBuilder(frame);
        for (var g = 0; g < positives.Length; g++)
        {
            var group = frame.Groups[g];
            var weight = group.SumOfWeights / group.Sampled;
            builder.Add(g, positives[g], true, positives[g] * weight, positives[g] * weight * weight, 1);
            var others = group.Sampled - positives[g];
            builder.Add(g, others, false, others * weight, others * weight * weight, 0);
        }

        return builder.ToTally();
    }
}
