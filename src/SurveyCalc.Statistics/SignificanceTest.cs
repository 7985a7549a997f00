namespace SurveyCalc.Statistics;

/// <summary>Outcome of a two-sided test of no difference (有意差検定).</summary>
/// <param name="Statistic">z or t; positive when the current value is the greater one.</param>
/// <param name="PValue">Two-sided p-value (p値), 0 to 1.</param>
public readonly record struct SignificanceTest(double Statistic, double PValue);
