namespace SurveyCalc.Indicators.Import;

/// <summary>What to do with a cell outside the code book (符号表にない値).</summary>
public enum UnknownCellPolicy
{
    /// <summary>Refuse the file (拒否).</summary>
    RefuseFile,

    /// <summary>Reject the respondent's row (行を除外).</summary>
    RejectRow,

    /// <summary>Keep the row and count the cell as 無効 (無効として数える).</summary>
    CountAsInvalid,
}
