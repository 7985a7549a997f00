namespace SurveyCalc.Indicators.Waves;

/// <summary>How many people the wave speaks for (母集団), and how many were asked.</summary>
/// <param name="Wave">The wave.</param>
/// <param name="Count">Size N of the population (母集団数), at least 1.</param>
/// <param name="AsOf">Date of the count (基準日), as printed; may be empty.</param>
/// <param name="Distributed">Questionnaires sent (配布数); null when not stated.</param>
public sealed record Population(WaveKey Wave, long Count, string AsOf = "", long? Distributed = null);
