namespace SurveyCalc.Statistics;

/// <summary>How the confidence interval of a proportion is computed (割合の信頼区間の方法).</summary>
public enum ProportionMethod
{
    /// <summary>Wilson score interval; the default of the product.</summary>
    Wilson = 0,

    /// <summary>Wilson with continuity correction (連続性補正); conservative.</summary>
    WilsonCorrected,

    /// <summary>p ± z·SE; too narrow near 0 and 1, where it is not estimable.</summary>
    Wald,

    /// <summary>Wald after adding z²/2 to both outcomes.</summary>
    AgrestiCoull,

    /// <summary>Exact binomial interval (正確法); conservative.</summary>
    ClopperPearson,

    /// <summary>Equal-tailed Jeffreys interval, with bound 0 at none and 1 at all.</summary>
    Jeffreys,

    /// <summary>Wald on the log-odds scale; not estimable at 0 and 1.</summary>
    Logit,

    /// <summary>Variance-stabilising arcsine with Anscombe's correction.</summary>
    Arcsine,
}
