using System.Text.Json.Serialization;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Actuals;

/// <summary>
/// A recomputation differs from a confirmed actual (差異報告). The confirmed one stays in force; this says what the inputs
/// would give now, even when the printed values are equal.
/// </summary>
public sealed record DifferenceReport
{
    /// <summary>The confirmed revision (確定・訂正) that it differs from.</summary>
    public required int Revision { get; init; }

    /// <summary>Confirmed value as printed; null when it has none.</summary>
    public required decimal? Confirmed { get; init; }

    /// <summary>What the recomputation gave; revision 0, it is in force nowhere.</summary>
    public required Actual Recomputed { get; init; }

    /// <summary>Which inputs changed (原因), in Japanese.</summary>
    public required string Cause { get; init; }

    public required DateTimeOffset FoundAt { get; init; }

    [JsonIgnore]
    public string Indicator => Recomputed.Indicator;

    [JsonIgnore]
    public WaveKey Wave => Recomputed.Wave;

    /// <summary>Reports what <paramref name="recomputed"/> says against <paramref name="confirmed"/>.</summary>
    public static DifferenceReport Of(Actual confirmed, Actual recomputed) => new()
    {
        Revision = confirmed.Revision,
        Confirmed = confirmed.Figure?.Printed,
        Recomputed = recomputed with { Revision = 0 },
        Cause = InputChanges.Between(confirmed, recomputed),
        FoundAt = recomputed.Provenance.ComputedAt,
    };
}
