using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Computation;

/// <summary>The tallies of one wave with what is needed to say where they come from.</summary>
/// <param name="Source">File, snapshot and code book.</param>
/// <param name="CodeBook">The code book the answers were checked with.</param>
/// <param name="Tallies">Tallies by indicator and cell; indicators that cannot be bound to this code book are absent.</param>
/// <param name="NoFrameReason">Why the frame the survey calls for cannot be made, in Japanese: no figure then has a number; empty otherwise.</param>
/// <param name="RowOfId">Row in the frame by respondent id; null unless a panel with ids.</param>
/// <param name="Respondents">Everybody in the frame, or in the file without one.</param>
/// <param name="StratumLabels">Label of each stratum; null without a frame.</param>
/// <param name="Excluded">Respondents left out because an attribute is unknown; null without a frame.</param>
/// <param name="DesignNotes">Notes on design and weighting, in Japanese; null when there are none.</param>
public sealed record WaveTallies(
    WaveSource Source, CodeBook CodeBook, IReadOnlyList<IndicatorTally> Tallies,
    string NoFrameReason = "", IReadOnlyDictionary<string, int>? RowOfId = null, int Respondents = 0,
    IReadOnlyList<string>? StratumLabels = null, long? Excluded = null, string? DesignNotes = null)
{
    public WaveKey Wave => CodeBook.Wave;
}
