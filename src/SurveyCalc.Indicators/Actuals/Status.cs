namespace SurveyCalc.Indicators.Actuals;

/// <summary>Standing of a revision (速報・確定・訂正).</summary>
public enum Status
{
    /// <summary>速報.</summary>
    Preliminary,

    /// <summary>確定.</summary>
    Final,

    /// <summary>訂正.</summary>
    Corrected,
}
