namespace SurveyCalc.Indicators.CodeBooks;

/// <summary>One choice of a question (選択肢).</summary>
/// <param name="Code">Code in the response file (選択肢コード), unique in the question after normalisation.</param>
/// <param name="Label">Printed text (ラベル).</param>
/// <param name="Role">What the choice means for a denominator (区分).</param>
/// <param name="Column">Header of the choice's own column when every choice has one; otherwise null.</param>
/// <param name="IsExclusive">Contradicts any other mark of the same multiple-answer question (排他, such as 特になし).</param>
public sealed record Choice(
    string Code,
    string Label,
    AnswerRole Role = AnswerRole.Substantive,
    string? Column = null,
    bool IsExclusive = false);
