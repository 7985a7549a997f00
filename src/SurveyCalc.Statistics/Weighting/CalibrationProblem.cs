namespace SurveyCalc.Statistics;

/// <summary>One reason why weights could not be calibrated, with its place and numbers.</summary>
/// <param name="Kind">What is wrong; it says what Found and Expected mean.</param>
/// <param name="Margin">Number of the margin from 0; −1 when all are concerned.</param>
/// <param name="Category">Number of the category from 0; −1 when all are concerned.</param>
/// <param name="Found">What there is.</param>
/// <param name="Expected">What there should be, or 0.</param>
public readonly record struct CalibrationProblem(CalibrationProblemKind Kind, int Margin, int Category, double Found, double Expected);
