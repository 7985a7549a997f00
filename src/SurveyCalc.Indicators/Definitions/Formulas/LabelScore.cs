namespace SurveyCalc.Indicators.Definitions.Formulas;

/// <summary>A choice and its score in a printed 算式 (「満足」＝2点).</summary>
public readonly record struct LabelScore(string Label, decimal Score);
