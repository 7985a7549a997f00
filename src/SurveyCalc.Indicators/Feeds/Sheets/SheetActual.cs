using System.Globalization;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Feeds.Sheets;

/// <summary>The actual of one year on a sheet (実績欄), behind the gate.</summary>
public sealed record SheetActual
{
    public required SheetActualKind Kind { get; init; }

    /// <summary>As printed: 55.7, 小88 中76, —, 秘匿, 実績なし, 調査なし, 未入力; empty after the year of evaluation.</summary>
    public required string Text { get; init; }

    /// <summary>The number; null when the text is not exactly one.</summary>
    public decimal? Value { get; init; }

    /// <summary>Null unless computed or entered.</summary>
    public Status? Status { get; init; }

    /// <summary>Respondents in the base.</summary>
    public long? N { get; init; }

    /// <summary>Bounds of the interval in the indicator's unit.</summary>
    public double? Lower { get; init; }

    public double? Upper { get; init; }

    public double? Level { get; init; }

    public bool IsCensus { get; init; }

    /// <summary>参考値: few respondents.</summary>
    public bool IsReference { get; init; }

    /// <summary>Why there is no number, or where an entered one comes from.</summary>
    public string Reason { get; init; } = "";

    public TargetVerdict? Verdict { get; init; }

    /// <summary>Earlier year that this one cannot be compared with (断絶); null when there is no break.</summary>
    public FiscalYear? BrokenSince { get; init; }

    /// <summary>Why they cannot be compared.</summary>
    public string BreakReason { get; init; } = "";

    /// <summary>Status, n and interval in one line (注記); empty when there is nothing to say.</summary>
    public string Note => Kind switch
    {
        SheetActualKind.Computed => string.Join('、', new[] { Status!.Value.InJapanese(), string.Create(CultureInfo.InvariantCulture, $"n={N:N0}"), IntervalText, IsReference ? "参考値" : "" }.Where(t => t.Length > 0)),
        SheetActualKind.Entered => $"{Status!.Value.InJapanese()}、入力値{(Reason.Length == 0 ? "" : $"({Reason})")}",
        _ => "",
    };

    /// <summary>The standing against the plan value in words (計画との比較); empty where there is none to compare.</summary>
    public string VerdictText => Verdict is { } verdict and not TargetVerdict.NoTarget ? verdict.InJapanese() : "";

    private string IntervalText => IsCensus ? "全数調査"
        : Lower is { } lower && Upper is { } upper
            ? $"{FigureSentence.LevelText(Level ?? 0.95)}区間{FigureSentence.BoundText(lower, Decimals)}〜{FigureSentence.BoundText(upper, Decimals)}"
            : "区間は計算できません";

    private int Decimals => Value?.Scale ?? 1;
}
