namespace SurveyCalc.Statistics;

/// <summary>How the confidence interval of a difference of two proportions is computed (割合の差の信頼区間の方法).</summary>
public enum DifferenceMethod
{
    /// <summary>Newcombe's hybrid of two Wilson intervals; the default of the product.</summary>
    Newcombe = 0,

    /// <summary>Newcombe from continuity-corrected Wilson intervals; conservative.</summary>
    NewcombeCorrected,

    /// <summary>d ± z·SE; too narrow for small counts, not estimable when both proportions are 0 or 1.</summary>
    Wald,

    /// <summary>Wald after adding one respondent to each of the four outcomes.</summary>
    AgrestiCaffo,

    /// <summary>Score interval with restricted maximum likelihood.</summary>
    MiettinenNurminen,
}
