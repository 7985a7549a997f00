namespace SurveyCalc.Indicators.Import;

/// <summary>
/// Gathers what may occur in any row of a column but is said once: the first place is named, all occurrences are counted.
/// </summary>
internal sealed class ProblemTally
{
    private readonly Dictionary<(string Code, int Column), (ImportProblem First, long Count)> seen = [];

    public void Add(ImportProblem problem)
    {
        var key = (problem.Code, problem.Where.Column);
        seen[key] = seen.TryGetValue(key, out var tally) ? tally with { Count = tally.Count + 1 } : (problem, 1);
    }

    /// <summary>True when a problem of this kind was seen in the column; then it was counted.</summary>
    public bool CountAgain(string code, int column)
    {
        if (!seen.TryGetValue((code, column), out var tally)) return false;
        seen[(code, column)] = tally with { Count = tally.Count + 1 };
        return true;
    }

    /// <summary>Hands everything to the log, ordered by code and column.</summary>
    public void Report(ProblemLog log)
    {
        foreach (var (_, (first, count)) in seen.OrderBy(entry => entry.Key.Code, StringComparer.Ordinal).ThenBy(entry => entry.Key.Column))
            log.Add(ImportProblems.Repeated(first, count), count);
    }
}
