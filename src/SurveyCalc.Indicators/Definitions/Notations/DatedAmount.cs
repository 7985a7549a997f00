namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>A value with its year: 42.7(R1確定値), 令和2年度：14施設.</summary>
public sealed record DatedAmount(YearMeaning When, Amount Amount, ValueStatus Status);
