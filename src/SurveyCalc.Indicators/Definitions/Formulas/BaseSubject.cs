namespace SurveyCalc.Indicators.Definitions.Formulas;

/// <summary>What a printed denominator (分母) is made of.</summary>
public enum BaseSubject
{
    /// <summary>回答者数: whether 無回答 belongs to it must be said beside it.</summary>
    Respondents,

    /// <summary>有効回答(者)数: those who gave a valid answer to the question.</summary>
    ValidAnswers,

    /// <summary>回収数: everybody who returned the questionnaire.</summary>
    Returned,

    /// <summary>The choices are added up one by one.</summary>
    Labels,
}
