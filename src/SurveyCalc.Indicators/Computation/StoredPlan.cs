using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Computation;

/// <summary>Which actuals the stored definitions and waves call for, with their fingerprints, and their computation on request.</summary>
internal sealed class StoredPlan
{
    private readonly IStore store;
    private readonly DefinitionSet definitions;
    private readonly IReadOnlyList<WaveHeader> headers;

    private StoredPlan(IStore store, DefinitionSet definitions, IReadOnlyList<WaveHeader> headers, IReadOnlyList<PlannedActual> planned)
    {
        (this.store, this.definitions, this.headers) = (store, definitions, headers);
        Planned = planned;
    }

    /// <summary>In the order of the indicators, then by year.</summary>
    public IReadOnlyList<PlannedActual> Planned { get; }

    /// <summary>Plans everything without reading an answer.</summary>
    public static Task<StoredPlan> OfAsync(IStore store, DateTimeOffset at, CancellationToken cancellation) =>
        OfAsync(store, at, (_, _) => true, cancellation);

    /// <summary>Plans without reading an answer.</summary>
    /// <param name="store">The store.</param>
    /// <param name="at">When: its day decides which plan values are in force.</param>
    /// <param name="isWanted">Which waves, each with the one that it is compared with; the others are not planned.</param>
    /// <param name="cancellation">Stops between reads.</param>
    public static async Task<StoredPlan> OfAsync(
        IStore store, DateTimeOffset at, Func<WaveKey, WaveKey?, bool> isWanted, CancellationToken cancellation)
    {
        var items = await store.GetDefinitionsAsync(cancellation);
        var definitions = DefinitionItems.ToSet(items);
        var books = CountStoredWave.BooksOf(items, definitions);
        var headers = await store.GetWavesAsync(cancellation);
        var waves = new List<PlannedWave>();
        foreach (var header in headers) waves.Add(await CountStoredWave.PlanAsync(store, books, header, cancellation));
        return new StoredPlan(store, definitions, headers, PlanActuals.Of(definitions, waves, at, isWanted));
    }

    /// <summary>The plan for an indicator and wave; null when the definitions call for none.</summary>
    public PlannedActual? Find(Actual actual) =>
        Planned.FirstOrDefault(p => p.Indicator.Code == actual.Indicator && p.Wave.Wave == actual.Wave);

    /// <summary>Counts and computes some of <see cref="Planned"/>, reading each snapshot once.</summary>
    /// <param name="wanted">What to compute.</param>
    /// <param name="at">When; part of the provenance.</param>
    /// <param name="cancellation">Stops between waves.</param>
    /// <returns>In the order of <paramref name="wanted"/>, and how many snapshots were read.</returns>
    public async Task<(IReadOnlyList<Actual> Actuals, int SnapshotsRead)> ComputeAsync(
        IReadOnlyList<PlannedActual> wanted, DateTimeOffset at, CancellationToken cancellation)
    {
        var tallies = new List<WaveTallies>();
        foreach (var wave in wanted.SelectMany(p => p.Previous is null ? [p.Wave] : new[] { p.Wave, p.Previous }).Distinct())
        {
            var indicators = wanted.Where(p => p.Wave == wave || p.Previous == wave).Select(p => p.Indicator);
            var rules = indicators.DistinctBy(i => (i.Code, i.ValidFrom)).Select(i => wave.Bind(i, out _)).OfType<BoundRule>().ToList();
            tallies.Add(await CountStoredWave.OfAsync(store, definitions, wave, headers.Single(h => h.Wave == wave.Wave), rules, [], cancellation));
        }

        return (ComputeActuals.Of(definitions, wanted, tallies, at), tallies.Count);
    }
}
