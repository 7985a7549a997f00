using SurveyCalc.Statistics;

namespace SurveyCalc.Benchmarks.Weighting;

/// <summary>Every indicator in every cell of the breakdowns: one histogram group × cell × code per indicator, then estimates.</summary>
/// <param name="frame">The raked sample.</param>
/// <param name="breakdowns">Cell of each respondent in each breakdown.</param>
internal sealed class CellEstimates(DesignFrame frame, IReadOnlyList<int[]> breakdowns)
{
    private readonly int[] _cells = [.. breakdowns.Select(cells => cells.Max() + 1)];

    /// <summary>Estimates with an interval; the others have a named reason.</summary>
    public int Estimated { get; private set; }

    /// <summary>Estimates asked for: the total and every cell, by indicator.</summary>
    public int Asked { get; private set; }

    /// <summary>Sum of all estimates, to compare runs by.</summary>
    public double Checksum { get; private set; }

    /// <summary>Estimates one indicator: positive are the two highest codes.</summary>
    public void Add(byte[] answers)
    {
        Estimate(answers, null, 1);
        for (var breakdown = 0; breakdown < _cells.Length; breakdown++)
            Estimate(answers, breakdowns[breakdown], _cells[breakdown]);
    }

    private void Estimate(byte[] answers, int[]? cellOf, int cells)
    {
        var counts = new long[cells * frame.Groups.Count * WeightedSample.Codes];
        for (var i = 0; i < answers.Length; i++)
            counts[((((cellOf?[i] ?? 0) * frame.Groups.Count) + frame.GroupOf[i]) * WeightedSample.Codes) + answers[i]]++;
        for (var cell = 0; cell < cells; cell++)
        {
            var interval = RatioEstimate.Of(Tally(counts.AsSpan(cell * frame.Groups.Count * WeightedSample.Codes))).SelectMany(estimate =>
            {
                Checksum += estimate.Value;
                return estimate.ProportionInterval(DesignProportionMethod.Wilson, Level.P95);
            });
            Asked++;
            Estimated += interval.IsEstimable ? 1 : 0;
        }
    }

    // All respondents of a calibration cell share one weight, as the design weights are equal.
    private DesignTally Tally(ReadOnlySpan<long> counts)
    {
        var builder = new DesignTallyBuilder(frame);
        for (var g = 0; g < frame.Groups.Count; g++)
        {
            var weight = frame.Groups[g].SumOfWeights / frame.Groups[g].Sampled;
            for (var code = 0; code < WeightedSample.Codes; code++)
            {
                var count = counts[(g * WeightedSample.Codes) + code];
                builder.Add(g, count, code >= 3, count * weight, count * weight * weight, code >= 3 ? 1 : 0);
            }
        }

        return builder.ToTally();
    }
}
