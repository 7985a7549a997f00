namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>Whether a printed amount is a level or a change (増・減).</summary>
public enum ChangeDirection
{
    /// <summary>A level, not a change.</summary>
    Level,

    /// <summary>増, 向上, 上昇 …</summary>
    Increase,

    /// <summary>減, 削減, 縮減 …</summary>
    Decrease,
}
