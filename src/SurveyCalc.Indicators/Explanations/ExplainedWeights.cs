namespace SurveyCalc.Indicators.Explanations;

/// <summary>Design and weights behind a figure (標本設計とウエイト).</summary>
/// <param name="Design">標本設計 in the words of the settings, such as 層化.</param>
/// <param name="Method">ウエイト調整 in the words of the settings, such as レイキング; なし when weights are those of the file or design.</param>
/// <param name="Margins">調整の区分, such as 性別×年代; empty without weighting.</param>
/// <param name="Smallest">Smallest weight of the wave; null when the figure has none.</param>
/// <param name="Largest">Largest weight of the wave.</param>
/// <param name="EffectiveN">Effective sample size (有効標本サイズ) of the figure; null after a census.</param>
/// <param name="KishEffectiveN">(Σw)²/Σw² of the base.</param>
/// <param name="DesignEffect">デザイン効果.</param>
/// <param name="Excluded">Respondents that belong to no figure of the wave; null when the answers are no longer there.</param>
/// <param name="ExcludedReason">Why they are left out, in Japanese; null when nobody is.</param>
/// <param name="Notes">What a reader should know of design and weighting, in Japanese.</param>
public sealed record ExplainedWeights(
    string Design, string Method, IReadOnlyList<string> Margins, double? Smallest, double? Largest,
    double? EffectiveN, double? KishEffectiveN, double? DesignEffect, long? Excluded, string? ExcludedReason, IReadOnlyList<string> Notes);
