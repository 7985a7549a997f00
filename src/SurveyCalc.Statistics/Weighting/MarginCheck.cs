namespace SurveyCalc.Statistics;

/// <summary>One category before and after the calibration (補正前後の比較).</summary>
/// <param name="Margin">Number of the margin from 0.</param>
/// <param name="Category">Number of the category from 0.</param>
/// <param name="Population">Persons in the population.</param>
/// <param name="Respondents">Respondents in the category.</param>
/// <param name="Before">Their design weights, Σd.</param>
/// <param name="After">Their calibrated and rounded weights, Σw.</param>
public readonly record struct MarginCheck(int Margin, int Category, long Population, long Respondents, double Before, double After)
{
    /// <summary>|After − Population|/Population; 0 for a category that nobody is in.</summary>
    public double RelativeError => Population == 0 ? 0 : Math.Abs(After - Population) / Population;
}
