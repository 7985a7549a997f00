using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Import;

/// <summary>A response file as received (受付).</summary>
/// <param name="Wave">The wave it is for.</param>
/// <param name="FileName">Name without folder, for people only.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hex.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ReceivedAt">When.</param>
/// <param name="ReceivedBy">Who; an account name.</param>
/// <param name="ProfileHash">Version of the import profile it was read with.</param>
public sealed record Upload(
    WaveKey Wave, string FileName, string Sha256, long Size, DateTimeOffset ReceivedAt, string ReceivedBy, string ProfileHash);
