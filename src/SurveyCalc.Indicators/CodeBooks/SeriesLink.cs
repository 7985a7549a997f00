namespace SurveyCalc.Indicators.CodeBooks;

/// <summary>A declared relation to the wave before, of one question or of the whole questionnaire (前回との関係).</summary>
/// <param name="Continuity">Same, similar or break.</param>
/// <param name="Reason">What changed (関係の理由); never empty unless <see cref="CodeBooks.Continuity.Same"/>.</param>
public sealed record SeriesLink(Continuity Continuity, string Reason);
