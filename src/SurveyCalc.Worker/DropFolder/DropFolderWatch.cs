using Microsoft.Extensions.Options;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Storage;
using SurveyCalc.Worker.Work;

namespace SurveyCalc.Worker.DropFolder;

/// <summary>
/// Takes in files that are laid into a folder (受付フォルダー). A file stays where it is until its run has ended; what is
/// remembered here may be lost: the same bytes are the same run.
/// </summary>
internal sealed partial class DropFolderWatch(
    Intake intake, IRunLedger ledger, StagingFolder staging, IOptions<SurveyCalcOptions> settings, TimeProvider time, ILogger<DropFolderWatch> log)
    : BackgroundService
{
    /// <summary>A file without a slip waits so long for one.</summary>
    private static readonly TimeSpan PatienceForSlip = TimeSpan.FromMinutes(10);

    private readonly string root = Path.GetFullPath(settings.Value.DropFolder);
    private Dictionary<string, Seen> seen = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                Directory.CreateDirectory(root);
                await LookAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or StoreException)
            {
                Unreadable(log, fault.GetType().Name, fault.Message);
            }
            catch (Exception fault)
            {
                // The message of an unforeseen fault may hold a cell of a file.
                Unreadable(log, fault.GetType().Name, fault.StackTrace ?? "");
            }

            await Task.Delay(settings.Value.DropInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        var now = new Dictionary<string, Seen>(StringComparer.Ordinal);
        var archive = new DropArchive(root, staging, time);
        foreach (var file in DroppedFile.FindAll(root))
        {
            var before = seen.GetValueOrDefault(file.Path);
            var isSame = before is not null && before.File == file;
            try
            {
                if (isSame && before!.RunId is { } id)
                {
                    if (await ledger.FindRunAsync(id, cancellation) is { State: RunState.Succeeded or RunState.Rejected } ended) archive.PutAway(file, ended);
                    else now[file.Path] = before;
                }
                else if (!file.HasMark && !isSame)
                {
                    now[file.Path] = new Seen(file, null, time.GetUtcNow());
                }
                else if (await TakeAsync(file, before?.Since ?? time.GetUtcNow(), archive, cancellation) is { } taken)
                {
                    now[file.Path] = taken;
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // Another server put it away, or somebody holds it: the next look tells.
                Unreadable(log, fault.GetType().Name, fault.Message);
            }
        }

        seen = now;
    }

    /// <summary>Hands a complete file to the workers.</summary>
    /// <returns>What to remember; null when the file was refused.</returns>
    private async Task<Seen?> TakeAsync(DroppedFile file, DateTimeOffset since, DropArchive archive, CancellationToken cancellation)
    {
        var slip = archive.SlipOf(file);
        if (file.FindWave(slip, out var reason) is not { } wave)
        {
            if (slip is null && file.Place.Length == 0 && !file.HasMark && time.GetUtcNow() - since < PatienceForSlip) return new Seen(file, null, since);
            archive.Refuse(file, reason);
            Refused(log);
            return null;
        }

        try
        {
            if (DroppedFile.IsLink(new FileInfo(file.Path))) return null;
            await using var content = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (DroppedFile.IsLink(new FileInfo(file.Path)) || content.Length != file.Size) return null;
            var run = await intake.ReceiveAsync(content, file.Name, wave, "受付フォルダー", null, cancellation);
            Taken(log, run.Id);
            FailPoint.Pass("drop.taken");
            return new Seen(file, run.Id, since);
        }
        catch (OperatorException refusal) when (refusal is not StoreException)
        {
            archive.Refuse(file, refusal.Message);
            Refused(log);
            return null;
        }
    }

    /// <param name="File">As it was.</param>
    /// <param name="RunId">Its run; null while it may still grow.</param>
    /// <param name="Since">First seen so.</param>
    private sealed record Seen(DroppedFile File, long? RunId, DateTimeOffset Since);

    [LoggerMessage(Level = LogLevel.Information, Message = "A file of the drop folder is run {RunId}")]
    private static partial void Taken(ILogger log, long runId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file of the drop folder was refused; the reason lies beside it in rejected")]
    private static partial void Refused(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The drop folder, or a file of it, cannot be used now: {Fault}: {Text}")]
    private static partial void Unreadable(ILogger log, string fault, string text);
}
