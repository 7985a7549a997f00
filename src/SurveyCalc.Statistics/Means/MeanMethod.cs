namespace SurveyCalc.Statistics;

/// <summary>Which quantile the interval of a mean uses (平均の信頼区間の方法).</summary>
public enum MeanMethod
{
    /// <summary>Student's t with the degrees of freedom of the variance; the default.</summary>
    StudentT = 0,

    /// <summary>Normal quantile (正規近似); a little narrower.</summary>
    Normal,
}
