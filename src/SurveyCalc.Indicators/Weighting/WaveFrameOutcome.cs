namespace SurveyCalc.Indicators.Weighting;

/// <summary>A frame, or every reason in Japanese why there is none; a weighting that fails is never silently left out.</summary>
/// <param name="Frame">Null when there are reasons.</param>
/// <param name="Reasons">Each with its remedy; empty when there is a frame.</param>
public sealed record WaveFrameOutcome(WaveFrame? Frame, IReadOnlyList<string> Reasons);
