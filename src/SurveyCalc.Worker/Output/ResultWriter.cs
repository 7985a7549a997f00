using System.Text;
using System.Text.Json;
using SurveyCalc.Indicators.Feeds;

namespace SurveyCalc.Worker.Output;

/// <summary>Writes actuals and their pairs in the form that was asked for, to the screen or to a file.</summary>
internal sealed class ResultWriter(Terminal terminal, OutputFormat format, string? file, string encoding)
{
    /// <param name="rows">What to write.</param>
    /// <param name="isHistory">The table says who made each revision and why; files always do.</param>
    public void Write(IReadOnlyList<ActualRow> rows, bool isHistory = false) =>
        Write(rows, ActualCsv.Write, () => ActualsTable.Write(terminal, rows, isHistory));

    /// <summary>The errata (正誤表).</summary>
    public void Write(IReadOnlyList<Erratum> errata) => Write(errata, Errata.WriteCsv, () => ErrataTable.Write(terminal, errata));

    /// <summary>Pairs of importance and satisfaction (重要度×満足度).</summary>
    public void Write(IReadOnlyList<PortfolioRow> rows) => Write(rows, PortfolioCsv.Write, () => PortfolioTable.Write(terminal, rows));

    /// <summary>Writes one thing as JSON, or as the text that its own writer makes of it.</summary>
    public void Write<T>(T value, Action<TextWriter> write)
    {
        using var text = new StringWriter { NewLine = "\n" };
        if (format is OutputFormat.Json) text.WriteLine(JsonSerializer.Serialize(value, FeedJson.Indented));
        else write(text);
        Emit(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Writes rows of any feed as JSON.</summary>
    public void WriteJson<T>(IReadOnlyList<T> rows) => Emit(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(rows, FeedJson.Indented) + "\n"));

    /// <summary>One line for each actual: what it is, and the sentence.</summary>
    public void WriteSentences(IReadOnlyList<ActualRow> rows)
    {
        foreach (var row in rows)
        {
            var cell = row.Breakdown is null ? "" : $" {row.Breakdown}: {row.Cell}";
            terminal.Out.WriteLine($"{row.Indicator} {row.Name} {row.FiscalYear}{cell}: {row.Sentence}");
        }
    }

    /// <summary>Writes a CSV text in the chosen encoding and says which characters it could not hold.</summary>
    public void WriteCsv(string text)
    {
        if (encoding != "cp932")
        {
            Emit(TextEncoder.Utf8WithMark(text));
            return;
        }

        var (bytes, lost) = TextEncoder.Cp932(text);
        Emit(bytes);
        if (lost.Count > 0)
            terminal.Error.WriteLine(
                $"CP932で表せない文字を〓に置き換えました: {string.Join("、", lost.Select(l => $"「{l.Key}」(U+{l.Key.Value:X4}) {l.Value}か所"))}。そのまま残すには --encoding utf8 にしてください。");
    }

    private void Write<T>(IReadOnlyList<T> rows, Func<IEnumerable<T>, string> csv, Action table)
    {
        switch (format)
        {
            case OutputFormat.Csv:
                WriteCsv(csv(rows));
                break;
            case OutputFormat.Json:
                Emit(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(rows, FeedJson.Indented) + "\n"));
                break;
            default:
                table();
                break;
        }
    }

    /// <summary>Writes bytes that are already a file.</summary>
    public void Emit(byte[] bytes)
    {
        if (file is null)
        {
            terminal.WriteBytes(bytes);
            return;
        }

        SafeFile.Replace(file, bytes);
        terminal.Error.WriteLine($"書き出しました: {Path.GetFullPath(file)}");
    }
}
