using Microsoft.Extensions.Options;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Storage;

namespace SurveyCalc.Worker.Work;

/// <summary>
/// Takes runs from the ledger and works on them, several at a time (処理係). Any number of processes may do so on one
/// database.
/// </summary>
internal sealed partial class RunWorker(
    IRunLedger ledger, RunWork work, RunMeter meter, IOptions<SurveyCalcOptions> settings, TimeProvider time, ILogger<RunWorker> log) : BackgroundService
{
    private readonly SurveyCalcOptions options = settings.Value;
    private readonly string node = $"{Environment.MachineName}/{Environment.ProcessId}";

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.ParallelRuns).Select(_ => WorkAsync(stoppingToken)));

    private async Task WorkAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var isIdle = true;
            try
            {
                if (await ledger.TakeAsync(node, options.Silence, stopping) is { } run)
                {
                    isIdle = false;
                    await HoldAsync(run, stopping);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (OperatorException fault)
            {
                isIdle = true;
                StoreFailed(log, fault.Message);
            }
            catch (Exception fault)
            {
                // The run keeps its lease until its silence lets another take it; the others go on.
                isIdle = true;
                Stumbled(log, fault.GetType().Name, fault.StackTrace ?? "");
            }

            if (isIdle) await Task.Delay(options.PollInterval, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task HoldAsync(Run run, CancellationToken stopping)
    {
        var lease = new Lease(run.Id, run.Epoch);
        using var heart = new Heartbeat(ledger, lease, options.Silence, log);
        using var finished = new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping, heart.Lost);
        var beating = heart.BeatAsync(finished.Token);
        var started = time.GetTimestamp();
        Taken(log, run.Id, run.Request.Kind, run.Attempt);
        try
        {
            // A run whose worker died each time counts as one that fails each time.
            if (run.Attempt > options.Attempts) throw new OperatorException($"処理の途中で{run.Attempt - 1}回、プログラムが止まりました。記録(ログ)とメモリー・ディスクの空きを確かめてから、run-again で再実行してください。");
            var outcome = await work.PerformAsync(run, ledger.Under(lease), heart.Report, stop.Token);
            FailPoint.Pass("run.performed");
            await ledger.FinishAsync(lease, outcome, CancellationToken.None);
            FailPoint.Pass("run.finished");
            meter.Ended(run.Request.Kind, outcome.State, time.GetElapsedTime(started), outcome);
            Ended(log, run.Id, run.Request.Kind, outcome.State, outcome.RowsIn, outcome.RowsOut);
        }
        catch (Exception fault) when (fault is SupersededException || heart.Lost.IsCancellationRequested)
        {
            Superseded(log, run.Id, run.Epoch);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await HandBackAsync(lease, "停止の指示を受けて中断しました。起動後に続けます。", TimeSpan.Zero);
        }
        catch (Exception fault)
        {
            var delay = RetryRule.DelayAfter(fault, run.Attempt, options, Jitter());
            // The message of an unforeseen fault may hold a cell of the file.
            var isKnown = fault is OperatorException || RetryRule.MayPass(fault);
            if (isKnown) Failed(log, run.Id, run.Attempt, delay, fault.GetType().Name, fault.Message);
            else Failed(log, run.Id, run.Attempt, delay, fault.GetType().Name, fault.StackTrace ?? "");
            var text = FullDisk.Is(fault) ? FullDisk.Remedy
                : isKnown ? fault.Message
                : $"プログラムの誤り({fault.GetType().Name})で止まりました。記録(ログ)の処理番号{run.Id}の行を開発元に伝えてください。";
            if (delay is null) meter.Ended(run.Request.Kind, RunState.Dead, time.GetElapsedTime(started), null);
            await HandBackAsync(lease, text, delay);
        }
        finally
        {
            await finished.CancelAsync();
            await beating;
        }
    }

    private async Task HandBackAsync(Lease lease, string message, TimeSpan? delay)
    {
        try
        {
            await ledger.FailAsync(lease, message, delay, CancellationToken.None);
        }
        catch (SupersededException)
        {
            Superseded(log, lease.RunId, lease.Epoch);
        }
        catch (StoreException fault) when (fault.IsTransient)
        {
            // Its silence lets another take it.
            StoreFailed(log, fault.Message);
        }
    }

    // Spreads retries in time; no figure depends on it.
    private static double Jitter() => Random.Shared.NextDouble();

    [LoggerMessage(Level = LogLevel.Information, Message = "Run {RunId} ({Kind}) taken, attempt {Attempt}")]
    private static partial void Taken(ILogger log, long runId, RunKind kind, int attempt);

    [LoggerMessage(Level = LogLevel.Information, Message = "Run {RunId} ({Kind}) ended {State}: {RowsIn} rows in, {RowsOut} actuals written")]
    private static partial void Ended(ILogger log, long runId, RunKind kind, RunState state, long rowsIn, long rowsOut);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {RunId} was taken over after epoch {Epoch}; nothing more is written for it here")]
    private static partial void Superseded(ILogger log, long runId, long epoch);

    [LoggerMessage(Level = LogLevel.Error, Message = "Run {RunId} failed in attempt {Attempt}, next in {Delay}: {Fault}: {Text}")]
    private static partial void Failed(ILogger log, long runId, int attempt, TimeSpan? delay, string fault, string text);

    [LoggerMessage(Level = LogLevel.Error, Message = "The worker stumbled and goes on: {Fault}: {Text}")]
    private static partial void Stumbled(ILogger log, string fault, string text);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer: {Text}")]
    private static partial void StoreFailed(ILogger log, string text);
}
