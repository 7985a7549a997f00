namespace SurveyCalc.Indicators.Definitions;

/// <summary>What a printed plan value says, as far as an actual is compared with it (計画値の意味).</summary>
/// <param name="Parts">Its numbers: one for a figure, several for a pair, none when there is nothing to compare with.</param>
/// <param name="Comparison">以内, 以上 … in the text; null when it prints none and the direction decides.</param>
/// <param name="Readings">The numbers that a relative value (10%向上) may mean; empty when there is one reading.</param>
/// <param name="Reason">Why there is no single number to compare with, in Japanese; empty when there is one, or none is set.</param>
public sealed record PlanValueMeaning(
    IReadOnlyList<PlanValuePart> Parts, Comparison? Comparison, IReadOnlyList<PlanValueReading> Readings, string Reason)
{
    /// <summary>The plan prints no value (—, blank, 設定しない).</summary>
    public static PlanValueMeaning NotSet { get; } = new([], null, [], "");

    /// <summary>The one figure that an actual can be compared with; null when there is none or more than one.</summary>
    public decimal? OnlyValue => Parts is [{ Group: "" } only] ? only.Value : null;

    /// <summary>True for 小88 中76: comparable with such a pair only.</summary>
    public bool IsPair => Parts.Count > 1;
}
