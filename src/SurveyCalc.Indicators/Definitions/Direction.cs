namespace SurveyCalc.Indicators.Definitions;

/// <summary>Which way is better (向き). No plan prints it, so it is a field of the indicator.</summary>
public enum Direction
{
    HigherIsBetter,
    LowerIsBetter,
}
