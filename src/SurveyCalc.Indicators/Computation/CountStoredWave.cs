using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Computation;

/// <summary>Reads what a count needs of a stored snapshot, and no more, and counts it.</summary>
internal static class CountStoredWave
{
    /// <summary>The wave with the code book version that its answers were checked with.</summary>
    public static async Task<PlannedWave> PlanAsync(IStore store, WaveHeader header, CancellationToken cancellation)
    {
        var item = await store.FindDefinitionAsync(DefinitionKind.CodeBook, header.CodeBookHash, cancellation)
            ?? throw new InvalidOperationException($"The code book version {header.CodeBookHash} of {header.Wave} is missing. Restore the database from a backup.");
        var source = new WaveSource(header.Upload.FileName, header.Upload.Sha256, header.ContentHash, header.CodeBookHash);
        return new PlannedWave(source, DefinitionItems.ToCodeBook(item));
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
