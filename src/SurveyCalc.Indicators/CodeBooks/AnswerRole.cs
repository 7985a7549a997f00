namespace SurveyCalc.Indicators.CodeBooks;

/// <summary>
/// What an answer means for a denominator (区分). The five are never merged: "no answer", "don't know",
/// "was not asked" and "cannot be read" are different findings.
/// </summary>
public enum AnswerRole
{
    /// <summary>A real answer (有効).</summary>
    Substantive = 0,

    /// <summary>Asked, but left blank (無回答).</summary>
    NoAnswer = 1,

    /// <summary>Answered "don't know" (わからない).</summary>
    DontKnow = 2,

    /// <summary>Was not asked the question (非該当). Never in a denominator.</summary>
    NotApplicable = 3,

    /// <summary>Answered in a way that cannot be counted (無効). Reports count it with 無回答.</summary>
    Invalid = 4,
}
