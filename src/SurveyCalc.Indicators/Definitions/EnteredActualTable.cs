using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions.Notations;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>入力実績 files: one row per indicator, year and standing, for actuals that are not computed here.</summary>
internal static class EnteredActualTable
{
    /// <param name="tables">The files.</param>
    /// <param name="codes">Known codes: normal form to spelling.</param>
    /// <param name="units">Unit by indicator code.</param>
    /// <param name="indicators">Indicators that are computed.</param>
    /// <param name="codeBooks">Code books, which say for which years they are.</param>
    /// <param name="cells">Receives the problems.</param>
    public static IReadOnlyList<(EnteredActual Actual, DefinitionRow Row)> Read(
        IEnumerable<DefinitionTable> tables, IReadOnlyDictionary<string, string> codes, IReadOnlyDictionary<string, string> units,
        IReadOnlyList<IndicatorRow> indicators, CodeBookRead codeBooks, DefinitionCells cells)
    {
        var read = new List<(EnteredActual, DefinitionRow)>();
        var seen = new Dictionary<(string, FiscalYear, Status), DefinitionRow>();
        foreach (var row in tables.SelectMany(t => t.Rows))
        {
            var code = Code(row, codes, cells);
            var (year, status) = (cells.Year(row), cells.Word(row, "状態", DefinitionWords.Statuses, Status.Preliminary));
            var unit = code is null ? "" : units.GetValueOrDefault(code, "");
            var isReadable = PrintedValue.TryRead(row["実績"], PlanValueText.ContextOf(unit, year), out _, out var refusal);
            if (!isReadable) cells.Add(DefinitionProblems.EnteredUnreadable(row, row["実績"], refusal!));
            if (code is null || year is null || status is null || !isReadable) continue;
            if (!seen.TryAdd((code, year.Value, status.Value), row))
            {
                cells.Add(DefinitionProblems.EnteredTwice(row, code, seen[(code, year.Value, status.Value)]));
                continue;
            }

            var indicator = indicators.FirstOrDefault(i => i.Indicator.Code == code)?.Indicator;
            if (indicator is not null && codeBooks.Of(indicator.Survey).Any(b => b.Wave.FiscalYear == year && b.Find(indicator.Question) is not null))
                cells.Add(DefinitionProblems.EnteredAndComputed(row, indicator, year.Value));
            read.Add((new EnteredActual(code, year.Value, row["実績"], status.Value, row["出典"]), row));
        }

        return read;
    }

    public static IEnumerable<string[]> Write(DefinitionSet definitions) => definitions.EnteredActuals.Select(a => new[]
    {
        a.Indicator, a.Year.ToString(), a.Text, DefinitionWords.Statuses.WordOf(a.Status), a.Source,
    });

    private static string? Code(DefinitionRow row, IReadOnlyDictionary<string, string> codes, DefinitionCells cells)
    {
        if (cells.Text(row, "指標コード") is not { } text) return null;
        if (codes.TryGetValue(LabelText.Normalize(text), out var code)) return code;
        cells.Add(DefinitionProblems.EnteredOfUnknown(row, text, codes.Values));
        return null;
    }
}
