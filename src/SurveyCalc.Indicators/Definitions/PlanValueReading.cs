namespace SurveyCalc.Indicators.Definitions;

/// <summary>One of the numbers that an ambiguous plan value may mean (読み方).</summary>
/// <param name="Value">In the indicator's unit.</param>
/// <param name="How">72%に10ポイントを足す and the like, in Japanese.</param>
public sealed record PlanValueReading(decimal Value, string How);
