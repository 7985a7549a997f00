namespace SurveyCalc.Indicators.CodeBooks;

/// <summary>How a question is answered (種別).</summary>
public enum QuestionKind
{
    /// <summary>One choice (SA).</summary>
    SingleChoice,

    /// <summary>Any number of choices, at most <see cref="Question.MaxMarks"/> offered (MA).</summary>
    MultipleChoice,

    /// <summary>A number (数値).</summary>
    Numeric,

    /// <summary>A characteristic of the respondent with one choice, used for breakdowns (属性).</summary>
    Attribute,

    /// <summary>Free text (自由記述). Its column is expected in the file, its cells are not stored.</summary>
    FreeText,
}
