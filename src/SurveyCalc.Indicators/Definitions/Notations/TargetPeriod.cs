namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>The time in which a value is to be reached or counted, when printed with it (／年, ／取組期間).</summary>
public enum TargetPeriod
{
    /// <summary>None is printed.</summary>
    NotPrinted,
    Day,
    Week,
    Month,

    /// <summary>Each year (年, 年度).</summary>
    Year,

    /// <summary>The plan as a whole (取組期間, 計画期間).</summary>
    WholePlan,
}
