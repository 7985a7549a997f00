using System.Globalization;
using System.Text.Json;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Definitions.Notations;

namespace SurveyCalc.Tests.Definitions.Notations;

/// <summary>
/// Compares a value that was read with the meaning written in the catalogue, field by field. Five rules bridge the wording
/// of the catalogue, each where it is used: "(sic)" is its remark; the meaning of a second value stands in the name of the
/// indicator and is asked for by a warning; "= " is what no comparison means; 及び shares the words before the first
/// measure; a candidate is written as number and reading.
/// </summary>
internal static class ExpectedValue
{
    public static IEnumerable<string> Differences(JsonElement expected, PrintedValue read)
    {
        var names = expected.EnumerateObject().Select(f => f.Name).ToArray();
        foreach (var field in expected.EnumerateObject())
            foreach (var difference in Field(field.Name, field.Value, read))
                yield return $"{difference} ({read.Meaning})";
        if (AmountOf(read.Meaning) is { } amount && !names.Contains("change"))
        {
            if (!names.Contains("comparator") && amount.Comparison != Comparison.Equal) yield return "a comparison is not expected";
            if (!names.Contains("approx") && amount.IsApproximate) yield return "an approximation is not expected";
            if (!names.Contains("per") && amount.Per == TargetPeriod.Year) yield return "a period is not expected";
            if (amount.Change != ChangeDirection.Level) yield return "a change is not expected";
        }

        if (!names.Contains("secondary") && read.Secondary is not null) yield return "a second value is not expected";
        if (!names.Contains("breakdown") && read.Parts.Count > 0) yield return "a part is not expected";
        if (!names.Contains("reference") && read.Reference is not null) yield return "a reference is not expected";
        if (!names.Contains("increment") && read.Increment is not null) yield return "an increment is not expected";
        if (!names.Contains("basis") && read.Basis is not null) yield return "a basis is not expected";
        if (read.When is not null && !names.Any(n => n is "fiscal_year" or "as_of" or "reference_fiscal_year")) yield return "a year is not expected";
    }

    public static IEnumerable<string> UnitDifferences(JsonElement expected, UnitNotation read)
    {
        var per = read.Per switch { TargetPeriod.NotPrinted => "", TargetPeriod.Month => "/月", _ => "/?" };
        return expected.EnumerateObject().SelectMany(f => Same(f.Name, f.Value, f.Name == "unit" ? read.Unit + per : $"no rule for {f.Name}"));
    }

