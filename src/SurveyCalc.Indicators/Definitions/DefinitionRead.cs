using SurveyCalc.Indicators.Import;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>Outcome of reading definition files: everything readable, and every problem found.</summary>
/// <param name="Definitions">Usable only when no problem is an error.</param>
/// <param name="Problems">In file order.</param>
public sealed record DefinitionRead(DefinitionSet Definitions, IReadOnlyList<ImportProblem> Problems)
{
    public bool IsAccepted => Problems.All(p => p.Severity != Severity.Error);
}
