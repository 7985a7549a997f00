namespace SurveyCalc.Indicators.Import;

/// <summary>Whether a problem blocks the import.</summary>
public enum Severity
{
    /// <summary>For information (お知らせ): what was read or left out on purpose.</summary>
    Note,

    /// <summary>Worth a look (注意); does not block.</summary>
    Warning,

    /// <summary>Must be mended (誤り); nothing is committed while there is one.</summary>
    Error,
}
