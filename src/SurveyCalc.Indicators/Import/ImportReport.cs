namespace SurveyCalc.Indicators.Import;

/// <summary>
/// What reading a response file found (取込結果). Rows in = accepted + rejected + excluded, always.
/// </summary>
public sealed record ImportReport
{
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public required long Size { get; init; }

    /// <summary>How the file was read, in Japanese, such as <c>UTF-8(BOM付き)・カンマ区切り・見出し2行</c>.</summary>
    public required string Dialect { get; init; }

    /// <summary>Rows after the header that are not blank.</summary>
    public required int RowsIn { get; init; }

    /// <summary>Respondents.</summary>
    public required int Accepted { get; init; }

    /// <summary>Rows left out because of a fault that a declared policy covers.</summary>
    public required int Rejected { get; init; }

    /// <summary>Rows left out by rule: row filter, totals, comments.</summary>
    public required int Excluded { get; init; }

    /// <summary>The first problems, in file order, at most <see cref="ProblemLog.Kept"/>.</summary>
    public required IReadOnlyList<ImportProblem> Problems { get; init; }

    /// <summary>All problems, counted by code.</summary>
    public required IReadOnlyDictionary<string, long> ProblemCounts { get; init; }

    public required long Errors { get; init; }

    public required long Warnings { get; init; }

    /// <summary>True when the answers may be committed.</summary>
    public bool IsAccepted => Errors == 0;
}
