namespace SurveyCalc.Indicators.Definitions;

/// <summary>How the samples of two waves hang together (前回との標本).</summary>
/// <param name="Kind">Independent, the same people, or partly the same.</param>
/// <param name="Correlation">Stated correlation ρ of a person's two answers, −1 to 1; used for a partial overlap only.</param>
/// <param name="Shared">Share of the current respondents who answered before, 0 to 1; used for a partial overlap only.</param>
public sealed record SampleOverlap(OverlapKind Kind, double Correlation = 0, double Shared = 0)
{
    public static SampleOverlap Independent { get; } = new(OverlapKind.Independent);
}
