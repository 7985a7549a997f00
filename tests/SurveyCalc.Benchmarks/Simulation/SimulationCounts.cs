using SurveyCalc.Statistics;

namespace SurveyCalc.Benchmarks.Simulation;

/// <summary>What the surveys of one setting showed, added up.</summary>
internal sealed class SimulationCounts
{
    private const double Alpha = 0.05;

    /// <summary>Pairs of surveys drawn.</summary>
    public long Surveys { get; private set; }

    /// <summary>Pairs of which one could not be weighted.</summary>
    public long Unweighted { get; private set; }

    /// <summary>By single question.</summary>
    public SingleCounts[] Singles { get; } = [.. Questions.Singles.Select(_ => new SingleCounts())];

    /// <summary>The family in a year without any change.</summary>
    public FamilyCounts Unchanged { get; } = new();

    /// <summary>The family in a year in which some of it changed.</summary>
    public FamilyCounts Changed { get; } = new();

    /// <summary>Draws two surveys and looks at them.</summary>
    public void Add(ISimulatedDesign design, Xoshiro random)
    {
        Surveys++;
        if (design.Draw(random) is not { } previous || design.Draw(random) is not { } current)
        {
            Unweighted++;
            return;
        }

        for (var single = 0; single < Singles.Length; single++)
        {
            Singles[single].Add(current.Interval(single), design.Truth(single));
            Singles[single].Unchanged.Add(current.Change(single, previous, single));
            Singles[single].Changed.Add(current.Change(Questions.ChangedSingle(single), previous, single));
        }

        AddFamily(current, previous);
    }

    /// <summary>Adds the counts of other surveys.</summary>
    public void Add(SimulationCounts other)
    {
        (Surveys, Unweighted) = (Surveys + other.Surveys, Unweighted + other.Unweighted);
        for (var single = 0; single < Singles.Length; single++)
            Singles[single].Add(other.Singles[single]);
        Unchanged.Add(other.Unchanged);
        Changed.Add(other.Changed);
    }

    private void AddFamily(ISimulatedWave current, ISimulatedWave previous)
    {
        var same = new Estimable<Change>[Questions.Family.Count];
        var later = new Estimable<Change>[same.Length];
        for (var i = 0; i < same.Length; i++)
        {
            var question = Questions.OfFamily(i);
            same[i] = current.Change(question, previous, question);
            later[i] = Questions.IsChanged(i) ? current.Change(Questions.LaterOfFamily(i), previous, question) : same[i];
        }

        Unchanged.Add(Flags(same), Adjusted(same), _ => false);
        Changed.Add(Flags(later), Adjusted(later), Questions.IsChanged);
    }

    private static bool[] Flags(Estimable<Change>[] changes) => Array.ConvertAll(changes, change => change.TryGet(out var found) && found.ExcludesZero);

    // An indicator without a test is not compared, and does not count among the comparisons.
    private static bool[] Adjusted(Estimable<Change>[] changes)
    {
        int[] tested = [.. Enumerable.Range(0, changes.Length).Where(i => changes[i].TryGet(out var change) && change.Test.IsEstimable)];
        var adjusted = MultipleComparisons.BenjaminiHochberg([.. tested.Select(i => changes[i].Value.Test.Value.PValue)]);
        var flags = new bool[changes.Length];
        for (var k = 0; k < tested.Length; k++)
            flags[tested[k]] = adjusted[k] <= Alpha;
        return flags;
    }
}
