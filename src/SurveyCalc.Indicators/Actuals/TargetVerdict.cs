namespace SurveyCalc.Indicators.Actuals;

/// <summary>Standing of an actual against the plan value of its year (計画との比較), aware of uncertainty.</summary>
public enum TargetVerdict
{
    /// <summary>The plan prints no value for the year (計画値なし).</summary>
    NoTarget,

    /// <summary>The whole interval is on the good side of the plan value, or on it (達成).</summary>
    Achieved,

    /// <summary>The whole interval is on the bad side (未達).</summary>
    Missed,

    /// <summary>The interval contains the plan value (判定できない).</summary>
    Undecided,

    /// <summary>There is no figure to compare (実績なし).</summary>
    NoFigure,

    /// <summary>The two cannot be compared (比較できない): a pair against one figure, a value with two readings; the note says why.</summary>
    NotComparable,
}
