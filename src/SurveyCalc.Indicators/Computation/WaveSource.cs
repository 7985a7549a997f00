namespace SurveyCalc.Indicators.Computation;

/// <summary>What a wave's answers came from. Hashes are SHA-256, lower-case hex.</summary>
public sealed record WaveSource(string FileName, string FileSha256, string SnapshotHash, string CodeBookHash);
