namespace SurveyCalc.Indicators.Verification;

/// <summary>One link of the chain over all revisions (改訂の鎖).</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="ActualId">The revision.</param>
/// <param name="PreviousHash">Hash of the link before.</param>
/// <param name="Hash">See <see cref="Actuals.RevisionChain"/>.</param>
public sealed record ChainLink(long Sequence, long ActualId, string PreviousHash, string Hash);
