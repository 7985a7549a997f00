using System.Globalization;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Verification;

/// <summary>Snapshots: the answers still have the hash they were stored with, and their code book version is there.</summary>
internal static class SnapshotCheck
{
    /// <summary>Reads one snapshot after the other, each in full.</summary>
    public static async Task<IReadOnlyList<Finding>> OfAsync(IStore store, StoredRecords records, CancellationToken cancellation)
    {
        var codeBooks = records.Definitions.Where(d => d.Kind == (long)DefinitionKind.CodeBook).Select(d => d.Hash).ToHashSet(StringComparer.Ordinal);
        var findings = new List<Finding>();
        foreach (var stored in records.Snapshots)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"回答 {stored.Survey} {stored.FiscalYear}年度(取込 {stored.Id})");
            if (!codeBooks.Contains(stored.CodeBookHash)) findings.Add(VerificationFindings.MissingCodeBook(name));
            try
            {
                var snapshot = await store.ReadSnapshotAsync(stored.Id, stored.Questions, cancellation);
                var (_, ids) = await store.ReadRespondentsAsync(stored.Id, cancellation);
                if (SnapshotHash.Of(stored.CodeBookHash, snapshot.Respondents, snapshot.Columns.Values, snapshot.Weights, ids) != stored.ContentHash)
                    findings.Add(VerificationFindings.AlteredSnapshot(name));
            }
            catch (OperatorException fault)
            {
                findings.Add(VerificationFindings.UnreadableSnapshot(name, fault.Message));
            }
        }

        return findings;
    }
}
