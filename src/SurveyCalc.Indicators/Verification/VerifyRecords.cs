using SurveyCalc.Indicators.Actuals;

namespace SurveyCalc.Indicators.Verification;

/// <summary>
/// Verifies that a store still holds what was written to it (検証). Needs nothing but the store, and writes nothing.
/// </summary>
/// <remarks>
/// Who can write to the database can also rewrite the whole chain; a hash that was noted down outside of it, printed in
/// minutes for example, shows that.
/// </remarks>
public sealed class VerifyRecords(IStore store)
{
    /// <summary>What was verified, and what is wrong.</summary>
    /// <param name="Records">What the store holds.</param>
    /// <param name="Head">Hash of the last link, to note down; 64 zeros without any revision.</param>
    /// <param name="Findings">Empty when everything is as it was written.</param>
    public sealed record Outcome(StoredRecords Records, string Head, IReadOnlyList<Finding> Findings);

    /// <summary>Verifies everything.</summary>
    /// <param name="expected">A head hash noted down earlier, or null.</param>
    /// <param name="cancellation">Stops between snapshots.</param>
    /// <exception cref="OperatorException"><paramref name="expected"/> is no hash.</exception>
    public async Task<Outcome> RunAsync(string? expected, CancellationToken cancellation)
    {
        var hash = expected?.Trim().ToLowerInvariant();
        if (hash is not null && (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower)))
            throw new OperatorException($"控えのハッシュ値「{expected}」は64桁の16進数ではありません。verify が表示した「鎖のハッシュ値」をそのまま指定してください。");
        var records = await store.GetRecordsAsync(cancellation);
        List<Finding> findings =
        [
            .. ChainCheck.Of(records, hash),
            .. RevisionCheck.Of(records),
            .. StatementCheck.Of(records),
            .. DefinitionCheck.Of(records),
            .. await SnapshotCheck.OfAsync(store, records, cancellation),
        ];
        return new Outcome(records, records.Chain.Count == 0 ? RevisionChain.Genesis : records.Chain[^1].Hash, findings);
    }
}
