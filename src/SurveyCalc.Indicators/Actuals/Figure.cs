namespace SurveyCalc.Indicators.Actuals;

/// <summary>The number of an actual with all that says how sure it is (実績値).</summary>
/// <param name="Printed">Value as printed, in the indicator's unit (percent for a ratio), 四捨五入.</param>
/// <param name="Exact">The same unit before rounding.</param>
/// <param name="Numerator">Respondents counted (分子), unweighted; for a mean, those with a score above or below 0.</param>
/// <param name="Denominator">Respondents in the base (分母, n), unweighted.</param>
/// <param name="WeightedDenominator">Σw over the base; equals the denominator when unweighted.</param>
/// <param name="StandardError">In the unit of <paramref name="Exact"/>; null when it cannot be estimated (one respondent).</param>
/// <param name="EffectiveN">Effective sample size after weights and finite population; null after a census.</param>
/// <param name="Lower">Lower bound of the interval, in the unit of <paramref name="Exact"/>; null when undefined.</param>
/// <param name="Upper">Upper bound.</param>
/// <param name="Method">Method of the interval.</param>
/// <param name="Level">Confidence level.</param>
/// <param name="Population">N when known.</param>
/// <param name="IsCensus">Everybody in the population answered: no sampling error, non-response remains.</param>
/// <param name="DesignEffect">Variance relative to a simple random sample (デザイン効果); null without a design, and after a census.</param>
/// <param name="KishEffectiveN">(Σw)²/Σw² of the base: the loss by unequal weights alone; null without a design.</param>
/// <param name="SmallestWeight">Smallest weight of the wave; null without a design.</param>
/// <param name="LargestWeight">Largest weight of the wave.</param>
/// <param name="DegreesOfFreedom">Degrees of freedom of the variance (自由度); null without a design.</param>
/// <param name="Excluded">Respondents of the wave who belong to no figure because an attribute is unknown (除いた回答者); null without a design.</param>
/// <param name="DesignNotes">What a reader should know of design and weighting, in Japanese (注記); null when there is nothing.</param>
public sealed record Figure(
    decimal Printed, double Exact, long Numerator, long Denominator, double WeightedDenominator,
    double? StandardError, double? EffectiveN, double? Lower, double? Upper,
    string Method, double Level, long? Population, bool IsCensus,
    double? DesignEffect = null, double? KishEffectiveN = null, double? SmallestWeight = null, double? LargestWeight = null, double? DegreesOfFreedom = null,
    long? Excluded = null, string? DesignNotes = null);
