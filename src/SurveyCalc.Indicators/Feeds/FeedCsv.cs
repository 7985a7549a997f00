using System.Globalization;
using CsvHelper;

namespace SurveyCalc.Indicators.Feeds;

/// <summary>Rows of a feed as CSV text: one value a cell, numbers with a period, CRLF. An empty cell is "does not apply".</summary>
internal static class FeedCsv
{
    /// <summary>The text of the file, without a byte order mark.</summary>
    public static string Write<T>((string Header, Func<T, object?> Cell)[] columns, IEnumerable<T> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, CsvWriterOptions.Default, leaveOpen: true))
        {
            foreach (var (header, _) in columns) csv.WriteField(header);
            csv.EndRecord();
            foreach (var row in rows)
            {
                foreach (var (_, cell) in columns)
                    if (cell(row) is string words) csv.WriteField(SpreadsheetCell.Neutralize(words));
                    else csv.WriteField(cell(row));
                csv.EndRecord();
            }
        }

        return text.ToString();
    }
}
