using System.Globalization;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Indicators.Runs;

namespace SurveyCalc.Worker.Pages;

/// <summary>What one file did to an indicator of its wave: the published value before it and after (取込前・取込後).</summary>
/// <param name="Before">The revision before the file's first one; null when it is the first of all.</param>
/// <param name="After">The file's last revision; of a confirmed actual, that one, which stays.</param>
/// <param name="IsHeld">The confirmed value stays although the file gives another one.</param>
internal sealed record UploadEffects(ActualRow? Before, ActualRow After, bool IsHeld)
{
    public string BeforeText => Before is null ? "なし" : ValueOf(Before);

    public string AfterText => ValueOf(After);

    public string Standing => IsHeld ? $"{After.Status.InJapanese()}値のまま(再計算との差異あり)" : After.Status.InJapanese();

    /// <summary>By indicator; empty when the file changed nothing.</summary>
    public static async Task<IReadOnlyList<UploadEffects>> OfAsync(Run run, PublishedRevisions published, IStore store, CancellationToken cancellation)
    {
        var (wave, sha256) = (run.Request.Wave!.Value, run.Request.File!.Sha256);
        var rows = (await published.OfWaveAsync(wave, cancellation)).Items.Select(i => i.Row).OrderBy(r => r.Indicator, StringComparer.Ordinal);
        var held = (await store.GetDifferencesAsync(cancellation))
            .Where(d => d.Wave == wave && d.Recomputed.Provenance.FileSha256 == sha256).Select(d => (d.Indicator, d.Revision)).ToHashSet();
        return [.. rows.GroupBy(r => r.Indicator, StringComparer.Ordinal).Select(g => Of([.. g.OrderBy(r => r.Revision)], sha256, held)).OfType<UploadEffects>()];
    }

    private static UploadEffects? Of(IReadOnlyList<ActualRow> revisions, string sha256, HashSet<(string, int)> held)
    {
        if (revisions.LastOrDefault(r => held.Contains((r.Indicator, r.Revision))) is { } confirmed) return new UploadEffects(confirmed, confirmed, IsHeld: true);
        if (revisions.LastOrDefault(r => r.FileSha256 == sha256) is not { } after) return null;
        var first = revisions.First(r => r.FileSha256 == sha256);
        return new UploadEffects(revisions.LastOrDefault(r => r.Revision < first.Revision), after, IsHeld: false);
    }

    private static string ValueOf(ActualRow row) => row.Value is { } value
        ? value.ToString("#,##0." + new string('0', value.Scale), CultureInfo.InvariantCulture) + row.Unit
        : row.IsWithheld ? "秘匿" : "値なし";
}
