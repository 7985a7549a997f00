namespace SurveyCalc.Indicators.Definitions;

/// <summary>算式の種類 as a planner names it; the first two are the same rule on different kinds of question.</summary>
internal enum RuleKind
{
    /// <summary>選択肢の割合.</summary>
    Choices,

    /// <summary>いずれかを選んだ割合.</summary>
    AnyMark,

    /// <summary>数値の割合.</summary>
    Threshold,

    /// <summary>平均点.</summary>
    MeanScore,

    /// <summary>数値の平均.</summary>
    NumericMean,

    /// <summary>差引スコア.</summary>
    NetScore,
}
