using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>The pairs of 重要度 and 満足度 that the indicators name: each code in its spelling, and fit to be compared.</summary>
internal static class ImportancePairs
{
    /// <summary>Finds the indicator behind every 重要度の指標.</summary>
    /// <param name="indicators">The rows that could be read.</param>
    /// <param name="codes">Code of every row, readable or not: normal form to spelling.</param>
    /// <param name="cells">Receives the problems.</param>
    /// <returns>The rows in their order, with the code as its own row spells it.</returns>
    public static IReadOnlyList<IndicatorRow> Resolve(
        IReadOnlyList<IndicatorRow> indicators, IReadOnlyDictionary<string, string> codes, DefinitionCells cells) =>
        [.. indicators.Select(read => read.Indicator.ImportanceIndicator is { } written ? Resolve(read, written, indicators, codes, cells) : read)];

    private static IndicatorRow Resolve(
        IndicatorRow read, string written, IReadOnlyList<IndicatorRow> indicators, IReadOnlyDictionary<string, string> codes, DefinitionCells cells)
    {
        var (indicator, row) = (read.Indicator, read.Row);
        if (!codes.TryGetValue(LabelText.Normalize(written), out var code))
            cells.Add(DefinitionProblems.ImportanceUnknown(row, indicator.Code, written, codes.Values));
        else if (LabelText.Same(code, indicator.Code)) cells.Add(DefinitionProblems.ImportanceOfItself(row, indicator.Code));
        else if (indicators.FirstOrDefault(i => i.Indicator.Code == code)?.Indicator is { } importance && Fault(row, indicator, importance) is { } fault)
            cells.Add(fault);
        else return read with { Indicator = indicator with { ImportanceIndicator = code } };
        return read;
    }

    private static Import.ImportProblem? Fault(DefinitionRow row, Indicator indicator, Indicator importance)
    {
        if (importance.Survey != indicator.Survey) return DefinitionProblems.ImportanceOfAnotherSurvey(row, indicator, importance);
        var isComparable = importance.Unit == indicator.Unit && importance.Rule.GetType() == indicator.Rule.GetType()
            && (importance.Direction, indicator.Direction) is (Direction.HigherIsBetter, Direction.HigherIsBetter);
        return isComparable ? null : DefinitionProblems.ImportanceNotComparable(row, indicator, importance);
    }
}
