using SurveyCalc.Indicators.Actuals;

namespace SurveyCalc.Indicators.Explanations;

/// <summary>
/// Which numbers one row of a file touched (行の説明). It tells the use of the row alone, never an answer or a respondent
/// number. Read as JSON by other systems, in the form of <see cref="Explanation"/>.
/// </summary>
/// <param name="Survey">Name of the survey.</param>
/// <param name="FiscalYear">Era notation.</param>
/// <param name="Year">Calendar year in which the fiscal year begins.</param>
/// <param name="Row">Row of the file as Excel shows it.</param>
/// <param name="Indicators">Every indicator of the wave in the order of the codes, in its latest revision.</param>
public sealed record RowExplanation(
    string Survey, string FiscalYear, int Year, int Row, IReadOnlyList<RowExplanation.Touched> Indicators)
{
    /// <summary>What the row was to one indicator.</summary>
    /// <param name="Indicator">Code.</param>
    /// <param name="Name">指標名.</param>
    /// <param name="IsRatio">True for a share, false for a mean.</param>
    /// <param name="Revision">Revision explained.</param>
    /// <param name="Status">Its standing.</param>
    /// <param name="FileName">File that the row is of.</param>
    /// <param name="FileSha256">SHA-256 of the file.</param>
    /// <param name="Use">What the row was; null when <paramref name="NoUseReason"/> says why it cannot be told.</param>
    /// <param name="UseInJapanese">The same in Japanese, such as 除外(無回答); null with <paramref name="Use"/>.</param>
    /// <param name="NoUseReason">Withheld, answers gone, no figure, or no such row in that file; in Japanese.</param>
    public sealed record Touched(
        string Indicator, string Name, bool IsRatio, int Revision, Status Status, string FileName, string FileSha256,
        RowUse? Use, string? UseInJapanese, string? NoUseReason);
}
