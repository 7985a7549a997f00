using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Feeds;

namespace SurveyCalc.Worker.Api;

/// <summary>What other systems may read: everything goes through the feed together, and what is filtered is filtered behind it.</summary>
internal sealed class PublishedActuals(IStore store)
{
    public async Task<DefinitionSet> DefinitionsAsync(CancellationToken cancellation) =>
        DefinitionItems.ToSet(await store.GetDefinitionsAsync(cancellation));

    /// <summary>The latest revision of every actual, or the latest that was recorded by a moment.</summary>
    public async Task<IReadOnlyList<ActualRow>> LatestAsync(DefinitionSet definitions, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var actuals = await store.GetActualsAsync(allRevisions: asOf is not null, cancellation);
        if (asOf is { } moment)
            actuals = [.. actuals.Where(a => RecordedAt(a) <= moment).GroupBy(a => (a.Indicator, a.Wave)).Select(g => g.MaxBy(a => a.Revision)!)];
        return ActualFeed.Rows(actuals, definitions);
    }

    /// <summary>Every revision in the order of the chain, with its place there (from 1, without gaps).</summary>
    public async Task<IReadOnlyList<(long Sequence, ActualRow Row)>> RevisionsAsync(CancellationToken cancellation)
    {
        var rows = ActualFeed.Rows(await store.GetActualsAsync(allRevisions: true, cancellation), await DefinitionsAsync(cancellation))
            .ToDictionary(r => (r.Indicator, r.Survey, (long)r.Year, (long)r.Revision));
        var records = await store.GetRecordsAsync(cancellation);
        var stored = records.Actuals.ToDictionary(a => a.Id);
        // What was written between the two reads comes with the next call.
        return [.. records.Chain.Select(link => (link.Sequence, Row: rows.GetValueOrDefault(KeyOf(stored[link.ActualId])))).TakeWhile(c => c.Row is not null).Select(c => (c.Sequence, c.Row!))];
    }

    /// <summary>When it was recorded; revisions older than that member tell when they were computed.</summary>
    private static DateTimeOffset RecordedAt(Actual actual) => actual.RecordedAt ?? actual.Provenance.ComputedAt;

    private static (string, string, long, long) KeyOf(Indicators.Verification.StoredActual actual) =>
        (actual.Indicator, actual.Survey, actual.FiscalYear, actual.Revision);
}
