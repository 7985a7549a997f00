using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Explanations;

/// <summary>Explains which numbers one row of a wave's file touched (行の説明).</summary>
public sealed class ExplainRow(IStore store)
{
    /// <summary>Explains.</summary>
    /// <param name="wave">The wave.</param>
    /// <param name="row">Row of its file as Excel shows it.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="OperatorException">
    /// The wave has no actuals, or none of its files an accepted row with this number; or the database is damaged, as with
    /// <see cref="ExplainActual"/>.
    /// </exception>
    public async Task<RowExplanation> RunAsync(WaveKey wave, int row, CancellationToken cancellation)
    {
        var definitions = DefinitionItems.ToSet(await store.GetDefinitionsAsync(cancellation));
        var actuals = await store.GetActualsAsync(allRevisions: false, cancellation);
        var shown = ActualFeed.Rows(actuals, definitions);
        var found = new List<RowExplanation.Touched>();
        foreach (var (actual, published) in actuals.Zip(shown).Where(a => a.First.Wave == wave))
            found.Add(await TouchedAsync(definitions, actual, published, row, cancellation));
        if (found.Count == 0) throw ExplanationWords.NoWave(wave, actuals.Select(a => a.Wave).Distinct());
        if (!found.Exists(t => t.Use is not null)) await RequireRowAsync(actuals.Where(a => a.Wave == wave), row, cancellation);
        return new RowExplanation(wave.Survey, wave.FiscalYear.ToString(), wave.FiscalYear.FirstYear, row, found);
    }

    private async Task<RowExplanation.Touched> TouchedAsync(
        DefinitionSet definitions, Actual actual, ActualRow published, int row, CancellationToken cancellation)
    {
        var source = await RevisionSource.ReadAsync(store, actual, definitions, cancellation);
        var isRatio = source.Indicator.Rule.IsRatio;
        var touched = new RowExplanation.Touched(
            actual.Indicator, source.Indicator.Name, isRatio, actual.Revision, actual.Status,
            actual.Provenance.FileName, actual.Provenance.FileSha256, null, null, null);
        if (actual.Figure is not null && published.Value is null) return touched with { NoUseReason = published.NoValueReason };
        if (await source.CountAsync(store, cancellation) is not { } counted) return touched with { NoUseReason = ExplainActual.WhyNotCounted(source) };
        var at = Array.IndexOf(counted.RowNumbers, row);
        if (at < 0) return touched with { NoUseReason = ExplanationWords.NoSuchRow(row) };
        var use = counted.Count.Uses[at];
        return touched with { Use = use, UseInJapanese = ExplanationWords.OfRow(use, isRatio) };
    }

    /// <summary>A row that no file has is a mistake of the question, not an answer to it.</summary>
    private async Task RequireRowAsync(IEnumerable<Actual> actuals, int row, CancellationToken cancellation)
    {
        OperatorException? fault = null;
        foreach (var from in actuals.Select(a => (a.Wave, a.Provenance)).DistinctBy(a => (a.Provenance.SnapshotHash, a.Provenance.FileSha256)))
        {
            if (await store.FindSnapshotAsync(from.Wave, from.Provenance.SnapshotHash, from.Provenance.FileSha256, cancellation) is not { } header) return;
            var rows = (await store.ReadRespondentsAsync(header.SnapshotId, cancellation)).RowNumbers;
            if (rows.Contains(row)) return;
            if (rows.Length > 0) fault = ExplanationWords.NoRow(row, rows, header.Upload.FileName);
        }

        if (fault is not null) throw fault;
    }
}
