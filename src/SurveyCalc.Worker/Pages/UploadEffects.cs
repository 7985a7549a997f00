using System.Globalization;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Worker.Pages;

/// <summary>What one file did to an actual: what was published before it and after (取込前・取込後).</summary>
/// <param name="Before">The revision before the file's first one; null when it is the first of all.</param>
/// <param name="After">The file's last revision; of a confirmed actual, that one, which stays.</param>
/// <param name="IsHeld">The confirmed actual stays although the file gives another one.</param>
internal sealed record UploadEffects(ActualRow? Before, ActualRow After, bool IsHeld)
{
    public string BeforeText => Before is null ? "なし" : ValueOf(Before);

    public string AfterText => ValueOf(After);

    public string BeforeChange => Before is null ? "なし" : ChangeOf(Before);

    public string AfterChange => ChangeOf(After);

    public string Standing => IsHeld ? $"{After.Status.InJapanese()}値のまま(再計算との差異あり)" : After.Status.InJapanese();

    /// <summary>
    /// By indicator: the figures of the file's own wave, and the figures of later waves whose change (前回差) is now another
    /// one. Both are empty when the file changed nothing.
    /// </summary>
    /// <param name="wave">The file's wave.</param>
    /// <param name="sha256">Its SHA-256.</param>
    /// <param name="published">What may be shown.</param>
    /// <param name="store">Tells what each revision was made of.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<(IReadOnlyList<UploadEffects> Own, IReadOnlyList<UploadEffects> Later)> OfAsync(
        WaveKey wave, string sha256, PublishedRevisions published, IStore store, CancellationToken cancellation)
    {
        var rows = new List<(Actual Actual, ActualRow Row)>();
        foreach (var one in (await store.GetWavesAsync(cancellation)).Select(w => w.Wave).Where(w => w.Survey == wave.Survey && w.FiscalYear >= wave.FiscalYear))
            rows.AddRange(await ReadAsync(one, published, store, cancellation));
        var recomputed = (await store.GetDifferencesAsync(cancellation)).Select(d => (Actual: d.Recomputed, d.Revision)).ToList();
        var snapshots = rows.Select(r => r.Actual).Concat(recomputed.Select(d => d.Actual)).Where(a => a.Wave == wave && a.Provenance.FileSha256 == sha256)
            .Select(a => a.Provenance.SnapshotHash).ToHashSet(StringComparer.Ordinal);
        return (
            Effects(a => a.Wave == wave, a => a.Provenance.FileSha256 == sha256),
            [.. Effects(a => a.Wave.Survey == wave.Survey && a.Change.Against == wave.FiscalYear, a => snapshots.Contains(a.Provenance.PreviousSnapshotHash))
                .Where(e => e.IsHeld || (e.Before is not null && e.BeforeChange != e.AfterChange))]);

        List<UploadEffects> Effects(Predicate<Actual> isOne, Predicate<Actual> isOfFile)
        {
            var held = recomputed.Where(d => isOne(d.Actual) && isOfFile(d.Actual)).Select(d => (d.Actual.Indicator, d.Actual.Wave, d.Revision)).ToHashSet();
            return [.. rows.Where(r => isOne(r.Actual)).GroupBy(r => (r.Actual.Indicator, r.Actual.Wave))
                .Select(g => Of([.. g.OrderBy(r => r.Actual.Revision)], a => held.Contains((a.Indicator, a.Wave, a.Revision)), isOfFile)).OfType<UploadEffects>()];
        }
    }

    /// <summary>Every revision of a wave as it is stored and as it may be shown.</summary>
    private static async Task<IEnumerable<(Actual Actual, ActualRow Row)>> ReadAsync(
        WaveKey wave, PublishedRevisions published, IStore store, CancellationToken cancellation)
    {
        var rows = (await published.OfWaveAsync(wave, cancellation)).Items.ToDictionary(i => (i.Row.Indicator, i.Row.Revision), i => i.Row);
        var codes = rows.Keys.Select(k => k.Indicator).ToHashSet(StringComparer.Ordinal);
        var (_, stored) = await store.GetRevisionsAsync(new RevisionQuery { Indicators = codes, Wave = wave }, cancellation);
        return stored.Select(r => r.Actual).Where(a => rows.ContainsKey((a.Indicator, a.Revision))).OrderBy(a => a.Indicator, StringComparer.Ordinal)
            .Select(a => (a, rows[(a.Indicator, a.Revision)]));
    }

    private static UploadEffects? Of(List<(Actual Actual, ActualRow Row)> revisions, Predicate<Actual> isHeld, Predicate<Actual> isOfFile)
    {
        if (revisions.FindLast(r => isHeld(r.Actual)) is { Row: { } confirmed }) return new UploadEffects(confirmed, confirmed, IsHeld: true);
        var first = revisions.FindIndex(r => isOfFile(r.Actual));
        return first < 0 ? null : new UploadEffects(first == 0 ? null : revisions[first - 1].Row, revisions.FindLast(r => isOfFile(r.Actual)).Row, IsHeld: false);
    }

    private static string ValueOf(ActualRow row) => row.Value is { } value
        ? Number(value) + row.Unit
        : row.IsWithheld ? "秘匿" : "値なし";

    private static string ChangeOf(ActualRow row) => row.Change is { } change
        ? $"{(change > 0 ? "+" : "")}{Number(change)}{(row.Unit is "%" ? "ポイント" : row.Unit)}({row.ChangeVerdict.InJapanese()})"
        : row.ChangeVerdict.InJapanese();

    private static string Number(decimal value) => value.ToString("#,##0." + new string('0', value.Scale), CultureInfo.InvariantCulture);
}
