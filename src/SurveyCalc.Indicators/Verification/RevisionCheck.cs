using System.Globalization;
using SurveyCalc.Indicators.Actuals;

namespace SurveyCalc.Indicators.Verification;

/// <summary>
/// Revisions by themselves: columns say what the body says, numbers run without gaps, and 速報, 確定 and 訂正 follow each
/// other as they may.
/// </summary>
internal static class RevisionCheck
{
    public static IEnumerable<Finding> Of(StoredRecords records)
    {
        foreach (var one in records.Actuals.GroupBy(a => (a.Indicator, a.Survey, a.FiscalYear)))
        {
            var (expected, before) = (1L, (Actual?)null);
            foreach (var stored in one.OrderBy(a => a.Revision))
            {
                if (stored.Revision != expected) yield return VerificationFindings.RevisionGap(Name(stored), expected);
                expected = stored.Revision + 1;
                var actual = Body<Actual>.Read(stored.Body);
                if (actual is null) yield return VerificationFindings.UnreadableBody(Name(stored));
                else if (!Follows(before, actual)) yield return VerificationFindings.WrongSuccessor(Name(stored));
                foreach (var column in actual is null ? [] : Differing(stored, actual)) yield return VerificationFindings.ColumnDiffers(Name(stored), column);
                before = actual;
            }
        }
    }

    /// <summary>A revision for people.</summary>
    public static string Name(StoredActual a) =>
        string.Create(CultureInfo.InvariantCulture, $"実績 {a.Indicator} {a.Survey} {a.FiscalYear}年度 第{a.Revision}版");

    private static bool Follows(Actual? before, Actual actual) => actual.Status switch
    {
        Status.Preliminary => before is null or { Status: Status.Preliminary },
        Status.Final => before is { Status: Status.Preliminary } && before.Fingerprint == actual.Fingerprint && before.Figure == actual.Figure,
        _ => before is { Status: not Status.Preliminary } && actual.ApprovedBy.Length > 0 && actual.Why.Length > 0,
    };

    private static IEnumerable<string> Differing(StoredActual stored, Actual actual)
    {
        if (stored.Indicator != actual.Indicator) yield return "indicator";
        if (stored.Survey != actual.Wave.Survey) yield return "survey";
        if (stored.FiscalYear != actual.Wave.FiscalYear.FirstYear) yield return "fiscal_year";
        if (stored.Revision != actual.Revision) yield return "revision";
        if (stored.Status != actual.Status.ToString()) yield return "status";
        if (stored.Fingerprint != actual.Fingerprint) yield return "fingerprint";
        if (stored.Printed != actual.Figure?.Printed.ToString(CultureInfo.InvariantCulture)) yield return "printed";
        if (stored.Numerator != actual.Figure?.Numerator) yield return "numerator";
        if (stored.Denominator != actual.Figure?.Denominator) yield return "denominator";
    }
}
