namespace SurveyCalc.Indicators.Explanations;

/// <summary>What one row of the file, that is one respondent, was to one figure (行の扱い). Every row has exactly one.</summary>
public enum RowUse
{
    /// <summary>In numerator and denominator (分子と分母); for a mean: in the base, with a score other than 0.</summary>
    Numerator,

    /// <summary>In the denominator alone (分母のみ); for a mean: in the base, with a score of 0.</summary>
    DenominatorOnly,

    /// <summary>Left out: no answer (無回答).</summary>
    NoAnswer,

    /// <summary>Left out: don't know (わからない).</summary>
    DontKnow,

    /// <summary>Left out: was not asked (非該当).</summary>
    NotApplicable,

    /// <summary>Left out: the answer cannot be counted (無効).</summary>
    Invalid,

    /// <summary>Left out of a mean: a real answer that the rule gives no score (点数なし).</summary>
    NoScore,

    /// <summary>Left out: outside the condition of the indicator, whatever the answer (対象条件の外).</summary>
    OutsideCondition,

    /// <summary>Left out of every figure of the wave: design or weighting cannot place the respondent (属性不明).</summary>
    ExcludedByWeighting,
}
