using System.Globalization;
using System.Text.Json;
using SurveyCalc.Indicators.Definitions.Notations;

namespace SurveyCalc.Tests.Definitions.Notations;

/// <summary>Compares a year that was read with the meaning written in the catalogue, field by field.</summary>
internal static class ExpectedYear
{
    public static IEnumerable<string> Differences(JsonElement expected, FiscalYearNotation read)
    {
        foreach (var field in expected.EnumerateObject())
        {
            var found = Found(field.Name, read);
            if (found != Text(field.Value)) yield return $"{field.Name}: expected {field.Value}, found {found ?? "null"} ({read.Meaning})";
        }

        var names = expected.EnumerateObject().Select(f => f.Name).ToArray();
        if (!names.Contains("role") && read.Role is not null and not "目標") yield return $"role {read.Role} is not expected";
        if (!names.Contains("basis") && read.Basis is not null) yield return $"basis {read.Basis} is not expected";
        if (!names.Contains("footnote") && read.HasFootnote) yield return "a footnote is not expected";
        if (!names.Contains("part") && read.Meaning is YearMeaning.Fiscal { Part: not YearPart.Whole }) yield return "a part is not expected";
    }

    private static string? Found(string field, FiscalYearNotation read) => (field, read.Meaning) switch
    {
        ("fiscal_year", _) => Number(read.Year?.FirstYear),
        ("from" or "from_fiscal_year", YearMeaning.FiscalRange range) => Number(range.From?.FirstYear),
        ("to", YearMeaning.FiscalRange range) => Number(range.To?.FirstYear),
        ("from", YearMeaning.CalendarRange range) => Number(range.From),
        ("to", YearMeaning.CalendarRange range) => Number(range.To),
        ("from", YearMeaning.Transition pair) => Number(pair.From.FirstYear),
        ("to", YearMeaning.Transition pair) => Number(pair.To.FirstYear),
        ("year", YearMeaning.CalendarYear year) => Number(year.Year),
        ("year", YearMeaning.CalendarMonth month) => Number(month.Year),
        ("month", YearMeaning.CalendarMonth month) => Number(month.Month),
        ("as_of" or "date", YearMeaning.Day day) => day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ("role", _) => read.Role is "現状値" ? "baseline(現状値)" : read.Role,
        ("basis", _) => read.Basis,
        ("era_inferred", _) => read.EraInferred,
        ("footnote", _) => read.HasFootnote ? "True" : "False",
        ("part", YearMeaning.Fiscal year) => year.Part switch { YearPart.FirstHalf => "1st half", YearPart.SecondHalf => "2nd half", _ => null },
        ("printed_fiscal_year", YearMeaning.Suspect suspect) => Number(suspect.PrintedYear.FirstYear),
        ("intended_fiscal_year", YearMeaning.Suspect suspect) => Number(suspect.Intended.FirstYear),
        _ => $"no rule for {field}",
    };

    private static string? Text(JsonElement value) => value.ValueKind is JsonValueKind.Null ? null : value.ToString();

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
