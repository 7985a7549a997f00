namespace SurveyCalc.Indicators.Definitions.Formulas;

/// <summary>Why a printed 算式 was not read as a rule. A value, never an exception. Wording: <see cref="FormulaRefusals"/>.</summary>
/// <param name="Code">Stable code, SC-F0nn.</param>
/// <param name="Found">The piece of the text at fault in its comparison form; may be empty.</param>
/// <param name="Reason">What is wrong, in Japanese.</param>
/// <param name="Remedy">What to do, in Japanese.</param>
public sealed record FormulaRefusal(string Code, string Found, string Reason, string Remedy)
{
    /// <summary>「理由 対処[SC-F0nn]」.</summary>
    public override string ToString() => $"{Reason}{Remedy}[{Code}]";
}
