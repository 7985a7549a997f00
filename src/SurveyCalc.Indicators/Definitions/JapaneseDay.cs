namespace SurveyCalc.Indicators.Definitions;

/// <summary>The day in Japan at an instant: plan values come into force at midnight there, wherever the program runs.</summary>
public static class JapaneseDay
{
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(9);

    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Ahead).DateTime);
}
