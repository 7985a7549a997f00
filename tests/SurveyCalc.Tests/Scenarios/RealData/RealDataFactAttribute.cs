namespace SurveyCalc.Tests.Scenarios.RealData;

/// <summary>A test on published survey data; counted as skipped, with the reason, where the data is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealDataFactAttribute : FactAttribute
{
    public RealDataFactAttribute()
    {
        if (RealDataFolder.IsGiven || Directory.Exists(RealDataFolder.Location)) return;
        Skip = "skipped: there is no folder shared/realdata beside the repository; name one in SURVEYCALC_REALDATA_DIR.";
    }
}
