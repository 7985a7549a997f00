using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators.Computation;

/// <summary>One wave of a panel for one indicator and cell (パネル).</summary>
/// <param name="Estimate">The estimate under the design of the wave.</param>
/// <param name="InBase">Whether each of them counts in the denominator.</param>
/// <param name="Influences">Linearised contribution of each respondent of the frame, in its order.</param>
public sealed record PanelSide(RatioEstimate Estimate, double[] Influences, bool[] InBase);
