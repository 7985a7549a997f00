using Microsoft.Extensions.Options;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Storage;

namespace SurveyCalc.Worker.Work;

/// <summary>
/// Removes received files that nobody needs any more (受付ファイルの片付け): all their runs ended so long ago, and the bytes are
/// kept as originals, or were not taken in. Any number of workers may do it at once, also while the same file comes in again.
/// </summary>
internal sealed class StagingSweep(
    StagingFolder staging, IRunLedger ledger, OriginalFolder? originals, IOptions<SurveyCalcOptions> options, TimeProvider time)
{
    /// <returns>How many were removed.</returns>
    /// <exception cref="OperatorException">The folder's rights do not let it.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        try
        {
            return await RemoveAsync(cancellation);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new OperatorException($"用の済んだ受付ファイルを消せません。データフォルダーの staging を読み書きする権限を確かめてください。({fault.Message})", fault);
        }
    }

    private async Task<int> RemoveAsync(CancellationToken cancellation)
    {
        var age = TimeSpan.FromDays(options.Value.StagedDays);
        var before = time.GetUtcNow() - age;
        var old = staging.FindBefore(before);
        if (old.Count == 0) return 0;
        var uses = (await ledger.GetFileUsesAsync(age, cancellation)).ToDictionary(use => use.Sha256, StringComparer.Ordinal);
        var removed = 0;
        foreach (var sha256 in old)
        {
            cancellation.ThrowIfCancellationRequested();
            if (MayGo(sha256, uses.GetValueOrDefault(sha256)) && staging.Remove(sha256, before)) removed++;
        }

        return removed;
    }

    /// <summary>A file without a run was received and never entered: its sender was told nothing, or that it failed.</summary>
    private bool MayGo(string sha256, FileUse? use) =>
        use is not { IsNeeded: true } && (use is not { WasAccepted: true } || originals is null || originals.Holds(sha256));
}
