namespace SurveyCalc.Indicators.Definitions;

/// <summary>What saving a definition did.</summary>
/// <param name="Item">The definition as saved.</param>
/// <param name="Version">Its version number after saving, from 1.</param>
/// <param name="Before">The version before; null when it is new.</param>
public sealed record DefinitionChange(DefinitionItem Item, int Version, DefinitionItem? Before);
