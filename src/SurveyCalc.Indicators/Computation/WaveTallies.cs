using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Computation;

/// <summary>The tallies of one wave with what is needed to say where they come from.</summary>
/// <param name="Source">File, snapshot and code book.</param>
/// <param name="CodeBook">The code book the answers were checked with.</param>
/// <param name="Tallies">Tallies by indicator and cell; indicators that cannot be bound to this code book are absent.</param>
public sealed record WaveTallies(WaveSource Source, CodeBook CodeBook, IReadOnlyList<IndicatorTally> Tallies)
{
    public WaveKey Wave => CodeBook.Wave;
}
