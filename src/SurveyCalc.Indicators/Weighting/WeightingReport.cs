using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators.Weighting;

/// <summary>What a weighting did (ウエイト調整の結果): margins before and after, and the spread of the weights.</summary>
/// <param name="Before">Weights it started from.</param>
/// <param name="After">Weights it made.</param>
/// <param name="Margins">Every category of every margin.</param>
/// <param name="Sweeps">Sweeps until the margins were met.</param>
/// <param name="Excluded">Respondents left out because an attribute is unknown.</param>
/// <param name="Notes">What a reader should know, in Japanese, such as another date of the population.</param>
public sealed record WeightingReport(
    WeightSummary Before, WeightSummary After, IReadOnlyList<WeightingReport.Category> Margins, int Sweeps, int Excluded, IReadOnlyList<string> Notes)
{
    /// <summary>One category of a margin.</summary>
    /// <param name="Margin">Name of the margin, such as 性別×年代.</param>
    /// <param name="Label">Its label, such as 女性×30代; 属性不明 for the unknown.</param>
    /// <param name="Respondents">Respondents, unweighted.</param>
    /// <param name="ShareBefore">Share by the weights it started from, 0 to 1.</param>
    /// <param name="ShareAfter">Share by the weights it made.</param>
    /// <param name="Population">People in the population.</param>
    public sealed record Category(string Margin, string Label, long Respondents, double ShareBefore, double ShareAfter, long Population);
}
