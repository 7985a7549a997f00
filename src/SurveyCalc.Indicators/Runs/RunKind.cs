namespace SurveyCalc.Indicators.Runs;

/// <summary>What a run does (処理の種類). The names are stored; never rename.</summary>
public enum RunKind
{
    /// <summary>取込: takes in one received file, then recomputes its wave.</summary>
    Import,

    /// <summary>再計算: brings the actuals of one wave up to date.</summary>
    Recompute,

    /// <summary>夜間処理: looks at every wave and requests a <see cref="Recompute"/> where something changed.</summary>
    Nightly,
}
