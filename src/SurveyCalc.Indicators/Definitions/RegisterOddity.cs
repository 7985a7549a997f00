using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>Something odd in the register that a person should look at (台帳の気づき). Reported as it is printed, never mended.</summary>
/// <param name="Code">Stable code, such as SC-D606.</param>
/// <param name="Indicator">Indicator code.</param>
/// <param name="About">Which file says it: 計画値, 入力実績 or 台帳.</param>
/// <param name="Year">Year of the value it is about; null for the baseline, or the entry as a whole.</param>
/// <param name="Message">What is odd, Japanese.</param>
/// <param name="Remedy">What to do, Japanese.</param>
public sealed record RegisterOddity(string Code, string Indicator, DefinitionKind About, FiscalYear? Year, string Message, string Remedy)
{
    /// <summary>「…です。…ください。[SC-D606]」</summary>
    public override string ToString() => $"{Message}{Remedy}[{Code}]";
}
