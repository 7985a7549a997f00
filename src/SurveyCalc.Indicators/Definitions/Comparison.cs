namespace SurveyCalc.Indicators.Definitions;

/// <summary>Comparison of a numeric answer with a limit (以上・以下・より大きい・未満・等しい).</summary>
public enum Comparison
{
    AtLeast,
    AtMost,
    MoreThan,
    LessThan,
    Equal,
}
