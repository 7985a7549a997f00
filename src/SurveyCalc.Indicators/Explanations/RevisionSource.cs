using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Indicators.Weighting;

namespace SurveyCalc.Indicators.Explanations;

/// <summary>The versions that one revision was computed from (改訂の元), read from the store.</summary>
/// <param name="Actual">The revision as stored, not yet through the gate.</param>
/// <param name="Indicator">The indicator's version.</param>
/// <param name="CodeBook">The code book's version.</param>
/// <param name="Settings">The settings' version.</param>
/// <param name="Tables">The population tables' versions.</param>
/// <param name="Header">The snapshot; null when its answers are no longer there.</param>
internal sealed record RevisionSource(
    Actual Actual, Indicator Indicator, CodeBook CodeBook, SurveySettings Settings, IReadOnlyList<PopulationBreakdown> Tables, WaveHeader? Header)
{
    /// <summary>The rule in the words of the code book; null when it cannot be bound.</summary>
    public BoundRule? Rule { get; } = BoundRule.TryBind(Indicator, CodeBook, out var rule, out _) ? rule : null;

    /// <exception cref="OperatorException">A version is missing.</exception>
    public static async Task<RevisionSource> ReadAsync(IStore store, Actual actual, DefinitionSet current, CancellationToken cancellation)
    {
        var from = actual.Provenance;
        var indicator = await FindAsync(DefinitionKind.Indicator, from.IndicatorHash, "指標の定義");
        var codeBook = await FindAsync(DefinitionKind.CodeBook, from.CodeBookHash, "符号表");
        var defaults = DefinitionItems.Of(new SurveySettings { Survey = actual.Wave.Survey });
        var settings = from.SettingsHash == defaults.Hash ? defaults : await FindAsync(DefinitionKind.Survey, from.SettingsHash, "調査の設定");
        var tables = new List<PopulationBreakdown>();
        foreach (var hash in from.PopulationTableHashes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            tables.Add(DefinitionItems.Read<PopulationBreakdown>(await FindAsync(DefinitionKind.PopulationBreakdown, hash, "人口表")));
        return new RevisionSource(
            actual, DefinitionItems.ToIndicator(indicator), DefinitionItems.ToCodeBook(codeBook), DefinitionItems.Read<SurveySettings>(settings),
            from.PopulationTableHashes.Length > 0 ? tables : current.PopulationBreakdownsOf(actual.Wave),
            await store.FindSnapshotAsync(actual.Wave, from.SnapshotHash, from.FileSha256, cancellation));

        async Task<DefinitionItem> FindAsync(DefinitionKind kind, string hash, string what) =>
            await store.FindDefinitionAsync(kind, hash, cancellation) ?? throw ExplanationWords.VersionMissing(actual, what, hash);
    }

    /// <summary>
    /// Counts the rows again and compares with the stored figure. Only for a rule that binds and answers that are there.
    /// </summary>
    /// <returns>Null when the revision has neither figure nor counts.</returns>
    /// <exception cref="OperatorException">The stored answers do not give the stored figure.</exception>
    public async Task<CountedRows?> CountAsync(IStore store, CancellationToken cancellation)
    {
        if (Rule is null || Header is null || (Actual.Figure is null && Actual.Roles == default)) return null;
        var snapshot = await store.ReadSnapshotAsync(Header.SnapshotId, CountWave.QuestionsOf([Rule], [], Settings), cancellation);
        var rows = (await store.ReadRespondentsAsync(Header.SnapshotId, cancellation)).RowNumbers;
        if (rows.Length != snapshot.Respondents) throw ExplanationWords.RowsMissing(Actual);
        WaveFrame? frame = null;
        if (BuildWaveFrame.IsNeeded(snapshot, Settings))
        {
            var population = Actual.Figure?.Population is { } count ? new Population(Actual.Wave, count) : null;
            var outcome = BuildWaveFrame.Of(snapshot, CodeBook, Settings, population, Tables);
            frame = outcome.Frame ?? throw ExplanationWords.Disagrees(Actual, [("ウエイト", "あり", string.Concat(outcome.Reasons))]);
        }

        var counted = RowCount.Of(snapshot, Rule, frame);
        StoredFigure.Require(Actual, Indicator, counted);
        return new CountedRows(counted, frame, rows);
    }

    /// <param name="Count">The recount.</param>
    /// <param name="Frame">Design and weights; null when every respondent counts as one.</param>
    /// <param name="RowNumbers">Row of the file of each respondent, in row order.</param>
    internal sealed record CountedRows(RowCount Count, WaveFrame? Frame, int[] RowNumbers);
}
