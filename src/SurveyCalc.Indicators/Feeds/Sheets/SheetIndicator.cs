using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Indicators.Feeds.Sheets;

/// <summary>One indicator of a sheet (指標).</summary>
public sealed record SheetIndicator
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>設定理由; may be empty.</summary>
    public string Reason { get; init; } = "";

    /// <summary>算式 as printed; may be empty.</summary>
    public string Formula { get; init; } = "";

    public string Unit { get; init; } = "";

    public required Direction Direction { get; init; }

    /// <summary>計画策定時; null when the plan has no such cell.</summary>
    public SheetPlan? Baseline { get; init; }

    /// <summary>In order of the years; begins before the plan when there are earlier actuals.</summary>
    public required IReadOnlyList<SheetYear> Years { get; init; }

    /// <summary>The way that is good, in words.</summary>
    public string DirectionText => Direction is Direction.LowerIsBetter ? "低いほど良い" : "高いほど良い";
}
