using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Actuals;

/// <summary>Change against the previous wave (前回差), in the indicator's unit (percentage points for a ratio).</summary>
public sealed record YearOverYear
{
    public required ChangeVerdict Verdict { get; init; }

    /// <summary>The wave compared with; null when there is none.</summary>
    public FiscalYear? Against { get; init; }

    /// <summary>Fiscal years in between without a wave, which were skipped (調査のない年度).</summary>
    public IReadOnlyList<FiscalYear> Skipped { get; init; } = [];

    /// <summary>Relation of the question to that wave's (前回との関係); null when the code books declare none.</summary>
    public Continuity? Continuity { get; init; }

    /// <summary>Why the waves cannot be compared, in Japanese; empty when they can.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Difference of the two printed values (表示値の差); null unless compared.</summary>
    public decimal? OfPrinted { get; init; }

    /// <summary>Exact difference, rounded once (正確な差); null unless compared.</summary>
    public decimal? OfExact { get; init; }

    /// <summary>Exact difference; null unless compared.</summary>
    public double? Difference { get; init; }

    public double? Lower { get; init; }

    public double? Upper { get; init; }

    /// <summary>Two-sided p-value; null when undefined.</summary>
    public double? PValue { get; init; }

    /// <summary>What a reader should know of how the waves were compared, in Japanese; empty when there is nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>Persons matched by respondent id who count in the denominator of both waves; null unless the change is that of a panel.</summary>
    public long? Matched { get; init; }

    /// <summary>Respondents in each wave that would decide a change of this size; null when decided or not computable.</summary>
    public long? RespondentsToDecide { get; init; }
}
