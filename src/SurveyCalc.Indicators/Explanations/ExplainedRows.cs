namespace SurveyCalc.Indicators.Explanations;

/// <summary>All respondents with one use, with their rows (扱いごとの行).</summary>
/// <param name="Use">The use.</param>
/// <param name="Reason">The use in Japanese, such as 無回答.</param>
/// <param name="Respondents">How many, unweighted; the number of <paramref name="Rows"/>.</param>
/// <param name="Weight">Σw of them, exact; null without weights, and for the excluded.</param>
/// <param name="Rows">Rows of the file as Excel shows them, ascending.</param>
public sealed record ExplainedRows(RowUse Use, string Reason, long Respondents, decimal? Weight, IReadOnlyList<int> Rows);
