using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators.Computation;

/// <summary>Who answered a wave, as comparisons need it (調査回の標本).</summary>
/// <param name="respondents">Everybody who may belong to a figure.</param>
/// <param name="population">N when known.</param>
/// <param name="rowOfId">Row in the frame by respondent id; null without ids or when they are not needed.</param>
/// <param name="stratumLabels">Label of each stratum; null for one stratum.</param>
internal sealed class WaveSample(
    int respondents, long? population, IReadOnlyDictionary<string, int>? rowOfId, IReadOnlyList<string>? stratumLabels = null)
{
    private readonly Lazy<DesignFrame> simpleRandom = new(
        () => DesignFrame.Of(Design.SimpleRandom(population), [], [], Weights.Ones(respondents)));

    public IReadOnlyDictionary<string, int>? RowOfId { get; } = rowOfId;

    public IReadOnlyList<string> StratumLabels { get; } = stratumLabels ?? [""];

    /// <summary>The estimate under the design of the wave; without one, that of a simple random sample.</summary>
    /// <param name="tally">Its base is not empty.</param>
    public RatioEstimate Estimate(IndicatorTally tally) => tally.Panel?.Estimate
        ?? RatioEstimate.Of(tally.Design ?? DesignTally.OfSimpleRandom(simpleRandom.Value, tally.Tally)).Value;
}
