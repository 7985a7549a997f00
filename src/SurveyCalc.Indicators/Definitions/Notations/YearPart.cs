namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>The part of a fiscal year that is meant.</summary>
public enum YearPart
{
    /// <summary>The year as a whole.</summary>
    Whole,

    /// <summary>April to September (前半・上半期).</summary>
    FirstHalf,

    /// <summary>October to March (後半・下半期).</summary>
    SecondHalf,
}
