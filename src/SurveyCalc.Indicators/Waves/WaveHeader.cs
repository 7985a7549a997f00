using SurveyCalc.Indicators.Import;

namespace SurveyCalc.Indicators.Waves;

/// <summary>The current snapshot of a wave without its answers.</summary>
/// <param name="SnapshotId">Id in the store, growing with time.</param>
/// <param name="Upload">The file it came from.</param>
/// <param name="ContentHash">Hash of the snapshot.</param>
/// <param name="CodeBookHash">Hash of the code book version it was checked with.</param>
/// <param name="Respondents">Accepted respondents.</param>
public sealed record WaveHeader(long SnapshotId, Upload Upload, string ContentHash, string CodeBookHash, int Respondents)
{
    public WaveKey Wave => Upload.Wave;
}
