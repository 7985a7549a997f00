namespace SurveyCalc.Indicators.Actuals;

/// <summary>Everything a number was computed from (来歴). Hashes are SHA-256 in lower-case hex; "" where there is none.</summary>
public sealed record Provenance
{
    /// <summary>Name of the response file.</summary>
    public required string FileName { get; init; }

    public required string FileSha256 { get; init; }

    public required string SnapshotHash { get; init; }

    public required string CodeBookHash { get; init; }

    /// <summary>Version of the indicator with its rule, as the store knows it.</summary>
    public required string IndicatorHash { get; init; }

    /// <summary>Version of the survey's settings, as the store knows it; it knows none of a survey that has the defaults.</summary>
    public string SettingsHash { get; init; } = "";

    /// <summary>
    /// Versions of the population tables that design and weighting used (人口表), in their order, separated by a blank; ""
    /// when they use none, and in a revision older than this member.
    /// </summary>
    public string PopulationTableHashes { get; init; } = "";

    /// <summary>Snapshot the change is measured against.</summary>
    public string PreviousSnapshotHash { get; init; } = "";

    public required string EngineVersion { get; init; }

    public required DateTimeOffset ComputedAt { get; init; }
}
