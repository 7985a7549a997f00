using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions.Notations;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>計画値 files: one row per indicator and year, and one for the baseline (計画策定時).</summary>
internal static class TargetTable
{
    private const string Baseline = "計画策定時";

    /// <param name="tables">The files.</param>
    /// <param name="codes">Known indicator codes: normal form to spelling.</param>
    /// <param name="cells">Receives the problems.</param>
    public static IReadOnlyList<(Target Target, DefinitionRow Row)> Read(
        IEnumerable<DefinitionTable> tables, IReadOnlyDictionary<string, string> codes, DefinitionCells cells)
    {
        var read = new List<(Target, DefinitionRow)>();
        var seen = new Dictionary<(string, FiscalYear?), DefinitionRow>();
        foreach (var row in tables.SelectMany(t => t.Rows))
        {
            var code = Code(row, codes, cells);
            var hasYear = TryYear(row, cells, out var year);
            var hasValue = TryValue(row, cells, out var value);
            if (code is null || !hasYear || !hasValue) continue;
            if (seen.TryAdd((code, year), row)) read.Add((new Target(code, year, row["計画値"], value), row));
            else cells.Add(DefinitionProblems.TargetTwice(row, code, seen[(code, year)]));
        }

        return read;
    }

    public static IEnumerable<string[]> Write(DefinitionSet definitions) =>
        definitions.Targets.Select(t => new[] { t.Indicator, t.Year?.ToString() ?? Baseline, t.Text });

    private static string? Code(DefinitionRow row, IReadOnlyDictionary<string, string> codes, DefinitionCells cells)
    {
        if (cells.Text(row, "指標コード") is not { } text) return null;
        if (codes.TryGetValue(LabelText.Normalize(text), out var code)) return code;
        cells.Add(DefinitionProblems.TargetOfUnknown(row, text, codes.Values));
        return null;
    }

    /// <summary>The year; null and true for the baseline.</summary>
    private static bool TryYear(DefinitionRow row, DefinitionCells cells, out FiscalYear? year)
    {
        year = null;
        if (cells.Text(row, "年度") is not { } text) return false;
        if (LabelText.Normalize(text) is Baseline or "基準値" or "基準") return true;
        var isYear = FiscalYear.TryParse(text, out var parsed);
        if (isYear) year = parsed;
        else cells.Add(DefinitionProblems.TargetYearUnreadable(row, text));
        return isYear;
    }

    /// <summary>
    /// A number, with % or without; null and true where the plan prints none. Notations that say more than one number are
    /// problems: a target keeps one number, and their rest would be lost.
    /// </summary>
    private static bool TryValue(DefinitionRow row, DefinitionCells cells, out decimal? value)
    {
        value = null;
        if (PrintedValue.TryRead(row["計画値"], NotationContext.None, out var read, out _) && read.Warnings.Count == 0)
        {
            if (read is { Meaning: ValueMeaning.NoValue or ValueMeaning.NotYetEntered or ValueMeaning.NotSet, When: null }) return true;
            if (read is { PlainNumber: { } number, Meaning: ValueMeaning.OneAmount { Amount.Unit: null or "%" } })
            {
                value = number;
                return true;
            }
        }

        cells.Add(DefinitionProblems.TargetUnreadable(row, row["計画値"]));
        return false;
    }
}
