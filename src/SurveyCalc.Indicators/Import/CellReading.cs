namespace SurveyCalc.Indicators.Import;

/// <summary>What the text of a cell that holds a whole answer means.</summary>
/// <param name="Answer">Id of the answer in its column; of the invalid answer when there is a fault.</param>
/// <param name="Unknown">Why it is outside the code book.</param>
/// <param name="Respelled">That it was read although written unusually.</param>
/// <param name="Contradiction">That its marks contradict each other.</param>
internal sealed record CellReading(
    int Answer, ImportProblem? Unknown = null, ImportProblem? Respelled = null, ImportProblem? Contradiction = null)
{
    public bool IsPlain { get; } = Unknown is null && Respelled is null && Contradiction is null;
}
