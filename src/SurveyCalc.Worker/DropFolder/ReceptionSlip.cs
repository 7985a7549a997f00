using System.Text.Json;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Worker.DropFolder;

/// <summary>The slip beside a file (受付票): which survey and year it is, as CSV (見出し 調査,年度) or JSON.</summary>
internal static class ReceptionSlip
{
    private const int Most = 4096;

    /// <returns>The wave, or null and why it cannot be read.</returns>
    public static WaveKey? Read(string path, out string reason)
    {
        var name = Path.GetFileName(path);
        reason = $"受付票「{name}」を読めません。見出し「調査,年度」と「市民意識調査,2020」のような1行を、UTF-8で書いてください。";
        if (new FileInfo(path).Length > Most) return null;
        var text = File.ReadAllText(path);
        var (survey, year) = path.EndsWith(DroppedFile.JsonSlip, StringComparison.OrdinalIgnoreCase) ? FromJson(text) : FromCsv(text);
        if (survey.Length == 0 || !FiscalYear.TryParse(year, out var fiscalYear)) return null;
        reason = "";
        return new WaveKey(survey, fiscalYear);
    }

    private static (string Survey, string Year) FromCsv(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length != 2) return ("", "");
        var (heads, cells) = (Cells(lines[0]), Cells(lines[1]));
        var (survey, year) = (Array.IndexOf(heads, "調査"), Array.IndexOf(heads, "年度"));
        return survey >= 0 && year >= 0 && Math.Max(survey, year) < cells.Length ? (cells[survey], cells[year]) : ("", "");
    }

    private static string[] Cells(string line) => [.. line.TrimStart('\uFEFF').Split(',').Select(c => c.Trim().Trim('"'))];

    private static (string Survey, string Year) FromJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind is JsonValueKind.Object
                && json.RootElement.TryGetProperty("調査", out var survey) && json.RootElement.TryGetProperty("年度", out var year)
                ? (survey.ToString(), year.ToString())
                : ("", "");
        }
        catch (JsonException)
        {
            return ("", "");
        }
    }
}
