namespace SurveyCalc.Indicators.Definitions.Formulas;

/// <summary>A printed 算式 bound to a question of one year's code book.</summary>
/// <param name="Question">Question id (設問) as the code book has it.</param>
/// <param name="Rule">The rule, with the labels of the code book.</param>
/// <param name="Base">The denominator; null when the text does not state it, and then the caller has to choose.</param>
/// <param name="Choices">Indexes of the counted or scored choices, in the order of the text; those of a net score are both sides.</param>
public sealed record BoundFormula(string Question, AggregationRule Rule, BaseRule? Base, IReadOnlyList<int> Choices);