    private static IEnumerable<string> Field(string name, JsonElement value, PrintedValue read) => (name, read.Meaning) switch
    {
        ("state", var meaning) => Same(name, value, meaning switch
        {
            ValueMeaning.NoValue => "no_value",
            ValueMeaning.NotYetEntered => "not_yet_entered",
            ValueMeaning.NotSet => "target_not_set",
            _ => null,
        }),
        ("char", ValueMeaning.NoValue absent) => Same(name, value, $"U+{(int)absent.Mark[0]:X4}"),
        ("groups", ValueMeaning.Groups groups) => List(value, groups.Amounts, (e, g) => Parts(e, g.Amount, ("group", g.Group))),
        ("unit", ValueMeaning.Groups groups) => groups.Amounts.SelectMany(g => Same(name, value, g.Amount.Unit)),
        ("min", ValueMeaning.Span span) => Same(name, value, Text(span.Minimum)),
        ("max", ValueMeaning.Span span) => Same(name, value, Text(span.Maximum)),
        ("unit", ValueMeaning.Span span) => Same(name, value, span.Unit),
        ("approx", ValueMeaning.Span span) => Same(name, value, span.IsApproximate ? "True" : "False"),
        ("values", ValueMeaning.Dated dated) => List(value, dated.Amounts, (e, d) => Dated(e, d.When, d.Amount, d.Status)),
        ("annual", ValueMeaning.AnnualSplit split) => Same(name, value, JsonSerializer.Serialize(split.Years.ToDictionary(
            y => Text(y.When.FiscalYear!.Value.FirstYear), y => Text(y.Amount.Number))), value.GetRawText().Replace(" ", "", StringComparison.Ordinal)),
        ("change", ValueMeaning.RelativeToBase relative) => Same(name, value, Signed(relative.Change)),
        ("change", ValueMeaning.RelativeToPrevious relative) => Same(name, value, Signed(relative.Change)),
        ("change_unit", ValueMeaning.RelativeToBase relative) => Same(name, value, relative.NeedsChoice ? "% or ポイント (ambiguous)" : relative.Change.Unit),
        ("change_unit", ValueMeaning.RelativeToPrevious relative) => Same(name, value, relative.Change.Unit),
        ("base", ValueMeaning.RelativeToBase relative) => value.ValueKind is JsonValueKind.Array
            ? List(value, relative.Bases, (e, b) => Dated(e, b.When, b.Amount, ValueStatus.NotPrinted, ("group", b.Group)))
            : Dated(value, Assert.Single(relative.Bases).When, relative.Bases[0].Amount, ValueStatus.NotPrinted),
        ("candidates", ValueMeaning.RelativeToBase relative) => List(value, relative.Candidates, (e, c) =>
            Same("candidate", e, $"{Text(c.Number)} ({(c.Reading is ChangeReading.Points ? "points" : "relative")})")),
        ("relative_to", ValueMeaning.RelativeToPrevious { Previous: Yardstick.PreviousFiscalYear }) => Same(name, value, "previous_fiscal_year"),
        ("relative_to", ValueMeaning.Bound bound) => Same(name, value, bound.Name),
        ("comparator", ValueMeaning.Bound bound) => Same(name, value, Sign(bound.Comparison)),
        ("all", ValueMeaning.AllOf all) => List(value, all.Conditions, Condition),
        ("per", ValueMeaning.AllOf all) => Same(name, value, Period(AmountOf(all.Conditions[^1].Meaning)!.Per)),
        ("secondary", _) => Secondary(value, read),
        ("breakdown", _) => List(value, read.Parts, (e, p) => Parts(e, p.Amount, ("label", p.Label))),
        ("measures", _) => List(value, read.Measures, (e, m) => m.EndsWith(e.GetString()!, StringComparison.Ordinal) ? [] : [$"measure {m}"]),
        ("reference", _) => read.Reference is { } r && AmountOf(r.Meaning) is { } amount ? Dated(value, r.When, amount, r.Status) : ["no reference"],
        ("increment", _) => read.Increment is { Change: ChangeDirection.Increase } i ? Parts(value, i) : ["no increment"],
        ("fiscal_year" or "reference_fiscal_year", _) => Same(name, value, read.When?.FiscalYear is { } year ? Text(year.FirstYear) : null),
        ("basis", _) => Same(name, value, read.Basis),
        ("as_of", _) => Same(name, value, read.When switch
        {
            YearMeaning.Day day => day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            YearMeaning.DayOfYear day => $"--{day.Month:00}-{day.DayOfMonth:00}",
            _ => null,
        }),
        (_, var meaning) when AmountOf(meaning) is { } amount => OfAmount(name, value, amount),
        _ => [$"no rule for {name}"],
    };

    private static IEnumerable<string> OfAmount(string name, JsonElement value, Amount amount) => name switch
    {
        "value" => Same(name, value, Text(amount.Number)),
        "decimals" => Same(name, value, Text(amount.Decimals)),
        "unit" => Same(name, value, amount.Unit, value.ValueKind is JsonValueKind.Null ? null : value.GetString()!.Replace(" (sic)", "", StringComparison.Ordinal)),
        "comparator" => Same(name, value, Sign(amount.Comparison)),
        "inclusive" => Same(name, value, amount.Comparison is Comparison.AtLeast or Comparison.AtMost ? "True" : "False"),
        "approx" => Same(name, value, amount.IsApproximate ? "True" : "False"),
        "per" or "period" => Same(name, value, Period(amount.Per)),
        _ => [$"no rule for {name}"],
    };

