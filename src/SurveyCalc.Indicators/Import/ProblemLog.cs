namespace SurveyCalc.Indicators.Import;

/// <summary>Collects the problems of one file in bounded memory: all are counted and handed on, the first are kept.</summary>
/// <param name="sink">Receives every problem, for a report file; may be null.</param>
public sealed class ProblemLog(Action<ImportProblem>? sink = null)
{
    /// <summary>How many are kept for display.</summary>
    public const int Kept = 100;

    private readonly List<ImportProblem> wholeFile = [];
    private readonly List<ImportProblem> errors = [];
    private readonly List<ImportProblem> others = [];
    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);

    /// <summary>
    /// The first problems, at most <see cref="Kept"/>: errors of the whole file, which explain the others, then errors in
    /// file order, then everything else.
    /// </summary>
    public IReadOnlyList<ImportProblem> First => [.. wholeFile.Concat(errors).Concat(others).Take(Kept)];

    public IReadOnlyDictionary<string, long> Counts => counts;

    public long Errors { get; private set; }

    public long Warnings { get; private set; }

    /// <summary>Adds a problem.</summary>
    /// <param name="problem">The problem; when it stands for several, it says so.</param>
    /// <param name="occurrences">How many it stands for.</param>
    public void Add(ImportProblem problem, long occurrences = 1)
    {
        counts[problem.Code] = counts.GetValueOrDefault(problem.Code) + occurrences;
        if (problem.Severity == Severity.Error) Errors += occurrences;
        if (problem.Severity == Severity.Warning) Warnings += occurrences;
        var kept = problem.Severity != Severity.Error ? others : problem.Where == CellPosition.File ? wholeFile : errors;
        if (kept.Count < Kept) kept.Add(problem);
        sink?.Invoke(problem);
    }
}
