using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Spectre.Console;
using SurveyCalc.Indicators.Weighting;

namespace SurveyCalc.Worker.Output;

/// <summary>What a weighting did, as a table with a summary, as CSV (one table of names and values), or as JSON.</summary>
internal static class WeightsTable
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Write(Terminal terminal, WaveFrame wave, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Csv:
                WriteCsv(terminal, wave);
                break;
            case OutputFormat.Json:
                terminal.Out.WriteLine(JsonSerializer.Serialize(
                    new
                    {
                        区分 = wave.Report?.Margins.Select(c => new
                        {
                            調整の区分 = c.Margin,
                            区分 = c.Label,
                            回答者 = c.Respondents,
                            調整前の構成比 = c.ShareBefore,
                            調整後の構成比 = c.ShareAfter,
                            母集団 = c.Population,
                            母集団構成比 = Share(wave, c),
                        }) ?? [],
                        概要 = Summary(wave).ToDictionary(s => s.Name, s => s.Value),
                        注記 = wave.Notes,
                    },
                    Json));
                break;
            default:
                WriteTable(terminal, wave);
                break;
        }
    }

    private static void WriteTable(Terminal terminal, WaveFrame wave)
    {
        if (wave.Report is null) terminal.Out.WriteLine("ウエイト調整はしていません。");
        else
        {
            var table = new Table().Border(TableBorder.Ascii2);
            foreach (var header in new[] { "調整の区分", "区分", "回答者", "構成比(調整前)", "構成比(調整後)", "母集団構成比" }) table.AddColumn(header);
            foreach (var c in wave.Report.Margins)
                table.AddRow(Markup.Escape(c.Margin), Markup.Escape(c.Label), Show(c.Respondents), Percent(c.ShareBefore), Percent(c.ShareAfter), Percent(Share(wave, c)));
            terminal.WriteTable(table);
        }

        foreach (var (name, value) in Summary(wave)) terminal.Out.WriteLine($"{name}: {Show(value)}");
        foreach (var note in wave.Notes) terminal.Out.WriteLine($"注記: {note}");
    }

    private static void WriteCsv(Terminal terminal, WaveFrame wave)
    {
        var lines = new List<string[]> { (string[])["項目", "区分", "回答者", "構成比(調整前)", "構成比(調整後)", "母集団", "母集団構成比", "値"] };
        lines.AddRange((wave.Report?.Margins ?? []).Select(c => new[]
        {
            c.Margin, c.Label, Full(c.Respondents), Full(c.ShareBefore), Full(c.ShareAfter), Full(c.Population), Full(Share(wave, c)), "",
        }));
        lines.AddRange(Summary(wave).Select(s => new[] { s.Name, "", "", "", "", "", "", Full(s.Value) }));
        lines.AddRange(wave.Notes.Select(n => new[] { "注記", "", "", "", "", "", "", n }));
        terminal.WriteBytes(TextEncoder.Utf8WithMark(string.Concat(lines.Select(l => string.Join(',', l.Select(Quoted)) + "\r\n"))));
    }

    private static IEnumerable<(string Name, object Value)> Summary(WaveFrame wave)
    {
        var weights = wave.Frame.Summary;
        yield return ("回答者", weights.Respondents);
        yield return ("ウエイトの最小", weights.Smallest);
        yield return ("ウエイトの最大", weights.Largest);
        yield return ("ウエイトの合計", weights.Sum);
        yield return ("有効標本サイズ(Kish)", weights.KishEffectiveN);
        yield return ("デザイン効果(Kish)", weights.KishDesignEffect);
        if (wave.Report is { } report)
        {
            yield return ("調整前の有効標本サイズ(Kish)", report.Before.KishEffectiveN);
            yield return ("繰り返しの回数", (long)report.Sweeps);
        }

        yield return ("除いた回答者", (long)wave.Excluded);
    }

    private static double Share(WaveFrame wave, WeightingReport.Category category) =>
        category.Population / (double)wave.Report!.Margins.Where(c => c.Margin == category.Margin).Sum(c => c.Population);

    private static string Percent(double share) => share.ToString("P2", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);

    private static string Show(object value) => value is double number
        ? number.ToString(Math.Abs(number) >= 100 ? "N1" : "F4", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{value:N0}");

    private static string Full(object value) => value is double number
        ? number.ToString("R", CultureInfo.InvariantCulture)
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
