using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Weighting;

/// <summary>Which questions can tell a stratum, a cluster, a category of a population table or a cell of a breakdown.</summary>
public static class AttributeQuestions
{
    /// <summary>True for questions with one choice per respondent (属性, SA).</summary>
    public static bool IsAttribute(this Question question) =>
        question.Kind is QuestionKind.Attribute or QuestionKind.SingleChoice && question.Choices.Count > 0;
}
