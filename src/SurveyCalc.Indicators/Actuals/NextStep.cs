namespace SurveyCalc.Indicators.Actuals;

/// <summary>What becomes of a computed actual beside the latest revision of its indicator and wave.</summary>
public enum NextStep
{
    /// <summary>The same fingerprint: nothing is written.</summary>
    Nothing,

    /// <summary>It is the next preliminary revision (速報).</summary>
    Append,

    /// <summary>The latest revision is confirmed and stays; the difference is reported (差異報告).</summary>
    Report,
}
