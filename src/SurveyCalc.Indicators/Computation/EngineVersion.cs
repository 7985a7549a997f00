namespace SurveyCalc.Indicators.Computation;

/// <summary>
/// Version of the arithmetic. It is part of every fingerprint: raising it recomputes every actual, so it is raised when,
/// and only when, a result can change.
/// </summary>
public static class EngineVersion
{
    public const string Current = "4";
}
