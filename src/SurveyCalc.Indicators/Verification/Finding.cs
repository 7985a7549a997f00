namespace SurveyCalc.Indicators.Verification;

/// <summary>Something that is not what was written (検証の指摘).</summary>
/// <param name="Place">Where, in Japanese.</param>
/// <param name="What">What is wrong, in Japanese.</param>
/// <param name="Remedy">What to do, in Japanese.</param>
public sealed record Finding(string Place, string What, string Remedy);
