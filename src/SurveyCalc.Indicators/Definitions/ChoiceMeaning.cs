using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>What the cell 区分 of a choice says.</summary>
/// <param name="Role">Its role.</param>
/// <param name="IsExclusive">排他.</param>
internal readonly record struct ChoiceMeaning(AnswerRole Role, bool IsExclusive);
