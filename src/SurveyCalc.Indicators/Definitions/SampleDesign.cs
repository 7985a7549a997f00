using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>The design of a survey's sample (標本設計) in the words of its code book.</summary>
/// <param name="Kind">How respondents were chosen.</param>
/// <param name="Stratum">Attribute question that tells the stratum (層); null when there is one stratum.</param>
/// <param name="Unit">Attribute question that tells the cluster (抽出単位); only for clusters.</param>
/// <param name="SingleUnits">What happens to a stratum with one sampled unit (単独抽出単位).</param>
public sealed record SampleDesign(SampleKind Kind, string? Stratum = null, string? Unit = null, SingleUnitPolicy SingleUnits = SingleUnitPolicy.Refuse)
{
    public static SampleDesign SimpleRandom { get; } = new(SampleKind.SimpleRandom);
}
