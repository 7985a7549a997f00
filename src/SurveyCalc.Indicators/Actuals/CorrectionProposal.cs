using System.Text.Json.Serialization;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Actuals;

/// <summary>
/// A correction that waits for a second person (訂正案). The last one for an indicator and wave is the one that counts, and
/// only while the revision that it corrects is the latest.
/// </summary>
public sealed record CorrectionProposal
{
    /// <summary>1 for the first of its indicator and wave; given by the store, 0 before.</summary>
    public int Number { get; init; }

    /// <summary>The confirmed revision that it corrects.</summary>
    public required int Revision { get; init; }

    /// <summary>The corrected outcome, as computed when it was proposed.</summary>
    public required Actual Recomputed { get; init; }

    /// <summary>Who proposes (提案者).</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Why the confirmed value is wrong (訂正の理由); not blank.</summary>
    public required string Reason { get; init; }

    [JsonIgnore]
    public string Indicator => Recomputed.Indicator;

    [JsonIgnore]
    public WaveKey Wave => Recomputed.Wave;
}
