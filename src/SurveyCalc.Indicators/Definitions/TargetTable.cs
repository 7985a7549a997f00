using System.Globalization;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions.Notations;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>
/// 計画値 files: one row per indicator, year (or period) and revision, and one for the baseline (計画策定時). What a text
/// means is decided by <see cref="PlanValueText"/>, unless 採用値 says what a person chose.
/// </summary>
internal static class TargetTable
{
    private const string Baseline = "計画策定時";

    /// <param name="tables">The files.</param>
    /// <param name="codes">Known indicator codes: normal form to spelling.</param>
    /// <param name="units">Unit by indicator code.</param>
    /// <param name="cells">Receives the problems.</param>
    public static IReadOnlyList<(Target Target, DefinitionRow Row)> Read(
        IEnumerable<DefinitionTable> tables, IReadOnlyDictionary<string, string> codes, IReadOnlyDictionary<string, string> units, DefinitionCells cells)
    {
        var read = new List<(Target, DefinitionRow)>();
        var seen = new Dictionary<(string, FiscalYear?, FiscalYear?, DateOnly?), DefinitionRow>();
        foreach (var row in tables.SelectMany(t => t.Rows))
        {
            var code = Code(row, codes, cells);
            var hasYear = TryYear(row, cells, out var from, out var year);
            var hasValue = TryValue(row, code is null ? "" : units.GetValueOrDefault(code, ""), [from, year], cells, out var value);
            var hasDay = TryDay(row, cells, out var day);
            if (code is null || !hasYear || !hasValue || !hasDay) continue;
            if (!seen.TryAdd((code, from, year, day), row))
            {
                cells.Add(DefinitionProblems.TargetTwice(row, code, seen[(code, from, year, day)]));
                continue;
            }

            if (row["理由"].Length == 0 && (day is not null || row["採用値"].Length > 0)) cells.Add(DefinitionProblems.ReasonMissing(row, code));
            read.Add((new Target(code, year, row["計画値"], value) { From = from, RevisedOn = day, Reason = row["理由"] }, row));
        }

        return read;
    }

    public static IEnumerable<string[]> Write(DefinitionSet definitions) => definitions.Targets.Select(t => new[]
    {
        t.Indicator, YearText(t), t.Text, AdoptedText(t), t.RevisedOn is { } day ? DayText(day) : "", t.Reason,
    });

    /// <summary>The cell 年度: a year, a period, or 計画策定時.</summary>
    public static string YearText(Target target) =>
        target.Year is not { } year ? Baseline : target.From is { } from ? $"{from}～{year}" : year.ToString();

    public static string DayText(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The cell 採用値: the number that a person chose; empty where the text itself says it.</summary>
    public static string AdoptedText(Target target) =>
        target.Value is { } value && PlanValueText.Read(target, "")?.OnlyValue != value ? value.ToString(CultureInfo.InvariantCulture) : "";

    private static string? Code(DefinitionRow row, IReadOnlyDictionary<string, string> codes, DefinitionCells cells)
    {
        if (cells.Text(row, "指標コード") is not { } text) return null;
        if (codes.TryGetValue(LabelText.Normalize(text), out var code)) return code;
        cells.Add(DefinitionProblems.TargetOfUnknown(row, text, codes.Values));
        return null;
    }

    /// <summary>The year or the two of a period; both null and true for the baseline.</summary>
    private static bool TryYear(DefinitionRow row, DefinitionCells cells, out FiscalYear? from, out FiscalYear? year)
    {
        (from, year) = (null, null);
        if (cells.Text(row, "年度") is not { } text) return false;
        if (LabelText.Normalize(text) is Baseline or "基準値" or "基準") return true;
        if (!FiscalYearNotation.TryRead(text, NotationContext.None, out var notation, out var refusal)) cells.Add(DefinitionProblems.TargetYearUnreadable(row, text, refusal.Reason));
        else if (notation.Meaning is YearMeaning.FiscalRange { From: { } first, To: { } last }) (from, year) = (first, last);
        else if (notation.Meaning.FiscalYear is { } read) year = read;
        else if (FiscalYear.TryParse(text, out var plain)) year = plain;
        else cells.Add(DefinitionProblems.TargetYearUnreadable(row, text, "1つの年度に決まりません。"));
        foreach (var warning in year is null ? [] : notation!.Warnings.Where(w => !IsUsualHere(w)))
            cells.Add(DefinitionProblems.NotationOdd(row, "年度", text, warning));
        return year is not null;
    }

    /// <summary>In the column 年度 a year without that word (2020, 令和2年) is a fiscal year, as it always was.</summary>
    private static bool IsUsualHere(NotationWarning warning) => warning.Code is "SC-N103" or "SC-N105";

    /// <summary>What to compare with: what a person chose, else what the text says; null and true where there is none.</summary>
    private static bool TryValue(DefinitionRow row, string unit, FiscalYear?[] years, DefinitionCells cells, out decimal? value)
    {
        value = null;
        var text = row["計画値"];
        var isRead = PrintedValue.TryRead(text, PlanValueText.ContextOf(unit, years), out var printed, out var refusal);
        if (row["採用値"].Length > 0)
        {
            var isNumber = NumberText.TryParse(row["採用値"], out var adopted);
            if (isNumber) value = adopted;
            else cells.Add(DefinitionProblems.AdoptedUnreadable(row, row["採用値"]));
            return isNumber;
        }

        if (!isRead)
        {
            cells.Add(DefinitionProblems.TargetUnreadable(row, text, refusal!));
            return false;
        }

        var meaning = PlanValueText.MeaningOf(printed!, unit);
        value = meaning.OnlyValue;
        foreach (var warning in value is null ? [] : printed!.Warnings) cells.Add(DefinitionProblems.NotationOdd(row, "計画値", text, warning));
        if (meaning.Readings.Count == 0 && meaning is { Reason.Length: > 0, IsPair: false })
            cells.Add(DefinitionProblems.TargetNotComparable(row, text, meaning.Reason));
        return true;
    }

    private static bool TryDay(DefinitionRow row, DefinitionCells cells, out DateOnly? day)
    {
        day = null;
        if (row["改定日"].Length == 0) return true;
        day = CountDate.DayOf(row["改定日"]);
        if (day is null) cells.Add(DefinitionProblems.RevisedOnUnreadable(row, row["改定日"]));
        return day is not null;
    }
}
