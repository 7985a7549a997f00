using System.Text.Json;
using CsvHelper;
using SurveyCalc.Indicators.Definitions.Notations;
using SurveyCalc.Indicators.Waves;
using Xunit.Abstractions;

namespace SurveyCalc.Tests.Definitions.Notations;

/// <summary>Every literal that the five documents print, against the meaning written down for it by hand.</summary>
public sealed class CatalogueTests(ITestOutputHelper output)
{
    /// <summary>Sentences of prose; nothing that stands in a table may be added here.</summary>
    private static readonly string[] Prose =
    [
        "target_inside_prose_fullwidth_percent", "threshold_inside_indicator_name_fullwidth_unit", "relative_to_previous_year_upper_bound",
        "rebaselined_target_rule", "difference_printed_as_percent_not_points",
    ];

    [Fact]
    public void Every_literal_is_read_to_its_meaning_and_only_prose_is_refused()
    {
        var (read, refused, wrong) = (0, new List<string>(), new List<string>());
        var literals = Literals();
        foreach (var literal in literals)
        {
            var differences = Differences(literal, out var refusal);
            if (refusal is not null) refused.Add(literal.NotationClass);
            else if (differences.Count > 0) wrong.Add($"{literal.NotationClass} 「{literal.Text}」: {string.Join("; ", differences)}");
            else read++;
            if (refusal is not null && !Prose.Contains(literal.NotationClass)) wrong.Add($"{literal.NotationClass} 「{literal.Text}」 is refused: {refusal.Code} {refusal.Reason}");
        }

        output.WriteLine($"literals {literals.Count}, classes {literals.Select(l => l.NotationClass).Distinct().Count()}: read {read}, refused {refused.Count}, wrong {wrong.Count}");
        foreach (var line in wrong.Distinct()) output.WriteLine(line);
        Assert.Equal(508, literals.Count);
        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Distinct()));
        Assert.Equal(Prose.Order(StringComparer.Ordinal), refused.Order(StringComparer.Ordinal));
        Assert.Equal(literals.Count - Prose.Length, read);
    }

    private static IReadOnlyList<string> Differences(Literal literal, out NotationRefusal? refusal)
    {
        using var document = JsonDocument.Parse(literal.Expected);
        var expected = document.RootElement;
        switch (literal.Role)
        {
            case "fiscal_year":
                return FiscalYearNotation.TryRead(literal.Text, literal.Context, out var year, out refusal) ? [.. ExpectedYear.Differences(expected, year)] : [];
            case "unit":
                return UnitNotation.TryRead(literal.Text, out var unit, out refusal) ? [.. ExpectedValue.UnitDifferences(expected, unit)] : [];
            default:
                return PrintedValue.TryRead(literal.Text, literal.Context, out var value, out refusal) ? [.. ExpectedValue.Differences(expected, value)] : [];
        }
    }

    private static List<Literal> Literals()
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Definitions", "Notations", "printed-notations.csv"));
        using var csv = CsvReader.Create(stream, new CsvReaderOptions { HasHeader = false });
        var literals = new List<Literal>();
        csv.Read();
        Assert.Equal(["seed_file", "role", "literal", "notation_class", "expected_parse_json"], new[] { 0, 2, 3, 4, 5 }.Select(csv.GetString));
        while (csv.Read()) literals.Add(new Literal(csv.GetString(0), csv.GetString(2), csv.GetString(3), csv.GetString(4), csv.GetString(5)));
        return literals;
    }

    private sealed record Literal(string Document, string Role, string Text, string NotationClass, string Expected)
    {
        /// <summary>What the page says: the years of its table, and the unit where only the 単位 cell has it.</summary>
        public NotationContext Context => NotationClass switch
        {
            "fiscal_year_range_no_era" => new([new FiscalYear(2006)]),
            "fiscal_year_era_misprint" => new([new FiscalYear(2021), new FiscalYear(2022), new FiscalYear(2023)]),
            "upper_bound_by_label_上限" => new([], "日"),
            "lower_bound_by_label_下限" => new([], "件"),
            _ when Document.StartsWith("001", StringComparison.Ordinal) => Years(2024, 2027),
            _ when Document.StartsWith("003", StringComparison.Ordinal) => Years(2011, 2015),
            _ => NotationContext.None,
        };

        private static NotationContext Years(int from, int to) => new([.. Enumerable.Range(from, to - from + 1).Select(y => new FiscalYear(y))]);
    }
}
