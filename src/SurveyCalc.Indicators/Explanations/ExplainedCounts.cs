namespace SurveyCalc.Indicators.Explanations;

/// <summary>
/// What was counted, by row (数えた内訳). The sums are those of the stored actual, exactly: numerator + denominator only =
/// denominator, and denominator + left out = respondents.
/// </summary>
public sealed record ExplainedCounts
{
    /// <summary>Respondents accepted from the file.</summary>
    public required long Respondents { get; init; }

    /// <summary>分子, unweighted; of a mean: those with a score other than 0.</summary>
    public required long Numerator { get; init; }

    /// <summary>分母 (n), unweighted.</summary>
    public required long Denominator { get; init; }

    /// <summary>
    /// What is divided by <see cref="Divisor"/>: Σw of the numerator, of a mean Σw·score; without weights the numerator
    /// itself, or the sum of the scores. Exact.
    /// </summary>
    public required decimal Dividend { get; init; }

    /// <summary>Σw of the denominator; without weights the denominator itself. Exact.</summary>
    public required decimal Divisor { get; init; }

    /// <summary>Rows in the numerator (they are in the denominator too), ascending, as Excel shows them.</summary>
    public required IReadOnlyList<int> NumeratorRows { get; init; }

    /// <summary>All rows in the denominator, ascending.</summary>
    public required IReadOnlyList<int> DenominatorRows { get; init; }

    /// <summary>The rows left out, by reason, in the order of <see cref="RowUse"/>; reasons without rows are absent.</summary>
    public required IReadOnlyList<ExplainedRows> LeftOut { get; init; }
}
