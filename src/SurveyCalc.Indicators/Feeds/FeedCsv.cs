using System.Globalization;
using CsvHelper;

namespace SurveyCalc.Indicators.Feeds;

/// <summary>The form of every published CSV: one value a cell, numbers as numbers with a period, CRLF, no formula from a text.</summary>
internal static class FeedCsv
{
    /// <summary>The text of the file, without a byte order mark.</summary>
    public static string Write<T>(IReadOnlyList<(string Header, Func<T, object?> Cell)> columns, IEnumerable<T> rows)
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

    public static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
