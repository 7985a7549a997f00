using System.Text.Json;

namespace SurveyCalc.Indicators.Verification;

/// <summary>Bodies that may have been altered.</summary>
internal static class Body<T>
    where T : class
{
    /// <summary>The value; null when the text is none.</summary>
    public static T? Read(string body)
    {
        try
        {
            return CanonicalJson.Read<T>(body);
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
