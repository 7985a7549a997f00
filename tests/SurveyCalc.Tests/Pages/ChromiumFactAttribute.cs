namespace SurveyCalc.Tests.Pages;

/// <summary>A test in a real browser: skipped where it is missing, except in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (Chromium.IsMissing && Environment.GetEnvironmentVariable("CI") != "true") Skip = "Chromium and its driver are missing: apt-get install chromium chromium-driver, or run tests/run.sh.";
    }
}
