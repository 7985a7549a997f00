namespace SurveyCalc.Indicators.Definitions;

/// <summary>An indicator with the row it was read from and the kind of rule as the planner named it.</summary>
internal sealed record IndicatorRow(Indicator Indicator, RuleKind Kind, DefinitionRow Row);
