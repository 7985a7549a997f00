using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators.Weighting;

/// <summary>The sample of one wave laid out by its design and weighting (標本の枠組み): made once, used by every figure.</summary>
/// <param name="Frame">Design, weights and groups of the included respondents.</param>
/// <param name="GroupOf">
/// Group of every respondent of the snapshot, by row: 0 ≤ group &lt; Frame.Groups.Count, or Frame.Groups.Count for the
/// excluded, who belong to no figure.
/// </param>
/// <param name="RowOf">Row of the snapshot for each respondent of the frame.</param>
/// <param name="Report">What the weighting did; null without one.</param>
public sealed record WaveFrame(DesignFrame Frame, int[] GroupOf, int[] RowOf, WeightingReport? Report)
{
    /// <summary>What a reader should know of design and weighting, in Japanese; also in <see cref="Report"/>.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Label of each stratum of the design.</summary>
    public IReadOnlyList<string> StratumLabels { get; init; } = [""];

    /// <summary>Respondents left out because an attribute is unknown.</summary>
    public int Excluded => GroupOf.Length - RowOf.Length;
}
