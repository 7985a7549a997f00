using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>
/// The one order of definitions, so that files and a store give the same tables: surveys by name, waves by year,
/// indicators by code with numbers read as numbers (1-2 before 1-10).
/// </summary>
internal static class DefinitionOrder
{
    /// <summary>Compares codes: runs of ASCII digits by value, all else ordinal.</summary>
    public static IComparer<string> Codes { get; } = Comparer<string>.Create(Compare);

    public static DefinitionSet Sort(DefinitionSet set) => new()
    {
        Surveys = [.. set.Surveys.OrderBy(s => s.Survey, StringComparer.Ordinal)],
        CodeBooks = [.. ByWave(set.CodeBooks, b => b.Wave)],
        Profiles = [.. ByWave(set.Profiles, p => p.Wave)],
        Populations = [.. ByWave(set.Populations, p => p.Wave)],
        PopulationBreakdowns = [.. ByWave(set.PopulationBreakdowns, t => t.Wave).ThenBy(t => t.By.ToString(), StringComparer.Ordinal)],
        Indicators = [.. set.Indicators.OrderBy(i => i.Code, Codes).ThenBy(i => i.ValidFrom?.FirstYear ?? 0)],
        Targets = [.. set.Targets.OrderBy(t => t.Indicator, Codes).ThenBy(t => t.Year?.FirstYear ?? 0)
            .ThenBy(t => t.From?.FirstYear ?? 0).ThenBy(t => t.RevisedOn ?? DateOnly.MinValue)],
        Register = [.. set.Register.OrderBy(e => e.Code, Codes)],
        EnteredActuals = [.. set.EnteredActuals.OrderBy(a => a.Indicator, Codes).ThenBy(a => a.Year).ThenBy(a => a.Status)],
    };

    private static IOrderedEnumerable<T> ByWave<T>(IEnumerable<T> values, Func<T, WaveKey> wave) =>
        values.OrderBy(v => wave(v).Survey, StringComparer.Ordinal).ThenBy(v => wave(v).FiscalYear);

    private static int Compare(string a, string b)
    {
        var (i, j) = (0, 0);
        while (i < a.Length && j < b.Length)
        {
            if (!char.IsAsciiDigit(a[i]) || !char.IsAsciiDigit(b[j]))
            {
                if (a[i] != b[j]) return a[i].CompareTo(b[j]);
                i++;
                j++;
                continue;
            }

            var (left, right) = (Digits(a, ref i), Digits(b, ref j));
            if (left.Length != right.Length) return left.Length.CompareTo(right.Length);
            if (string.CompareOrdinal(left, right) is not 0 and var difference) return difference;
        }

        var rest = (a.Length - i).CompareTo(b.Length - j);
        return rest != 0 ? rest : string.CompareOrdinal(a, b);
    }

    private static string Digits(string text, ref int at)
    {
        var from = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return text[from..at].TrimStart('0');
    }
}
