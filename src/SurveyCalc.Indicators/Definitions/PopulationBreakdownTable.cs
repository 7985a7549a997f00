using System.Globalization;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Indicators.Weighting;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>
/// 人口 files: one row per combination of attributes, one table per wave and set of attribute columns filled. Attributes and
/// cells of a table get the order of the code book, so that the order of rows and columns is no part of a definition.
/// </summary>
internal static class PopulationBreakdownTable
{
    /// <summary>People in one cell; more than there are on earth are a slip.</summary>
    private const long MostPeople = 10_000_000_000;

    public static IReadOnlyList<PopulationBreakdown> Read(
        IEnumerable<DefinitionTable> tables, CodeBookRead codeBooks, IReadOnlyList<Population> populations, DefinitionCells cells)
    {
        var (rows, before) = (new List<PopulationRow>(), cells.Problems.Count);
        var respelled = new HashSet<(DefinitionTable, string, string)>();
        foreach (var row in tables.SelectMany(t => t.Rows))
            if (Row(row, codeBooks, respelled, cells) is { } read)
                rows.Add(read);
        var grouped = rows.GroupBy(r => (r.Wave, Attributes: string.Join('×', r.Attributes)))
            .Select(g => (g.First().Row, Table: Table([.. g], codeBooks, populations, cells))).ToList();
        // A total is known once every row of every table could be read.
        if (cells.Problems.Skip(before).All(p => p.Severity != Severity.Error)) PopulationTableCheck.CheckTotals(grouped, cells);
        return [.. grouped.Select(t => t.Table)];
    }

    /// <summary>Headers of the file that holds these tables: the listed ones around all attributes.</summary>
    public static IReadOnlyList<string> HeadersOf(DefinitionSet definitions) =>
        ["調査", "年度", "基準日", .. AttributesOf(definitions), "人数"];

    public static IEnumerable<string[]> Write(DefinitionSet definitions)
    {
        var attributes = AttributesOf(definitions);
        foreach (var table in definitions.PopulationBreakdowns)
            foreach (var cell in table.Cells)
                yield return
                [
                    table.Wave.Survey, table.Wave.FiscalYear.ToString(), table.AsOf,
                    .. attributes.Select(a => table.By.Questions.ToList().IndexOf(a) is >= 0 and var at ? cell.Labels[at] : ""),
                    cell.Count.ToString(CultureInfo.InvariantCulture),
                ];
    }

    private static List<string> AttributesOf(DefinitionSet definitions) =>
        [.. definitions.PopulationBreakdowns.SelectMany(t => t.By.Questions).Distinct(StringComparer.Ordinal)];

    private static PopulationRow? Row(
        DefinitionRow row, CodeBookRead codeBooks, HashSet<(DefinitionTable, string, string)> respelled, DefinitionCells cells)
    {
        var (wave, count) = (cells.Wave(row), cells.Whole(row, "人数", 0, MostPeople));
        if (wave is null) return null;
        var filled = row.Table.Attributes.Where(a => row[a].Length > 0).ToList();
        if (filled.Count == 0) cells.Add(DefinitionProblems.NoAttributeFilled(row));
        var book = codeBooks.CodeBooks.FirstOrDefault(b => b.Wave == wave);
        var labels = new List<(int Place, string Attribute, int Choice, string Label)>();
        foreach (var header in filled)
        {
            if (book is null) labels.Add((labels.Count, header, -1, row[header]));
            else if (Label(row, header, book, codeBooks, respelled, cells) is { } label) labels.Add(label);
        }

        if (count is null || labels.Count == 0 || labels.Count < filled.Count) return null;
        if (count == 0) cells.Add(DefinitionProblems.ZeroPeople(row, string.Join('×', labels.Select(l => l.Label))));
        labels = [.. labels.OrderBy(l => l.Place)];
        return new PopulationRow(
            row, wave.Value, [.. labels.Select(l => l.Attribute)], [.. labels.Select(l => l.Choice)], [.. labels.Select(l => l.Label)], count.Value);
    }

    private static (int Place, string Attribute, int Choice, string Label)? Label(
        DefinitionRow row, string header, CodeBook book, CodeBookRead codeBooks, HashSet<(DefinitionTable, string, string)> respelled, DefinitionCells cells)
    {
        var text = row[header];
        if (book.Find(header) is not { } question)
        {
            if (!codeBooks.IsBroken(book.Wave, header) && respelled.Add((row.Table, header, book.Wave.ToString())))
                cells.Add(DefinitionProblems.AttributeUnknown(row, header, book));
            return null;
        }

        if (!question.IsAttribute())
        {
            if (respelled.Add((row.Table, header, book.Wave.ToString()))) cells.Add(DefinitionProblems.AttributeHasNoChoices(row, header, book.Wave, question));
            return null;
        }

        var at = question.FindChoice(text);
        if (at < 0) cells.Add(DefinitionProblems.LabelUnknown(row, header, text, book.Wave, question));
        else if (question.Choices[at] is { Role: not AnswerRole.Substantive } choice) cells.Add(DefinitionProblems.LabelIsNoCategory(row, header, choice, question));
        else
        {
            if (question.Choices[at].Label != text && respelled.Add((row.Table, header, text)))
                cells.Add(DefinitionProblems.LabelRespelled(row, header, text, question.Choices[at].Label));
            return (book.Questions.ToList().IndexOf(question), question.Id, at, question.Choices[at].Label);
        }

        return null;
    }

    private static PopulationBreakdown Table(
        List<PopulationRow> rows, CodeBookRead codeBooks, IReadOnlyList<Population> populations, DefinitionCells cells)
    {
        var (first, kept) = (rows[0], new List<PopulationRow>());
        var seen = new Dictionary<string, PopulationRow>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (seen.TryAdd(string.Join('×', row.Labels), row)) kept.Add(row);
            else cells.Add(DefinitionProblems.CellTwice(row.Row, string.Join('×', row.Labels), seen[string.Join('×', row.Labels)].Row));
        }

        var by = new Breakdown([.. first.Attributes]);
        var dated = rows.FirstOrDefault(r => r.Row["基準日"].Length > 0)?.Row;
        PopulationTableCheck.Check(by, kept, dated, codeBooks, populations, cells);
        kept.Sort((a, b) => PopulationRow.Compare(a, b));
        return new PopulationBreakdown(first.Wave, dated?["基準日"] ?? "", by, [.. kept.Select(r => new PopulationCell(r.Labels, r.Count))]);
    }
}
