using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>How many people of the population have which attributes (人口表), such as 性別×年代×地区.</summary>
/// <param name="Wave">The wave it is for.</param>
/// <param name="AsOf">Date of the counts (基準日) as printed.</param>
/// <param name="By">The attributes.</param>
/// <param name="Cells">One per combination, each label as in the code book, in file order.</param>
public sealed record PopulationBreakdown(WaveKey Wave, string AsOf, Breakdown By, IReadOnlyList<PopulationCell> Cells);
