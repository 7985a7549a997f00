using System.Globalization;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>母集団 files: one row per wave.</summary>
internal static class PopulationTable
{
    public static IReadOnlyList<Population> Read(IEnumerable<DefinitionTable> tables, CodeBookRead codeBooks, DefinitionCells cells)
    {
        var read = new List<Population>();
        var seen = new Dictionary<WaveKey, DefinitionRow>();
        foreach (var row in tables.SelectMany(t => t.Rows))
        {
            var wave = cells.Wave(row);
            var count = cells.Whole(row, "母集団数", 1);
            var distributed = row["配布数"].Length == 0 ? null : cells.Whole(row, "配布数", 0);
            if (wave is null || count is null) continue;
            if (!seen.TryAdd(wave.Value, row))
            {
                cells.Add(DefinitionProblems.PopulationTwice(row, wave.Value, seen[wave.Value]));
                continue;
            }

            if (distributed > count) cells.Add(DefinitionProblems.DistributedAbovePopulation(row, distributed.Value, count.Value));
            if (codeBooks.IsComplete && codeBooks.CodeBooks.All(b => b.Wave != wave))
                cells.Add(DefinitionProblems.PopulationWithoutCodeBook(row, wave.Value));
            read.Add(new Population(wave.Value, count.Value, row["基準日"], distributed));
        }

        return read;
    }

    public static IEnumerable<string[]> Write(DefinitionSet definitions) => definitions.Populations.Select(p => new[]
    {
        p.Wave.Survey, p.Wave.FiscalYear.ToString(), p.Count.ToString(CultureInfo.InvariantCulture), p.AsOf,
        p.Distributed?.ToString(CultureInfo.InvariantCulture) ?? "",
    });
}
