using Microsoft.Extensions.Options;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Worker.Work;

/// <summary>
/// Takes files in for the workers (受付): every door of the service ends here. A file is on the disk in full before its run
/// stands in the ledger; the same bytes for the same wave twice are one run.
/// </summary>
internal sealed class Intake(IStore store, IRunLedger ledger, StagingFolder staging, IOptions<SurveyCalcOptions> options)
{
    /// <summary>Receives a file.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="fileName">Name for people.</param>
    /// <param name="wave">The wave it is for.</param>
    /// <param name="by">Who sent it.</param>
    /// <param name="key">Names the request, such as a client's Idempotency-Key; null for the file's own.</param>
    /// <param name="cancellation">Stops it; nothing is received then.</param>
    /// <returns>The run that will import it, or that already does.</returns>
    /// <exception cref="OperatorException">Unknown survey or year, or too large.</exception>
    public async Task<Run> ReceiveAsync(Stream content, string fileName, WaveKey wave, string by, string? key, CancellationToken cancellation)
    {
        var definitions = DefinitionItems.ToSet(await store.GetDefinitionsAsync(cancellation));
        if (definitions.CodeBookOf(wave) is null)
            throw new OperatorException($"「{wave}」の符号表がありません。登録済み: {string.Join("、", definitions.CodeBooks.Select(b => b.Wave.ToString()))}。調査と年度を確かめるか、define で符号表を登録してください。");
        var file = await staging.ReceiveAsync(content, fileName, options.Value.UploadLimit, cancellation);
        var known = definitions.CodeBookOf(wave)!;
        var version = DefinitionItems.Of(known).Hash[..12] + DefinitionItems.Of(definitions.ProfileOf(wave)).Hash[..12];
        var request = new RunRequest(RunKind.Import, key ?? $"import/{DefinitionItems.KeyOf(wave)}/{file.Sha256}/{version}", wave, by, file);
        var run = await ledger.RequestAsync(request, cancellation);
        if (key is not null || run.State is not RunState.Succeeded) return run;

        // These bytes were imported once, and others have replaced them since: sent again, they count again.
        var current = (await store.GetWavesAsync(cancellation)).FirstOrDefault(w => w.Wave == wave);
        return current is null || current.Upload.Sha256 == file.Sha256
            ? run
            : await ledger.RequestAsync(request with { Key = FormattableString.Invariant($"{request.Key}/after-{current.SnapshotId}") }, cancellation);
    }
}
