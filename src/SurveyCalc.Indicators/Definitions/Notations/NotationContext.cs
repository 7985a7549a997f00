using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>What the page around a printed text says: it settles what the text alone leaves open, and nothing else.</summary>
/// <param name="Near">Fiscal years printed beside it (the columns of its table): they give an era to 27年度 and expose a misprint.</param>
/// <param name="Unit">The unit of the indicator (単位), for values printed without one and for units of the city's own.</param>
public sealed record NotationContext(IReadOnlyList<FiscalYear> Near, string? Unit = null)
{
    /// <summary>Nothing is known.</summary>
    public static NotationContext None { get; } = new([]);
}
