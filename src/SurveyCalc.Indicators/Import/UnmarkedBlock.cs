namespace SurveyCalc.Indicators.Import;

/// <summary>What a multiple-answer question without any mark means (印のない複数回答).</summary>
public enum UnmarkedBlock
{
    /// <summary>無回答, the usual reading of paper.</summary>
    NoAnswer,

    /// <summary>A real answer, "none of these" (該当なし).</summary>
    NoneChosen,
}
