namespace SurveyCalc.Statistics;

/// <summary>Why statistics cannot give a number (推定不能の理由).</summary>
public enum NotEstimableReason
{
    /// <summary>Nothing was computed yet; the reason of <c>default(Estimable&lt;T&gt;)</c>.</summary>
    NotComputed = 0,

    /// <summary>The denominator is empty: nobody gave a valid answer (有効回答なし).</summary>
    NoValidAnswers,

    /// <summary>The formula has no value, or a misleading zero width, at an observed ratio of 0 or 1.</summary>
    UndefinedAtBoundary,

    /// <summary>Too few respondents to estimate a variance: fewer than two, or no degree of freedom left.</summary>
    TooFewRespondents,

    /// <summary>All answers are equal, so the observed spread is 0 and a test statistic has no value.</summary>
    NoVariation,

    /// <summary>The whole population answered (全数調査): there is no sampling error to express.</summary>
    NoSamplingError,

    /// <summary>A stratum has a single sampled unit, and the policy of the design refuses to guess its spread.</summary>
    SingleUnitStratum,

    /// <summary>There is no difference to decide on.</summary>
    NoDifference,
}
