using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Spectre.Console;

namespace SurveyCalc.Worker.Output;

/// <summary>Rows of a calculator: a name, then numbers and words. An undefined number stays empty, in JSON null.</summary>
internal sealed class CalculatorTable(string[] headers)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly List<object?[]> rows = [];

    public void Add(params object?[] cells) => rows.Add(cells);

    public void Write(Terminal terminal, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Csv:
                var text = new StringBuilder().AppendJoin(',', headers).Append("\r\n");
                foreach (var row in rows) text.AppendJoin(',', row.Select(c => Full(c))).Append("\r\n");
                terminal.WriteBytes(TextEncoder.Utf8WithMark(text.ToString()));
                break;
            case OutputFormat.Json:
                var objects = rows.Select(r => headers.Zip(r).ToDictionary(p => p.First, p => p.Second));
                terminal.Out.WriteLine(JsonSerializer.Serialize(objects, Json));
                break;
            default:
                var table = new Table().Border(TableBorder.Ascii2);
                foreach (var header in headers) table.AddColumn(header);
                foreach (var row in rows) table.AddRow([.. row.Select(c => Markup.Escape(Short(c)))]);
                terminal.WriteTable(table);
                break;
        }
    }

    private static string Full(object? cell) => cell is double number
        ? number.ToString("R", CultureInfo.InvariantCulture)
        : Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "";

    private static string Short(object? cell) => cell switch
    {
        null => "計算できない",
        double number => number.ToString(Math.Abs(number) >= 100 ? "F1" : "F6", CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };
}
