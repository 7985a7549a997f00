using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>
/// 取込設定 files: one row per 項目. A row without a year holds for every wave of the survey; per 項目, rows with a year
/// take the place of rows without. A blank value is the default.
/// </summary>
internal static class ProfileTable
{
    /// <returns>A profile for every wave that has a code book, with or without rows, in the order of the code books.</returns>
    public static IReadOnlyList<ImportProfile> Read(IEnumerable<DefinitionTable> tables, CodeBookRead codeBooks, DefinitionCells cells)
    {
        var settings = new List<(string Survey, FiscalYear? Year, ProfileItem Item, string Value)>();
        var seen = new Dictionary<(string, FiscalYear?, ProfileItem), DefinitionRow>();
        foreach (var row in tables.SelectMany(t => t.Rows))
        {
            var survey = cells.Survey(row);
            FiscalYear? year = row["年度"].Length == 0 ? null : cells.Year(row);
            var item = Item(row, cells);
            if (survey is null || item is null || (row["年度"].Length > 0 && year is null)) continue;
            WarnOfNoCodeBook(row, survey, year, codeBooks, cells);
            if (!item.IsRepeatable && !seen.TryAdd((survey, year, item), row))
                cells.Add(DefinitionProblems.ItemTwice(row, item.Name, seen[(survey, year, item)]));
            else
                settings.Add((survey, year, item, row["値"]));
        }

        return [.. codeBooks.CodeBooks.Select(b => Build(b.Wave))];

        ImportProfile Build(WaveKey wave)
        {
            var profile = new ImportProfile { Wave = wave };
            foreach (var item in ProfileItem.All)
            {
                var mine = settings.Where(s => s.Survey == wave.Survey && s.Item == item).ToList();
                var ofYear = mine.Where(s => s.Year == wave.FiscalYear).ToList();
                foreach (var (_, _, _, value) in ofYear.Count > 0 ? ofYear : mine.Where(s => s.Year is null))
                    if (value.Length > 0)
                        profile = item.Apply(profile, value) ?? profile;
            }

            return profile;
        }
    }

    /// <summary>What differs from the defaults, with the year on every row.</summary>
    public static IEnumerable<string[]> Write(DefinitionSet definitions)
    {
        foreach (var profile in definitions.Profiles)
        {
            var defaults = new ImportProfile { Wave = profile.Wave };
            foreach (var item in ProfileItem.All)
            {
                var values = item.Values(profile);
                if (values.SequenceEqual(item.Values(defaults))) continue;
                foreach (var value in values)
                    yield return [profile.Wave.Survey, profile.Wave.FiscalYear.ToString(), item.Name, value];
            }
        }
    }

    private static ProfileItem? Item(DefinitionRow row, DefinitionCells cells)
    {
        if (cells.Text(row, "項目") is not { } name) return null;
        if (ProfileItem.Find(name) is not { } item)
        {
            cells.Add(DefinitionProblems.ItemUnknown(row, name));
            return null;
        }

        var value = row["値"];
        if (value.Length == 0 || item.Apply(new ImportProfile { Wave = default }, value) is not null) return item;
        cells.Add(DefinitionProblems.ItemValueWrong(row, item, value));
        return null;
    }

    private static void WarnOfNoCodeBook(DefinitionRow row, string survey, FiscalYear? year, CodeBookRead codeBooks, DefinitionCells cells)
    {
        if (!codeBooks.IsComplete || codeBooks.CodeBooks.Any(b => b.Wave.Survey == survey && (year is null || b.Wave.FiscalYear == year))) return;
        cells.Add(DefinitionProblems.ProfileWithoutCodeBook(row, survey, year));
    }
}
