namespace SurveyCalc.Indicators.Feeds;

/// <summary>One entry of the register as it is shown and handed on: flat, named stably; null where the plan says nothing.</summary>
public sealed record RegisterRow
{
    public required string Indicator { get; init; }
    public required string Name { get; init; }
    public string? Plan { get; init; }
    public string? Policy { get; init; }
    public string? Measure { get; init; }

    /// <summary>設定理由.</summary>
    public string? Reason { get; init; }

    /// <summary>算式 as printed.</summary>
    public string? PrintedFormula { get; init; }

    /// <summary>What is computed, in words; null when the indicator is not computed here.</summary>
    public string? Rule { get; init; }

    public string? Unit { get; init; }
    public required string Direction { get; init; }
    public string? Owner { get; init; }
    public string? Related { get; init; }
    public string? Notes { get; init; }
    public string? Source { get; init; }

    /// <summary>引継元.</summary>
    public string? Continues { get; init; }

    /// <summary>計画策定時 as printed, the version in force.</summary>
    public string? Baseline { get; init; }

    /// <summary>Year of the latest actual, in era notation.</summary>
    public string? LatestFiscalYear { get; init; }

    public int? LatestYear { get; init; }

    /// <summary>The latest actual as printed, or why it has no value.</summary>
    public string? Latest { get; init; }

    public string? LatestStatus { get; init; }

    /// <summary>計算 or 入力.</summary>
    public string? LatestOrigin { get; init; }

    /// <summary>What is odd about the entry.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
