using System.Diagnostics;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Deliveries;
using SurveyCalc.Indicators.Feeds;

namespace SurveyCalc.Worker.Webhooks;

/// <summary>
/// Rows of revisions through the gate (秘匿), which must see everything that is published. Reading everything for every
/// message would make a long chain slow, so what was read serves the messages of the next seconds.
/// </summary>
internal sealed class RevisionFeed(IStore store, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim reading = new(1);
    private Dictionary<Key, ActualRow> rows = [];
    private long? readAt;

    private readonly record struct Key(string Indicator, string Survey, int Year, string? Breakdown, string Cell, int Revision);

    /// <summary>The row of a revision under the definitions in force, at most five seconds old.</summary>
    public async Task<ActualRow> RowOfAsync(Delivery delivery, CancellationToken cancellation)
    {
        var actual = delivery.Actual;
        var everybody = actual.Cell.IsEverybody;
        var key = new Key(
            actual.Indicator, actual.Wave.Survey, actual.Wave.FiscalYear.FirstYear, everybody ? null : actual.Cell.Breakdown, actual.Cell.Label, actual.Revision);
        await reading.WaitAsync(cancellation);
        try
        {
            if (readAt is not { } at || clock.GetElapsedTime(at) > Freshness || !rows.ContainsKey(key))
            {
                readAt = clock.GetTimestamp();
                var definitions = DefinitionItems.ToSet(await store.GetDefinitionsAsync(cancellation));
                rows = ActualFeed.Rows(await store.GetActualsAsync(allRevisions: true, cancellation), definitions)
                    .ToDictionary(row => new Key(row.Indicator, row.Survey, row.Year, row.Breakdown, row.Cell, row.Revision));
            }

            return rows.TryGetValue(key, out var found) ? found : throw new UnreachableException("The chain holds a revision that the store does not.");
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();
}
