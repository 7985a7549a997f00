using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>What can only be said of a population table as a whole: its completeness, its date and its total.</summary>
internal static class PopulationTableCheck
{
    /// <param name="by">Attributes of the table.</param>
    /// <param name="rows">Its cells, each once; at least one.</param>
    /// <param name="dated">First row with a date, or null.</param>
    /// <param name="codeBooks">Tell what is missing.</param>
    /// <param name="populations">Totals to compare with.</param>
    /// <param name="cells">Receives the problems.</param>
    public static void Check(
        Breakdown by, IReadOnlyList<PopulationRow> rows, DefinitionRow? dated, CodeBookRead codeBooks, IReadOnlyList<Population> populations,
        DefinitionCells cells)
    {
        var (first, wave) = (rows[0].Row, rows[0].Wave);
        var book = codeBooks.CodeBooks.FirstOrDefault(b => b.Wave == wave);
        if (book is null && codeBooks.IsComplete) cells.Add(DefinitionProblems.BreakdownWithoutCodeBook(first, wave));
        CheckCombinations(by, rows, cells);
        if (book is not null) CheckCategories(by, rows, book, cells);
        CheckDates(wave, rows, dated, cells);
        var total = rows.Sum(r => r.Count);
        if (populations.FirstOrDefault(p => p.Wave == wave) is { } population && population.Count != total)
            cells.Add(DefinitionProblems.TotalDiffersFromPopulation(first, by, wave, total, population.Count));
    }

    /// <summary>All tables of a wave count the same people, so that no weighting fails on them later.</summary>
    /// <param name="tables">Every table with its first row.</param>
    /// <param name="cells">Receives the problems.</param>
    public static void CheckTotals(IEnumerable<(DefinitionRow Row, PopulationBreakdown Table)> tables, DefinitionCells cells)
    {
        foreach (var wave in tables.GroupBy(t => t.Table.Wave))
        {
            var (at, first) = wave.First();
            var total = first.Cells.Sum(c => c.Count);
            foreach (var (row, table) in wave)
                if (table.Cells.Sum(c => c.Count) is var other && other != total)
                    cells.Add(DefinitionProblems.TotalsOfTablesDiffer(row, table.By, other, first.By, total, at));
        }
    }

    private static void CheckCombinations(Breakdown by, IReadOnlyList<PopulationRow> rows, DefinitionCells cells)
    {
        var there = rows.Select(r => string.Join('×', r.Labels)).ToHashSet(StringComparer.Ordinal);
        IEnumerable<string> wanted = [""];
        for (var i = 0; i < by.Questions.Count; i++)
        {
            var at = i;
            var labels = rows.Select(r => (r.Choices[at], Label: r.Labels[at])).Distinct().Order().Select(l => l.Label).ToList();
            wanted = wanted.SelectMany(head => labels.Select(l => head.Length == 0 ? l : head + "×" + l));
        }

        var missing = wanted.Where(w => !there.Contains(w)).ToList();
        if (missing.Count > 0) cells.Add(DefinitionProblems.CombinationsMissing(rows[0].Row, by, missing));
    }

    private static void CheckCategories(Breakdown by, IReadOnlyList<PopulationRow> rows, CodeBook book, DefinitionCells cells)
    {
        for (var i = 0; i < by.Questions.Count; i++)
        {
            var there = rows.Select(r => r.Choices[i]).ToHashSet();
            var question = book.Find(by.Questions[i])!;
            var lacking = question.Choices.Where((c, at) => c.Role is AnswerRole.Substantive && !there.Contains(at)).Select(c => c.Label).ToList();
            if (lacking.Count > 0) cells.Add(DefinitionProblems.CategoriesMissing(rows[0].Row, by, question, lacking));
        }
    }

    private static void CheckDates(WaveKey wave, IReadOnlyList<PopulationRow> rows, DefinitionRow? dated, DefinitionCells cells)
    {
        if (dated is null) return;
        var date = dated["基準日"];
        if (rows.FirstOrDefault(r => r.Row["基準日"].Length > 0 && r.Row["基準日"] != date)?.Row is { } other)
            cells.Add(DefinitionProblems.DatesDiffer(other, dated));
        if (CountDate.FiscalYearOf(date) is not { } year) cells.Add(DefinitionProblems.DateUnreadable(dated, date));
        else if (Math.Abs(year.FirstYear - wave.FiscalYear.FirstYear) > 1) cells.Add(DefinitionProblems.DateOfAnotherYear(dated, date, year, wave));
    }
}
