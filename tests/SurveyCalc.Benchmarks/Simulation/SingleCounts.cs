using SurveyCalc.Statistics;

namespace SurveyCalc.Benchmarks.Simulation;

/// <summary>Intervals of one question over many surveys.</summary>
internal sealed class SingleCounts
{
    /// <summary>Surveys with an interval.</summary>
    public long Estimated { get; private set; }

    /// <summary>Surveys without one.</summary>
    public long NotEstimable { get; private set; }

    /// <summary>Intervals that hold the true proportion.</summary>
    public long Covered { get; private set; }

    /// <summary>Intervals that lie above it.</summary>
    public long Above { get; private set; }

    /// <summary>Sum of the widths.</summary>
    public double Width { get; private set; }

    /// <summary>Verdicts when nothing changed.</summary>
    public VerdictCounts Unchanged { get; } = new();

    /// <summary>Verdicts when the proportion changed.</summary>
    public VerdictCounts Changed { get; } = new();

    public void Add(Estimable<Interval> estimated, double truth)
    {
        if (!estimated.TryGet(out var interval))
        {
            NotEstimable++;
            return;
        }

        Estimated++;
        Covered += interval.Contains(truth) ? 1 : 0;
        Above += interval.Lower > truth ? 1 : 0;
        Width += interval.Width;
    }

    public void Add(SingleCounts other)
    {
        (Estimated, NotEstimable) = (Estimated + other.Estimated, NotEstimable + other.NotEstimable);
        (Covered, Above, Width) = (Covered + other.Covered, Above + other.Above, Width + other.Width);
        Unchanged.Add(other.Unchanged);
        Changed.Add(other.Changed);
    }
}
