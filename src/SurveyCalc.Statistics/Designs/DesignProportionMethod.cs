namespace SurveyCalc.Statistics;

/// <summary>How the interval of a proportion is computed from its variance under the design (標本設計に基づく割合の信頼区間の方法).</summary>
public enum DesignProportionMethod
{
    /// <summary>Wilson score interval at the effective number of respondents; the default. Defined at an observed 0 and 1.</summary>
    Wilson = 0,

    /// <summary>Exact binomial interval at the effective number (Korn–Graubard, beta); conservative. Defined at an observed 0 and 1.</summary>
    KornGraubard,

    /// <summary>t interval on the log-odds scale.</summary>
    Logit,

    /// <summary>t interval on the scale of asin√p, the angle held within [0, π/2].</summary>
    Arcsine,

    /// <summary>p ± t·SE, the part within [0,1].</summary>
    Linear,
}
