namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>What a target without a number of its own is measured against.</summary>
public enum Yardstick
{
    /// <summary>前年度.</summary>
    PreviousFiscalYear,

    /// <summary>前年.</summary>
    PreviousYear,

    /// <summary>現状値, 基準値, 計画策定時.</summary>
    Baseline,

    /// <summary>An average or median that others publish (類似団体平均値).</summary>
    External,
}
