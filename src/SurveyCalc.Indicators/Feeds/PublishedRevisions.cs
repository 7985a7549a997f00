using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Feeds;

/// <summary>
/// Revisions of a store as they are published, without reading all of it: only those asked for are read in full. What the
/// others mean for them (秘匿, 多重比較) is told by their summaries, of which those already read are kept, as they never
/// change. The rows are those that <see cref="ActualFeed"/> would make of everything in the store at that moment.
/// </summary>
public sealed class PublishedRevisions(IStore store) : IDisposable
{
    private readonly SemaphoreSlim reading = new(1);
    private volatile Known known = Nothing;

    private static Known Nothing => new(new StoreMark(0, -1), new DefinitionSet(), []);

    /// <summary>How far the store is.</summary>
    public Task<StoreMark> MarkAsync(CancellationToken cancellation) => store.GetMarkAsync(cancellation);

    /// <summary>The definitions in force.</summary>
    public async Task<DefinitionSet> DefinitionsAsync(CancellationToken cancellation) =>
        (await UpToAsync(await store.GetMarkAsync(cancellation), cancellation)).Definitions;

    /// <summary>The latest revisions of one indicator, or the latest that were recorded by a moment.</summary>
    public async Task<PublishedRows> LatestAsync(string indicator, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var (all, revisions) = await ReadAsync(new RevisionQuery { Indicators = [indicator], LatestOnly = asOf is null }, cancellation);
        if (asOf is not { } moment) return all.Rows(revisions, all.Latest);
        return all.Rows(
            [.. revisions.Where(r => RevisionSummary.Of(r.Actual).RecordedAt <= moment).GroupBy(r => r.Actual.Wave).Select(g => g.MaxBy(r => r.Actual.Revision)!)],
            PublishedFigures.Of(LatestOf(all.Summaries.Where(s => s.RecordedAt <= moment)), all.Definitions));
    }

    /// <summary>Revisions behind a place in the chain, in its order.</summary>
    public async Task<PublishedRows> AfterAsync(long sequence, int most, CancellationToken cancellation)
    {
        var (all, revisions) = await ReadAsync(new RevisionQuery { After = sequence, Most = most }, cancellation);
        return all.Rows(revisions, all.All);
    }

    /// <summary>Every revision of one wave, in the order of the chain.</summary>
    public async Task<PublishedRows> OfWaveAsync(WaveKey wave, CancellationToken cancellation)
    {
        // The codes are given because the store finds an actual by its indicator first.
        var codes = (await DefinitionsAsync(cancellation)).Indicators.Select(i => i.Code).ToHashSet(StringComparer.Ordinal);
        var (all, revisions) = await ReadAsync(new RevisionQuery { Indicators = codes, Wave = wave }, cancellation);
        return all.Rows(revisions, all.All);
    }

    /// <summary>The row of a revision that is in the store.</summary>
    public async Task<ActualRow> RowOfAsync(Actual revision, CancellationToken cancellation)
    {
        var all = await UpToAsync(await store.GetMarkAsync(cancellation), cancellation);
        return ActualFeed.Rows([revision], all.All, all.Definitions)[0];
    }

    public void Dispose() => reading.Dispose();

    private async Task<(Known All, IReadOnlyList<ChainedActual> Revisions)> ReadAsync(RevisionQuery query, CancellationToken cancellation)
    {
        while (true)
        {
            var (mark, revisions) = await store.GetRevisionsAsync(query, cancellation);
            var all = await UpToAsync(mark, cancellation);
            if (all.Mark == mark) return (all, revisions); // otherwise the store went on in between
        }
    }

    /// <summary>What is known of the store at this mark or later.</summary>
    private async Task<Known> UpToAsync(StoreMark mark, CancellationToken cancellation)
    {
        if (known is var now && now.Mark == mark) return now;
        await reading.WaitAsync(cancellation);
        try
        {
            while (known.Mark != mark)
            {
                var before = known;
                var (next, added) = await store.GetSummariesAsync(before.Mark.Revisions, cancellation);
                if (next.Revisions < before.Mark.Revisions)
                {
                    known = Nothing; // an older copy was restored
                    continue;
                }

                var definitions = before.Definitions;
                if (next.Definitions != before.Mark.Definitions)
                {
                    definitions = DefinitionItems.ToSet(await store.GetDefinitionsAsync(cancellation));
                    if ((await store.GetMarkAsync(cancellation)).Definitions != next.Definitions) continue;
                }

                known = new Known(next, definitions, [.. before.Summaries, .. added]);
                break;
            }

            return known;
        }
        finally
        {
            reading.Release();
        }
    }

    private static IReadOnlyCollection<RevisionSummary> LatestOf(IEnumerable<RevisionSummary> summaries) =>
        [.. summaries.GroupBy(s => (s.Indicator, s.Wave)).Select(g => g.MaxBy(s => s.Revision))];

    /// <summary>The store at one mark. A figure counts as withheld where any of the revisions that are published together is.</summary>
    private sealed class Known(StoreMark mark, DefinitionSet definitions, RevisionSummary[] summaries)
    {
        private readonly Lazy<PublishedFigures> latest = new(() => PublishedFigures.Of(LatestOf(summaries), definitions));
        private readonly Lazy<PublishedFigures> all = new(() => PublishedFigures.Of(summaries, definitions));

        public StoreMark Mark => mark;

        public DefinitionSet Definitions => definitions;

        public RevisionSummary[] Summaries => summaries;

        public PublishedFigures Latest => latest.Value;

        public PublishedFigures All => all.Value;

        public PublishedRows Rows(IReadOnlyList<ChainedActual> revisions, PublishedFigures together) => new(
            mark, definitions, [.. revisions.Zip(ActualFeed.Rows([.. revisions.Select(r => r.Actual)], together, definitions), (r, row) => (r.Sequence, row))]);
    }
}
