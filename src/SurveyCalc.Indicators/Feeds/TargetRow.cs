using SurveyCalc.Indicators.Actuals;

namespace SurveyCalc.Indicators.Feeds;

/// <summary>One version of a baseline or plan value with its meaning and, for the version in force, how the actual stands to it.</summary>
public sealed record TargetRow
{
    public required string Indicator { get; init; }
    public required string Name { get; init; }
    public required string Unit { get; init; }

    /// <summary>計画策定時, a fiscal year, or a period, in era notation.</summary>
    public required string FiscalYear { get; init; }

    /// <summary>Calendar year in which the (last) fiscal year begins; null for the baseline.</summary>
    public int? Year { get; init; }

    /// <summary>As printed.</summary>
    public required string Text { get; init; }

    /// <summary>What the text means, in canonical Japanese.</summary>
    public required string Meaning { get; init; }

    /// <summary>The number compared with; null when there is none.</summary>
    public decimal? Value { get; init; }

    public DateOnly? RevisedOn { get; init; }
    public string? Reason { get; init; }

    /// <summary>False for a version that another has replaced, or that is not yet in force.</summary>
    public required bool IsInForce { get; init; }

    /// <summary>Year of the actual compared, in era notation; null when nothing is compared.</summary>
    public string? ActualFiscalYear { get; init; }

    public string? Actual { get; init; }
    public TargetVerdict? Verdict { get; init; }
    public decimal? AchievementRate { get; init; }
    public string? NoAchievementRateReason { get; init; }
    public string? Note { get; init; }
}
