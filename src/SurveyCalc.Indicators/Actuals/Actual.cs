using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Actuals;

/// <summary>
/// Result of an indicator for one fiscal year (実績), one revision of it. Never changed once written: another outcome is
/// another revision.
/// </summary>
public sealed record Actual
{
    /// <summary>Indicator code.</summary>
    public required string Indicator { get; init; }

    public required WaveKey Wave { get; init; }

    /// <summary>Cell of a breakdown; stores keep everybody's only, cells are computed on request.</summary>
    public BreakdownCell Cell { get; init; } = BreakdownCell.Everybody;

    /// <summary>1 for the first; given by the store when appended, 0 before.</summary>
    public int Revision { get; init; }

    public Status Status { get; init; } = Status.Preliminary;

    /// <summary>Who made this revision: a person's name, or the program's.</summary>
    public string By { get; init; } = "";

    /// <summary>Second person who released it (承認者); empty when none was needed.</summary>
    public string ApprovedBy { get; init; } = "";

    /// <summary>Why there is this revision (改訂の理由), in Japanese.</summary>
    public string Why { get; init; } = "";

    /// <summary>When this revision was recorded (改訂日時); null in revisions older than this member. The figure may be older, see <see cref="Provenance"/>.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>SHA-256 over all inputs; equal fingerprints mean equal results, and nothing is written twice.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The number; null when there is none, see <see cref="NoFigureReason"/>.</summary>
    public Figure? Figure { get; init; }

    /// <summary>Why there is no number, in Japanese; empty when there is one.</summary>
    public string NoFigureReason { get; init; } = "";

    public required RoleCounts Roles { get; init; }

    public required YearOverYear Change { get; init; }

    /// <summary>Plan value of the year as printed; empty when the plan has none.</summary>
    public string TargetText { get; init; } = "";

    public required TargetVerdict TargetVerdict { get; init; }

    /// <summary>達成率 and the version of the plan value behind the verdict; null for cells and for revisions written before there was one.</summary>
    public Achievement? Achievement { get; init; }

    public required Provenance Provenance { get; init; }
}
