using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Indicators.Weighting;

namespace SurveyCalc.Indicators.Computation;

/// <summary>
/// Breaks the stored waves down on request (集計区分別の実績), with the definitions in force. Nothing is stored.
/// </summary>
public sealed class BreakDownStored(IStore store, TimeProvider time)
{
    /// <summary>Counts every indicator for everybody and every cell.</summary>
    /// <param name="surveys">Which surveys; every wave of them is counted, so that changes and suppression see all.</param>
    /// <param name="breakdowns">What by; a wave that lacks an attribute leaves that one out.</param>
    /// <param name="ruleOf">Counts every year by the rule of this one, a series of its own; null for each year's own rule.</param>
    /// <param name="cancellation">Stops between waves.</param>
    /// <returns>Revision 0: computed, not stored.</returns>
    public async Task<IReadOnlyList<Actual>> RunAsync(
        Predicate<string> surveys, IReadOnlyList<Breakdown> breakdowns, FiscalYear? ruleOf, CancellationToken cancellation)
    {
        var items = await store.GetDefinitionsAsync(cancellation);
        var definitions = DefinitionItems.ToSet(items);
        var books = CountStoredWave.BooksOf(items, definitions);
        if (ruleOf is { } year) definitions = definitions.UnderRuleOf(year);
        var (waves, tallies) = (new List<PlannedWave>(), new List<WaveTallies>());
        foreach (var header in (await store.GetWavesAsync(cancellation)).Where(h => surveys(h.Wave.Survey)))
        {
            var wave = await CountStoredWave.PlanAsync(store, books, header, cancellation);
            var rules = definitions.Indicators.Where(i => i.Survey == header.Wave.Survey).Select(i => wave.Bind(i, out _)).OfType<BoundRule>().ToList();
            var by = breakdowns.Where(b => b.Questions.All(q => wave.CodeBook.Find(q)?.IsAttribute() == true)).ToList();
            waves.Add(wave);
            tallies.Add(await CountStoredWave.OfAsync(store, definitions, wave, header, rules, by, cancellation));
        }

        var at = time.GetUtcNow();
        return ComputeActuals.Of(definitions, PlanActuals.Of(definitions, waves, at), tallies, at);
    }
}
