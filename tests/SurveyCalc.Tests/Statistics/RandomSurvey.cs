using SurveyCalc.Statistics;

namespace SurveyCalc.Tests.Statistics;

/// <summary>A made-up sample with strata, clusters, weights, two attributes and their population, and answers.</summary>
internal sealed class RandomSurvey
{
    private readonly int _clusterCount;

    public RandomSurvey(Random random, bool clustered)
    {
        Count = random.Next(30, 150);
        var strata = random.Next(1, 5);
        _clusterCount = clustered ? random.Next(3, 7) : 0;
        Strata = Column(i => i < 2 * strata ? i % strata : random.Next(strata));
        Units = clustered ? Column(i => i < 2 * strata ? i / strata : random.Next(_clusterCount)) : [];
        Design = Make(random, strata);
        DesignWeights = new Weights([.. Enumerable.Range(0, Count).Select(_ => (long)random.Next(50, 500))], 2);
        Sex = Column(i => i < 2 ? i : random.Next(2));
        Age = Column(i => i < 3 ? i : random.Next(3));
        Scores = [.. Enumerable.Range(0, Count).Select(_ => (long)random.Next(-2, 3))];
        InBase = [.. Enumerable.Range(0, Count).Select(i => i < 2 * strata || random.Next(5) > 0)];

        // A population that has somebody in every joint cell of the sample, so that the margins can be met.
        var joint = Enumerable.Range(0, Count).Select(i => (Sex[i], Age[i])).Distinct().ToDictionary(cell => cell, _ => (long)random.Next(200, 2000));
        SexMargin = new(Sex, [.. Enumerable.Range(0, 2).Select(s => joint.Where(cell => cell.Key.Item1 == s).Sum(cell => cell.Value))]);
        AgeMargin = new(Age, [.. Enumerable.Range(0, 3).Select(a => joint.Where(cell => cell.Key.Item2 == a).Sum(cell => cell.Value))]);
    }

    public int Count { get; }

    public Design Design { get; }

    public int[] Strata { get; }

    public int[] Units { get; }

    public Weights DesignWeights { get; }

    public int[] Sex { get; }

    public int[] Age { get; }

    public CalibrationMargin SexMargin { get; }

    public CalibrationMargin AgeMargin { get; }

    public long[] Scores { get; }

    public bool[] InBase { get; }

    public DesignFrame Frame => DesignFrame.Of(Design, Strata, Units, DesignWeights);

    public Calibration Raked => Calibrate.Of(CalibrationMethod.Raking, DesignWeights, [SexMargin, AgeMargin], CalibrationOptions.Default).Value;

    public DesignFrame CalibratedFrame => DesignFrame.Of(Design, Strata, Units, Raked);

    /// <summary>Tally of the respondents of the base that a condition picks.</summary>
    public DesignTally Tally(DesignFrame frame, Func<int, bool> isIn, Func<long, long>? score = null)
    {
        var builder = new DesignTallyBuilder(frame);
        foreach (var i in Enumerable.Range(0, Count).Where(i => InBase[i] && isIn(i)))
            builder.Add(i, (score ?? (y => y))(Scores[i]) > 0, (score ?? (y => y))(Scores[i]));
        return builder.ToTally();
    }

    /// <summary>The variance of Σwz term by term: per stratum, from the totals of all its units.</summary>
    public double VarianceOf(double[] influences)
    {
        var variance = 0.0;
        foreach (var stratum in Enumerable.Range(0, Count).GroupBy(i => Strata[i]))
        {
            double[] totals = [.. stratum.GroupBy(i => Units.Length > 0 ? Units[i] : i).Select(unit => unit.Sum(i => influences[i]))];
            var (n, mean) = (totals.Length, totals.Average());
            var unsampled = Design.Populations[stratum.Key] is { } all ? 1 - ((double)n / all) : 1;
            variance += unsampled * n / (n - 1) * totals.Sum(total => (total - mean) * (total - mean));
        }

        return variance;
    }

    private Design Make(Random random, int strata)
    {
        var corrected = random.Next(3) > 0;
        long?[] sizes = [.. Enumerable.Range(0, strata).Select(h => corrected ? (long?)Enumerable.Range(0, Count)
            .Where(i => Strata[i] == h).Select(i => _clusterCount > 0 ? Units[i] : i).Distinct().Count() + random.Next(1, 50) : null)];
        return _clusterCount > 0 ? Design.Clustered(sizes, SingleUnitPolicy.Refuse) : Design.Stratified(sizes, SingleUnitPolicy.Refuse);
    }

    private int[] Column(Func<int, int> value) => [.. Enumerable.Range(0, Count).Select(value)];
}
