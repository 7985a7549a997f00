namespace SurveyCalc.Indicators.Actuals;

/// <summary>What may be said of a change (前回差の判定).</summary>
public enum ChangeVerdict
{
    /// <summary>The interval lies above 0 (上昇した).</summary>
    Rose,

    /// <summary>The interval lies below 0 (低下した).</summary>
    Fell,

    /// <summary>The interval contains 0 (差があるとはいえない).</summary>
    NotShown,

    /// <summary>The two waves cannot be compared (比較不可); the reason says why.</summary>
    NotComparable,

    /// <summary>There is no earlier wave with a figure (前回なし).</summary>
    NoEarlierWave,
}
