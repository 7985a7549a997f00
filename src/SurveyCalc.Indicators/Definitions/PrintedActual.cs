using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>An actual as it stands in print, computed or entered (印刷された実績).</summary>
/// <param name="Indicator">Indicator code.</param>
/// <param name="Year">Fiscal year.</param>
/// <param name="Value">The printed number.</param>
public sealed record PrintedActual(string Indicator, FiscalYear Year, decimal Value)
{
    /// <summary>Entered actuals that are single figures.</summary>
    public static IReadOnlyList<PrintedActual> OfEntered(DefinitionSet definitions) =>
    [
        .. from entered in definitions.EnteredActuals
           let value = PlanValueText.Read(entered, definitions.EntryOf(entered.Indicator)?.Unit ?? "")?.OnlyValue
           where value is not null
           select new PrintedActual(entered.Indicator, entered.Year, value.Value),
    ];
}
