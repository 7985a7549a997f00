using System.Globalization;
using SurveyCalc.Indicators.Actuals;

namespace SurveyCalc.Benchmarks.Figures;

/// <summary>Weighted columns that every tool of the comparison writes, held against ours by indicator, wave and cell.</summary>
/// <param name="Base">Respondents.</param>
/// <param name="WeightedBase">Σw.</param>
/// <param name="Share">Weighted share.</param>
/// <param name="KishN">Kish's effective number.</param>
internal readonly record struct PeerComparison(double Base, double WeightedBase, double Share, double KishN)
{
    private static readonly string[] Columns = ["n_base", "weighted_base", "wp", "n_eff"];

    /// <summary>Our figures by the key of a result row: indicator,wave,breakdown,cell.</summary>
    public static IReadOnlyDictionary<string, PeerComparison> KeysOf(IEnumerable<Actual> actuals, GeneratedSurvey survey)
    {
        var waves = survey.Waves.ToDictionary(w => w.CodeBook.Wave);
        return actuals.Where(a => a.Figure is not null).ToDictionary(
            a =>
            {
                var (codeBook, _, number) = waves[a.Wave];
                return a.Cell.IsEverybody
                    ? $"{a.Indicator},{number},total,all"
                    : $"{a.Indicator},{number},{a.Cell.Breakdown},{codeBook.Find(a.Cell.Breakdown)!.Choices.Single(c => c.Label == a.Cell.Label).Code}";
            },
            a => new PeerComparison(a.Figure!.Denominator, a.Figure.WeightedDenominator, a.Figure.Exact / 100, a.Figure.KishEffectiveN!.Value));
    }

    /// <summary>What a result file agrees on, in one sentence.</summary>
    public static string Compare(string path, IReadOnlyDictionary<string, PeerComparison> ours)
    {
        using var reader = new StreamReader(path);
        string[] header = [.. reader.ReadLine()!.Split(',').Select(name => name.Trim('"'))];
        int[] at = [.. Columns.Select(name => Array.IndexOf(header, name))];
        var (rows, missing) = (0, 0);
        var worst = new double[Columns.Length];
        while (reader.ReadLine() is { } line)
        {
            string[] cells = [.. line.Split(',').Select(cell => cell.Trim('"'))];
            rows++;
            if (!ours.TryGetValue(string.Join(',', cells[..4]), out var mine))
            {
                missing++;
                continue;
            }

            double[] values = [mine.Base, mine.WeightedBase, mine.Share, mine.KishN];
            for (var c = 0; c < at.Length; c++)
                if (at[c] >= 0 && double.TryParse(cells[at[c]], CultureInfo.InvariantCulture, out var value))
                    worst[c] = Math.Max(worst[c], Math.Abs(value - values[c]) / Math.Max(1, Math.Abs(value)));
        }

        var found = Columns.Index().Where(c => at[c.Index] >= 0).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Item} {worst[c.Index]:E1}"));
        return string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows, {missing} unknown to us; largest difference (relative above 1): {string.Join(", ", found)}");
    }
}
