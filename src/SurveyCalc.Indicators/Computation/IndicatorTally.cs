using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators.Computation;

/// <summary>What one wave says about one indicator in one cell of a breakdown: exact counts, nothing estimated yet.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Cell">The cell; everybody for the indicator's actual.</param>
/// <param name="Tally">Sufficient statistics; the sampled count is the whole wave, inside the cell or not.</param>
/// <param name="Roles">Respondents of the cell by role.</param>
/// <param name="Design">The same domain by the groups of the wave's frame; null when the wave needs no frame.</param>
/// <param name="Panel">What each respondent contributes; null unless the same people are asked again.</param>
public sealed record IndicatorTally(
    Indicator Indicator, BreakdownCell Cell, Tally Tally, RoleCounts Roles,
    DesignTally? Design = null, PanelSide? Panel = null);
