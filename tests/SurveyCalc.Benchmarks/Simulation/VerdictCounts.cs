using SurveyCalc.Statistics;

namespace SurveyCalc.Benchmarks.Simulation;

/// <summary>Verdicts on one change over many surveys.</summary>
internal sealed class VerdictCounts
{
    /// <summary>Changes with an interval.</summary>
    public long Estimated { get; private set; }

    /// <summary>Of these, found to differ.</summary>
    public long Found { get; private set; }

    public void Add(Estimable<Change> change)
    {
        if (!change.TryGet(out var value) || !value.Interval.IsEstimable)
            return;
        Estimated++;
        Found += value.ExcludesZero ? 1 : 0;
    }

    public void Add(VerdictCounts other) => (Estimated, Found) = (Estimated + other.Estimated, Found + other.Found);
}
