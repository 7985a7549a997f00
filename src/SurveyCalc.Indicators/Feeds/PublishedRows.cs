using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Indicators.Feeds;

/// <summary>Published rows of one moment.</summary>
/// <param name="Mark">How far the store was.</param>
/// <param name="Definitions">The definitions in force.</param>
/// <param name="Items">Rows with their place in the chain, from 1 without gaps.</param>
public sealed record PublishedRows(StoreMark Mark, DefinitionSet Definitions, IReadOnlyList<(long Sequence, ActualRow Row)> Items);
