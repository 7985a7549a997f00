namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>A value printed for information, (参考) 平成30年度：48.2% (速報値).</summary>
public sealed record ReferenceValue(YearMeaning When, ValueMeaning Meaning, ValueStatus Status);
