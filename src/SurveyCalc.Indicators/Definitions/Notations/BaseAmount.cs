namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>What a relative target starts from: (基準)平成30年度：72%.</summary>
/// <param name="When">Its year.</param>
/// <param name="Group">電気, 灯油 …; null for the only one.</param>
/// <param name="Remark">Circumstances printed with it (空調システム最適化前); null when none.</param>
/// <param name="Amount">Its value.</param>
public sealed record BaseAmount(YearMeaning When, string? Group, string? Remark, Amount Amount);
