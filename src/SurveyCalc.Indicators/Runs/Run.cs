using SurveyCalc.Indicators.Import;

namespace SurveyCalc.Indicators.Runs;

/// <summary>One piece of work in the ledger (処理の記録). Its row exists before the work begins, so a killed run is seen.</summary>
public sealed record Run
{
    public required long Id { get; init; }
    public required RunRequest Request { get; init; }
    public required RunState State { get; init; }

    /// <summary>How often it was taken since it was requested or revived; 0 before the first time.</summary>
    public int Attempt { get; init; }

    /// <summary>Epoch of the lease that was given last; 0 before the first.</summary>
    public long Epoch { get; init; }

    /// <summary>Worker that holds or held it last; empty before.</summary>
    public string Node { get; init; } = "";

    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>Earliest next attempt.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>When it was taken last.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Last sign of life of the worker.</summary>
    public DateTimeOffset? HeartbeatAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>0 to 1.</summary>
    public double Progress { get; init; }

    /// <summary>Data rows read (rows_in); 0 when none.</summary>
    public long RowsIn { get; init; }

    /// <summary>Actuals written (rows_out); 0 for a quiet run.</summary>
    public long RowsOut { get; init; }

    /// <summary>What came of it, or why it failed, in Japanese; empty while there is nothing to say.</summary>
    public string Message { get; init; } = "";

    /// <summary>Report of an import, accepted or not; null before there is one.</summary>
    public ImportReport? Report { get; init; }
}
