namespace SurveyCalc.Indicators.CodeBooks;

/// <summary>How a question relates to the same question of the wave before (前回との関係), from closest to farthest.</summary>
public enum Continuity
{
    /// <summary>同一: asked alike, whatever its number or small changes of wording.</summary>
    Same,

    /// <summary>類似: comparable with care; a change is computed and marked.</summary>
    Similar,

    /// <summary>断絶: a new series begins; no change is computed.</summary>
    Break,
}
