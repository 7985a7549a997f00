namespace SurveyCalc.Indicators.Access;

/// <summary>What a key or an account may do (権限). The names are stored; never rename.</summary>
[Flags]
public enum AccessScope
{
    None = 0,

    /// <summary>閲覧: published figures, runs.</summary>
    Read = 1,

    /// <summary>取込: sends files and sees their reports.</summary>
    Upload = 2,

    /// <summary>運用: starts and revives runs.</summary>
    Operate = 4,
}
