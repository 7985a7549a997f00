using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>How weights are fitted to the population (ウエイト調整).</summary>
public sealed record WeightingRule
{
    public required CalibrationMethod Method { get; init; }

    /// <summary>
    /// What the weights must agree with (調整の区分): one crossed breakdown for post-stratification (性別×年代), one or more
    /// otherwise. Each needs a population table that holds its attributes.
    /// </summary>
    public required IReadOnlyList<Breakdown> Margins { get; init; }

    public UnknownAttributePolicy Unknown { get; init; } = UnknownAttributePolicy.Refuse;

    /// <summary>Limits of the factor by which a weight may change (倍率の上下限); null trims nothing.</summary>
    public FactorLimits? Limits { get; init; }

    public bool Equals(WeightingRule? other) => other is not null && Method == other.Method && Unknown == other.Unknown
        && Equals(Limits, other.Limits) && Margins.SequenceEqual(other.Margins);

    public override int GetHashCode() => HashCode.Combine(Method, Unknown, Margins.Count);
}
