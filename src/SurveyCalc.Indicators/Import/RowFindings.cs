namespace SurveyCalc.Indicators.Import;

/// <summary>What is found while one row is checked; used again for every row.</summary>
internal sealed class RowFindings(string file, HeaderTable header, UnknownCellPolicy policy, ProblemLog log, ProblemTally tally)
{
    private CellPosition row;

    public string File { get; } = file;

    public UnknownCellPolicy Policy { get; } = policy;

    /// <summary>Cells outside the code book in this row.</summary>
    public int UnknownCells { get; private set; }

    /// <summary>True when the row cannot become a respondent.</summary>
    public bool IsRejected { get; private set; }

    public void Begin(CellPosition here)
    {
        row = here;
        UnknownCells = 0;
        IsRejected = false;
    }

    /// <summary>A cell of the row.</summary>
    public CellPosition At(int column) => row with { Column = column, ColumnName = header.NameOf(column) };

    /// <summary>A cell is outside the code book; the policy decides what becomes of the row.</summary>
    public void Unknown(ImportProblem problem, int column)
    {
        UnknownCells++;
        IsRejected |= Policy is not UnknownCellPolicy.CountAsInvalid;
        log.Add(problem with { Where = At(column) });
    }

    /// <summary>The row cannot be used, whatever the policy for unknown cells.</summary>
    public void Refuse(ImportProblem problem)
    {
        IsRejected = true;
        log.Add(problem);
    }

    /// <summary>Something worth saying for this row, which is used nevertheless.</summary>
    public void Note(ImportProblem problem) => log.Add(problem);

    /// <summary>Something worth saying once for each column.</summary>
    public void Remark(ImportProblem problem, int column)
    {
        if (!tally.CountAgain(problem.Code, column)) tally.Add(problem with { Where = At(column) });
    }
}
