namespace SurveyCalc.Indicators.Actuals;

/// <summary>
/// The hash chain over all revisions of a store in the order they were written (改訂の鎖). Whoever notes down a hash can
/// later tell whether everything up to it is still what it was.
/// </summary>
public static class RevisionChain
{
    /// <summary>What stands before the first revision.</summary>
    public static string Genesis { get; } = new('0', 64);

    /// <summary>SHA-256 over the hash before and the canonical body of the revision, lower-case hex.</summary>
    public static string HashOf(string previousHash, string body) => CanonicalJson.Hash($"{previousHash}\n{body}");
}
