namespace SurveyCalc.Statistics;

/// <summary>How interval and test of a difference are computed from variances under the design (標本設計に基づく差の方法).</summary>
public enum DesignDifferenceMethod
{
    /// <summary>
    /// Newcombe's hybrid of two <see cref="DesignProportionMethod.Wilson"/> intervals, the test at the pooled
    /// proportion; the default for proportions. Defined at an observed 0 and 1.
    /// </summary>
    Hybrid = 0,

    /// <summary>d ± t·SE with the degrees of freedom of Satterthwaite; the default for means.</summary>
    Satterthwaite,

    /// <summary>d ± t·SE with the degrees of freedom of both estimates added up, as R's survey package does.</summary>
    StudentT,

    /// <summary>d ± z·SE.</summary>
    Normal,
}