    private static IEnumerable<string> Secondary(JsonElement value, PrintedValue read) => value.EnumerateObject().SelectMany(f => f.Name switch
    {
        "value" => Same(f.Name, f.Value, read.Secondary is { } second ? Text(second.Number) : null),
        "meaning" => read.Warnings.Any(w => w.Code == "SC-N111") ? [] : ["nobody is asked for the meaning"],
        _ => new[] { $"no rule for {f.Name}" },
    });

    private static IEnumerable<string> Condition(JsonElement value, MeasuredCondition condition) => value.EnumerateObject().SelectMany(f => (f.Name, condition.Meaning) switch
    {
        ("measure", _) => Same(f.Name, f.Value, condition.Measure),
        ("relative_to", ValueMeaning.RelativeToPrevious { Previous: Yardstick.PreviousFiscalYear }) => Same(f.Name, f.Value, "previous_fiscal_year"),
        ("change", ValueMeaning.RelativeToPrevious relative) => Same(f.Name, f.Value, Signed(relative.Change)),
        ("unit", ValueMeaning.RelativeToPrevious relative) => Same(f.Name, f.Value, relative.Change.Unit),
        (var name, ValueMeaning.OneAmount one) => OfAmount(name, f.Value, one.Amount),
        _ => [$"no rule for {f.Name}"],
    });

    private static IEnumerable<string> Dated(JsonElement value, YearMeaning when, Amount amount, ValueStatus status, params (string Name, string? Found)[] others) =>
        value.EnumerateObject().SelectMany(f => f.Name switch
        {
            "fiscal_year" => Same(f.Name, f.Value, when.FiscalYear is { } year ? Text(year.FirstYear) : null),
            "year" => Same(f.Name, f.Value, when is YearMeaning.CalendarYear year ? Text(year.Year) : null),
            "status" => Same(f.Name, f.Value, status switch { ValueStatus.Final => "final", ValueStatus.Preliminary => "provisional", _ => null }, f.Value.GetString()!.Split('(')[0]),
            _ when others.FirstOrDefault(o => o.Name == f.Name) is { Name: not null } other => Same(f.Name, f.Value, other.Found),
            _ => OfAmount(f.Name, f.Value, amount),
        });

    private static IEnumerable<string> Parts(JsonElement value, Amount amount, params (string Name, string? Found)[] others) =>
        value.EnumerateObject().SelectMany(f => others.FirstOrDefault(o => o.Name == f.Name) is { Name: not null } other
            ? Same(f.Name, f.Value, other.Found)
            : OfAmount(f.Name, f.Value, amount));

    private static IEnumerable<string> List<T>(JsonElement value, IReadOnlyList<T> found, Func<JsonElement, T, IEnumerable<string>> compare) =>
        value.GetArrayLength() != found.Count ? [$"{found.Count} instead of {value.GetArrayLength()}"] : value.EnumerateArray().Zip(found).SelectMany(p => compare(p.First, p.Second));

    private static IEnumerable<string> Same(string name, JsonElement value, string? found) =>
        Same(name, value, found, value.ValueKind is JsonValueKind.Null ? null : value.ToString());

    private static IEnumerable<string> Same(string name, JsonElement value, string? found, string? expected) =>
        found == expected ? [] : [$"{name}: expected {value}, found {found ?? "null"}"];

    private static Amount? AmountOf(ValueMeaning meaning) => meaning switch
    {
        ValueMeaning.OneAmount one => one.Amount,
        ValueMeaning.AnnualSplit split => split.Total,
        ValueMeaning.RelativeToBase relative => relative.Change,
        ValueMeaning.RelativeToPrevious relative => relative.Change,
        _ => null,
    };

    private static string Signed(Amount change) => (change.Change is ChangeDirection.Decrease ? "-" : "+") + Text(change.Number);

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.AtLeast => ">=",
        Comparison.AtMost => "<=",
        Comparison.MoreThan => ">",
        Comparison.LessThan => "<",
        _ => "=",
    };

    private static string? Period(TargetPeriod period) => period switch { TargetPeriod.Year => "年", TargetPeriod.WholePlan => "取組期間", _ => null };

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
