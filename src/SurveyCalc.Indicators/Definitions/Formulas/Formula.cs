namespace SurveyCalc.Indicators.Definitions.Formulas;

/// <summary>The structure of a printed 算式, not bound to any question: nothing can be computed from it yet.</summary>
/// <param name="Meaning">What is counted.</param>
/// <param name="Base">The denominator as stated; null when the text does not state it.</param>
/// <param name="IsPercentage">The text multiplies by 100 or prints %.</param>
public sealed record Formula(FormulaMeaning Meaning, StatedBase? Base, bool IsPercentage);
