namespace SurveyCalc.Indicators.Definitions;

/// <summary>How the samples of two waves hang together (前回との標本).</summary>
public enum OverlapKind
{
    /// <summary>Drawn anew (独立).</summary>
    Independent,

    /// <summary>The same people, matched by respondent number (同じ人).</summary>
    SamePeople,

    /// <summary>Partly the same, with a stated correlation (一部重複).</summary>
    Partial,
}
