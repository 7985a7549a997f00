namespace SurveyCalc.Indicators.Import;

/// <summary>What to do when a respondent number occurs twice (回答者番号の重複).</summary>
public enum DuplicatePolicy
{
    /// <summary>Refuse the file (拒否).</summary>
    Refuse,

    /// <summary>Keep the first row, reject the later ones (最初を採用).</summary>
    KeepFirst,

    /// <summary>Keep the last row, reject the earlier ones (最後を採用).</summary>
    KeepLast,

    /// <summary>Keep every row (すべて採用).</summary>
    KeepAll,
}
