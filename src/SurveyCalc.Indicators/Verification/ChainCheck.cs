using SurveyCalc.Indicators.Actuals;

namespace SurveyCalc.Indicators.Verification;

/// <summary>The chain over all revisions: every link follows the one before, and every body has the hash of its link.</summary>
internal static class ChainCheck
{
    /// <summary>What is wrong with the chain.</summary>
    /// <param name="records">Everything stored.</param>
    /// <param name="expected">A hash noted down earlier; null when there is none.</param>
    public static IEnumerable<Finding> Of(StoredRecords records, string? expected)
    {
        var actuals = records.Actuals.ToDictionary(a => a.Id);
        var (sequence, previous) = (0L, RevisionChain.Genesis);
        foreach (var link in records.Chain)
        {
            if (link.Sequence != ++sequence) yield return VerificationFindings.SequenceGap(sequence, link.Sequence);
            sequence = link.Sequence;
            if (!actuals.Remove(link.ActualId, out var actual)) yield return VerificationFindings.LinkWithoutActual(link);
            else if (link.PreviousHash != previous) yield return VerificationFindings.BrokenLink(link, RevisionCheck.Name(actual));
            else if (link.Hash != RevisionChain.HashOf(previous, actual.Body)) yield return VerificationFindings.AlteredActual(link, RevisionCheck.Name(actual));
            previous = link.Hash;
        }

        foreach (var actual in actuals.Values.OrderBy(a => a.Id)) yield return VerificationFindings.ActualWithoutLink(RevisionCheck.Name(actual));
        if (expected is not null && expected != RevisionChain.Genesis && records.Chain.All(l => l.Hash != expected)) yield return VerificationFindings.UnexpectedHash(expected);
    }
}
