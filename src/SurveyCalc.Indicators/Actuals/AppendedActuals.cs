namespace SurveyCalc.Indicators.Actuals;

/// <summary>What became of computed actuals in the store.</summary>
/// <param name="Written">New revisions with their numbers, in the order given; empty when nothing was written.</param>
/// <param name="Differences">New reports on confirmed actuals that stay as they are, in the order given.</param>
public sealed record AppendedActuals(IReadOnlyList<Actual> Written, IReadOnlyList<DifferenceReport> Differences);
