namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>Status printed beside a value.</summary>
public enum ValueStatus
{
    /// <summary>None is printed.</summary>
    NotPrinted,

    /// <summary>速報値.</summary>
    Preliminary,

    /// <summary>確定値.</summary>
    Final,
}
