using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Computation;

/// <summary>Reads what a count needs of a stored snapshot, and no more, and counts it.</summary>
internal static class CountStoredWave
{
    /// <summary>The wave with the code book version that its answers were checked with.</summary>
    /// <param name="store">Asked for versions that are no longer in force, and no others: a query for each wave is slow.</param>
    /// <param name="inForce">Code books by their hash.</param>
    /// <param name="header">The wave.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task<PlannedWave> PlanAsync(
        IStore store, IReadOnlyDictionary<string, CodeBook> inForce, WaveHeader header, CancellationToken cancellation)
    {
        var source = new WaveSource(header.Upload.FileName, header.Upload.Sha256, header.ContentHash, header.CodeBookHash);
        if (inForce.TryGetValue(header.CodeBookHash, out var book)) return new PlannedWave(source, book);
        var item = await store.FindDefinitionAsync(DefinitionKind.CodeBook, header.CodeBookHash, cancellation)
            ?? throw new InvalidOperationException($"The code book version {header.CodeBookHash} of {header.Wave} is missing. Restore the database from a backup.");
        return new PlannedWave(source, DefinitionItems.ToCodeBook(item));
    }

    /// <summary>The code books of some items by their hash.</summary>
    public static IReadOnlyDictionary<string, CodeBook> BooksOf(IEnumerable<DefinitionItem> items, DefinitionSet definitions)
    {
        var byKey = definitions.CodeBooks.ToDictionary(b => DefinitionItems.KeyOf(b.Wave), StringComparer.Ordinal);
        return items.Where(i => i.Kind is DefinitionKind.CodeBook).ToDictionary(i => i.Hash, i => byKey[i.Key], StringComparer.Ordinal);
    }

    /// <summary>Counts it.</summary>
    public static async Task<WaveTallies> OfAsync(
        IStore store, DefinitionSet definitions, PlannedWave wave, WaveHeader header, IReadOnlyList<BoundRule> rules,
        IReadOnlyList<Breakdown> breakdowns, CancellationToken cancellation)
    {
        var settings = definitions.SettingsOf(wave.Wave.Survey);
        var snapshot = await store.ReadSnapshotAsync(header.SnapshotId, CountWave.QuestionsOf(rules, breakdowns, settings), cancellation);
        if (settings.Overlap.Kind is OverlapKind.SamePeople)
            snapshot = snapshot with { RespondentIds = (await store.ReadRespondentsAsync(header.SnapshotId, cancellation)).RespondentIds };
        return CountWave.Of(definitions, wave, snapshot, rules, breakdowns);
    }
}
