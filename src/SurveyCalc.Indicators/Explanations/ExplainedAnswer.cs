using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Explanations;

/// <summary>One choice of the question, or one kind of answer without a choice, and how it was counted (選択肢の内訳).</summary>
/// <param name="Code">Code in the response file (選択肢コード); null for a kind of answer without a choice.</param>
/// <param name="Label">Label of the year's code book, or what the answers without a choice are, such as (印なし).</param>
/// <param name="Role">区分: <c>substantive</c>, <c>noAnswer</c>, <c>dontKnow</c>, <c>notApplicable</c>, <c>invalid</c>.</param>
/// <param name="Use">
/// What this answer is to the figure. Of a multiple-answer question: what it is alone; beside a counted mark it counts with it.
/// </param>
/// <param name="Score">Score of a mean or net score (点数); null without one, and for a ratio.</param>
/// <param name="Respondents">
/// How many gave it within the condition, without the excluded; null when there are no counts to explain. Those of a
/// multiple-answer question add up to more than the respondents.
/// </param>
/// <param name="Weight">Σw of them, exact; null without weights.</param>
public sealed record ExplainedAnswer(
    string? Code, string Label, AnswerRole Role, RowUse Use, decimal? Score, long? Respondents = null, decimal? Weight = null);
