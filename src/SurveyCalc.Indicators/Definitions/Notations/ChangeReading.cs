namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>How the number of a relative target is taken.</summary>
public enum ChangeReading
{
    /// <summary>10%向上 of 72% is 82%.</summary>
    Points,

    /// <summary>10%向上 of 72% is 79.2%.</summary>
    Relative,

    /// <summary>5人増 of 100人 is 105人.</summary>
    Absolute,
}
