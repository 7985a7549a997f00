using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Verification;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators;

/// <summary>
/// Where definitions, waves and actuals live. Every method is atomic: it is done in full or not at all, and what it
/// returns was true at one moment. Both stores pass the same contract tests.
/// </summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>Creates the schema or brings it up to this version. Does nothing when it is up to date.</summary>
    /// <returns>Names of the steps that were applied, in order; empty when it was up to date.</returns>
    /// <exception cref="OperatorException">The schema is newer than this program, or was altered.</exception>
    Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellation);

    /// <summary>The latest version of every definition, ordered by kind and key (ordinal).</summary>
    Task<IReadOnlyList<DefinitionItem>> GetDefinitionsAsync(CancellationToken cancellation);

    /// <summary>One version of a definition by its hash, or null; snapshots refer to code books so.</summary>
    Task<DefinitionItem?> FindDefinitionAsync(DefinitionKind kind, string hash, CancellationToken cancellation);

    /// <summary>
    /// Makes a new version of every definition whose hash differs from its latest version; the others stay untouched.
    /// </summary>
    /// <returns>Only what changed, in the order given; empty when nothing did, and then nothing was written.</returns>
    Task<IReadOnlyList<DefinitionChange>> SaveDefinitionsAsync(
        IReadOnlyList<DefinitionItem> items, DateTimeOffset at, string by, CancellationToken cancellation);

    /// <summary>The current (latest) snapshot of every wave, ordered by survey (ordinal) and year.</summary>
    Task<IReadOnlyList<WaveHeader>> GetWavesAsync(CancellationToken cancellation);

    /// <summary>
    /// The latest snapshot of the wave with this content that came from these bytes, current or not; null when there is
    /// none. The content alone does not tell the file: other bytes may hold the same answers in other rows.
    /// </summary>
    Task<WaveHeader?> FindSnapshotAsync(WaveKey wave, string contentHash, string fileSha256, CancellationToken cancellation);

    /// <summary>
    /// Stores an accepted file's snapshot and its report; it becomes the wave's current one. When the current one came from
    /// the same bytes, read with the same profile and the same code book, stores nothing and returns it.
    /// </summary>
    Task<WaveHeader> SaveWaveAsync(Upload upload, WaveSnapshot snapshot, ImportReport report, CancellationToken cancellation);

    /// <summary>Reads a snapshot with the columns of these questions, its weights, and nothing else.</summary>
    /// <param name="snapshotId">Id from a <see cref="WaveHeader"/>.</param>
    /// <param name="questions">Question ids; those that the snapshot lacks are left out.</param>
    /// <param name="cancellation">Stops the read.</param>
    /// <exception cref="KeyNotFoundException">No such snapshot.</exception>
    Task<WaveSnapshot> ReadSnapshotAsync(long snapshotId, IReadOnlyCollection<string> questions, CancellationToken cancellation);

    /// <summary>Row numbers and respondent ids of a snapshot, in row order.</summary>
    /// <exception cref="KeyNotFoundException">No such snapshot.</exception>
    Task<(int[] RowNumbers, string[] RespondentIds)> ReadRespondentsAsync(long snapshotId, CancellationToken cancellation);

    /// <summary>
    /// Actuals ordered by indicator (ordinal), year and revision: the latest revision of each, or the whole history.
    /// </summary>
    Task<IReadOnlyList<Actual>> GetActualsAsync(bool allRevisions, CancellationToken cancellation);

    /// <summary>How far the store is; costs next to nothing.</summary>
    Task<StoreMark> GetMarkAsync(CancellationToken cancellation);

    /// <summary>Some revisions in the order of the chain, and how far the store was when they were read.</summary>
    Task<(StoreMark Mark, IReadOnlyList<ChainedActual> Revisions)> GetRevisionsAsync(RevisionQuery query, CancellationToken cancellation);

    /// <summary>Summaries of all revisions behind a place in the chain, in its order, and how far the store was when they were read.</summary>
    Task<(StoreMark Mark, IReadOnlyList<RevisionSummary> Summaries)> GetSummariesAsync(long after, CancellationToken cancellation);

    /// <summary>
    /// Appends a preliminary revision for every computed actual whose fingerprint differs from the latest revision of its
    /// indicator and wave. Where that one is confirmed (確定・訂正) it stays, and a difference report is stored instead, once
    /// per revision and fingerprint; see <see cref="RevisionRules"/>. Every revision extends the chain.
    /// </summary>
    /// <exception cref="ArgumentException">An actual is not preliminary.</exception>
    Task<AppendedActuals> AppendActualsAsync(IReadOnlyList<Actual> actuals, CancellationToken cancellation);

    /// <summary>
    /// Appends confirmed revisions (確定・訂正), each numbered one above the latest that its author saw; all or none.
    /// </summary>
    /// <exception cref="OperatorException">Somebody was faster: another revision or proposal is the latest.</exception>
    /// <exception cref="ArgumentException">A revision may not stand there, see <see cref="RevisionRules.Confirm"/>.</exception>
    Task ConfirmActualsAsync(IReadOnlyList<Actual> revisions, CancellationToken cancellation);

    /// <summary>All difference reports ever stored, by indicator (ordinal), year and then as they were found.</summary>
    Task<IReadOnlyList<DifferenceReport>> GetDifferencesAsync(CancellationToken cancellation);

    /// <summary>Stores a proposal; it replaces an earlier one for its indicator and wave, which is kept.</summary>
    /// <returns>The proposal with its number.</returns>
    /// <exception cref="OperatorException">The revision to correct is no longer the latest, or is not confirmed.</exception>
    Task<CorrectionProposal> ProposeCorrectionAsync(CorrectionProposal proposal, CancellationToken cancellation);

    /// <summary>All proposals ever stored, by indicator (ordinal), year and number.</summary>
    Task<IReadOnlyList<CorrectionProposal>> GetProposalsAsync(CancellationToken cancellation);

    /// <summary>Everything that is verified, as it is stored and unread, at one moment.</summary>
    Task<StoredRecords> GetRecordsAsync(CancellationToken cancellation);
}
