namespace SurveyCalc.Indicators.Actuals;

/// <summary>Everything a number was computed from (来歴). Hashes are SHA-256 in lower-case hex; "" where there is none.</summary>
public sealed record Provenance
{
    /// <summary>Name of the response file.</summary>
    public required string FileName { get; init; }

    public required string FileSha256 { get; init; }

    public required string SnapshotHash { get; init; }

    public required string CodeBookHash { get; init; }

    /// <summary>Version of the indicator with its rule.</summary>
    public required string IndicatorHash { get; init; }

    public string SettingsHash { get; init; } = "";

    /// <summary>Snapshot the change is measured against.</summary>
    public string PreviousSnapshotHash { get; init; } = "";

    public required string EngineVersion { get; init; }

    public required DateTimeOffset ComputedAt { get; init; }
}
