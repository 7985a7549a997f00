namespace SurveyCalc.Benchmarks.Simulation;

/// <summary>Number of positive answers in a sample without replacement, drawn by inverting its distribution.</summary>
/// <remarks>The probabilities grow out of the mode by their ratios, so no factorial is needed and nothing overflows.</remarks>
internal sealed class HypergeometricTable
{
    private const double Negligible = 1e-18;

    private readonly long _first;
    private readonly double[] _cumulative;

    /// <param name="population">Persons N.</param>
    /// <param name="positive">Persons K of them who would answer positively, 0 to N.</param>
    /// <param name="sampled">Persons n drawn, 0 to N.</param>
    public HypergeometricTable(long population, long positive, long sampled)
    {
        var least = Math.Max(0, sampled - (population - positive));
        var most = Math.Min(sampled, positive);
        var mode = Math.Clamp((long)((sampled + 1.0) * (positive + 1.0) / (population + 2.0)), least, most);

        double Up(long k) => (double)(positive - k) * (sampled - k) / ((k + 1.0) * (population - positive - sampled + k + 1));

        var below = new List<double>();
        var weight = 1.0;
        for (var k = mode - 1; k >= least && weight > Negligible; k--)
            below.Add(weight /= Up(k));
        var above = new List<double>();
        weight = 1;
        for (var k = mode; k < most && weight > Negligible; k++)
            above.Add(weight *= Up(k));

        _first = mode - below.Count;
        below.Reverse();
        _cumulative = [.. below, 1, .. above];
        for (var i = 1; i < _cumulative.Length; i++)
            _cumulative[i] += _cumulative[i - 1];
    }

    /// <summary>Every number that has a probability to speak of, with that probability.</summary>
    public IEnumerable<(long Positive, double Probability)> Probabilities()
    {
        for (var i = 0; i < _cumulative.Length; i++)
            yield return (_first + i, (_cumulative[i] - (i == 0 ? 0 : _cumulative[i - 1])) / _cumulative[^1]);
    }

    /// <summary>One draw.</summary>
    public long Draw(Xoshiro random)
    {
        var found = Array.BinarySearch(_cumulative, random.Uniform() * _cumulative[^1]);
        // Exactly on a step belongs to the next value; otherwise the complement is the first step above.
        return _first + Math.Min(_cumulative.Length - 1, found >= 0 ? found + 1 : ~found);
    }
}
