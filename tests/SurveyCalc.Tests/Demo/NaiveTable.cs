using System.Text;

namespace SurveyCalc.Tests.Demo;

/// <summary>
/// A shipped response file read in the plainest way, with nothing of the product and nothing of the generator: for the
/// second opinion on its counts.
/// </summary>
internal sealed class NaiveTable
{
    private readonly List<List<string>> rows = [];
    private readonly List<string> headers;

    /// <param name="file">File name in the demo folder.</param>
    /// <param name="codePage">932 or 65001.</param>
    /// <param name="headerRows">1 or 2; with two the header of a column is the lower cell, or the upper where that is blank.</param>
    public NaiveTable(string file, int codePage, char delimiter, int headerRows)
    {
        var encoding = codePage == 65001 ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        Split(File.ReadAllText(Path.Combine(DemoCity.Folder(), file), encoding), delimiter);
        headers = headerRows == 1 ? rows[0] : [.. rows[0].Zip(rows[1], (upper, lower) => lower.Length > 0 ? lower : upper)];
        rows.RemoveRange(0, headerRows);
    }

    public int Rows => rows.Count;

    /// <summary>The cells of the only column with this header.</summary>
    public List<string> Column(string header)
    {
        var column = headers.IndexOf(header);
        Assert.True(column >= 0 && headers.LastIndexOf(header) == column, $"Column {header}");
        return [.. rows.Select(row => row[column])];
    }

    private void Split(string text, char delimiter)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"') quoted = !quoted;
            else if (c == delimiter && !quoted) EndCell();
            else if (c == '\n' && !quoted)
            {
                EndCell();
                rows.Add(row);
                row = [];
            }
            else if (c != '\r') cell.Append(c);
        }

        void EndCell()
        {
            row.Add(cell.ToString());
            cell.Clear();
        }
    }
}
