using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Actuals;

/// <summary>Which revisions are asked for: those that meet everything given here.</summary>
public sealed record RevisionQuery
{
    /// <summary>Codes of the indicators; null for any.</summary>
    public IReadOnlyCollection<string>? Indicators { get; init; }

    /// <summary>The wave; null for any.</summary>
    public WaveKey? Wave { get; init; }

    /// <summary>Only the latest revision of each indicator and wave.</summary>
    public bool LatestOnly { get; init; }

    /// <summary>Only revisions behind this place in the chain.</summary>
    public long After { get; init; }

    /// <summary>Most revisions, the first of the chain; null for all.</summary>
    public int? Most { get; init; }
}
