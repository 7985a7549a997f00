using System.Text.RegularExpressions;
using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Import;

/// <summary>
/// The columns of a response file by their headers. With several header rows a column is named by the path of its header
/// cells, upper rows filled from the left where they are blank, joined with <c>/</c>.
/// </summary>
internal sealed partial class HeaderTable
{
    private readonly Dictionary<string, List<int>> paths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> singles = new(StringComparer.Ordinal);
    private readonly string[] names;

    /// <param name="rows">Header rows as they stand in the file, 1 to 3; blank cells at the end may be left out.</param>
    /// <param name="width">Cells of the longest header row.</param>
    public HeaderTable(IReadOnlyList<string[]> rows, int width)
    {
        Width = Math.Min(width, ImportLimits.Columns);
        Count = Enumerable.Range(0, Width).LastOrDefault(column => rows.Any(row => !IsBlank(row, column)), -1) + 1;
        var filled = new string[rows.Count];
        names = new string[Width];
        for (var column = 0; column < Width; column++)
        {
            var startsGroup = false;
            for (var level = 0; level < rows.Count; level++)
            {
                var blank = IsBlank(rows[level], column);
                if (!blank) filled[level] = rows[level][column].Trim();
                else if (startsGroup || level == rows.Count - 1 || column == 0 || column >= Count) filled[level] = "";
                startsGroup |= !blank;
            }

            var cells = filled.Where(cell => cell.Length > 0).ToList();
            names[column] = string.Join('/', cells);
            if (cells.Count == 0) continue;
            Add(paths, names[column], column);
            foreach (var cell in cells.Select(LabelText.Normalize).Distinct()) Add(singles, cell, column);
        }
    }

    /// <summary>Reads the header rows; blank lines before them are passed over. Null when the log says why not.</summary>
    public static HeaderTable? Read(ResponseReader reader, CellText text, int count, string file, ProblemLog log)
    {
        var rows = new List<string[]>();
        var width = 0;
        while (rows.Count < count && reader.Read())
        {
            if (reader.Fault is not null)
            {
                log.Add(reader.Fault);
                return null;
            }

            if (rows.Count == 0 && reader.IsBlank(text)) continue;
            var used = reader.Cells;
            while (used > 0 && text.IsBlank(reader.Cell(used - 1))) used--;
            if (used > ImportLimits.Columns)
            {
                log.Add(ImportProblems.TooManyColumns(file, used, ImportLimits.Columns));
                return null;
            }

            var cells = new string[used];
            for (var column = 0; column < used; column++) cells[column] = text.Decode(reader.Cell(column));
            rows.Add(cells);
            width = Math.Max(width, reader.Cells);
        }

        if (rows.Count == count) return new HeaderTable(rows, width);
        log.Add(ImportProblems.HeaderTooShort(file, count, rows.Count));
        return null;
    }

    /// <summary>Cells of the longest header row, as far as they can be used.</summary>
    public int Width { get; }

    /// <summary>Columns up to the last that has a header of its own.</summary>
    public int Count { get; }

    /// <summary>Groups of columns with the same name.</summary>
    public IEnumerable<IReadOnlyList<int>> Duplicates => paths.Values.Where(columns => columns.Count > 1);

    /// <summary>Name of a column; empty when it has none.</summary>
    public string NameOf(int column) => column < names.Length ? names[column] : "";

    public CellPosition PositionOf(int column) => CellPosition.OfColumn(column, NameOf(column));

    /// <summary>
    /// The columns that a name of the code book or the profile can mean: by the path, else by one header cell, else by
    /// letter (<c>C列</c>). One when it is found, none when it is missing, several when it is ambiguous.
    /// </summary>
    public IReadOnlyList<int> Find(string name)
    {
        var wanted = LabelText.Normalize(name);
        if (paths.TryGetValue(wanted, out var byPath)) return byPath;
        if (singles.TryGetValue(wanted, out var bySingle)) return bySingle;
        var letters = Letters().Match(wanted);
        if (!letters.Success) return [];
        var column = 0;
        foreach (var letter in letters.Groups[1].Value) column = column * 26 + (letter - 'A' + 1);
        return column <= Width ? [column - 1] : [];
    }

    /// <summary>A header one or two characters off, as <c>F列「問3」</c>, or null.</summary>
    public string? Nearest(string name)
    {
        var candidates = paths.Concat(singles).Where(entry => entry.Value.Count == 1).DistinctBy(entry => entry.Key);
        var nearest = LabelText.Nearest(name, candidates.Select(entry => entry.Key));
        if (nearest is null) return null;
        var column = Find(nearest)[0];
        return PositionOf(column).ToString().TrimStart();
    }

    private static bool IsBlank(string[] row, int column) => column >= row.Length || LabelText.Normalize(row[column]).Length == 0;

    private static void Add(Dictionary<string, List<int>> index, string name, int column)
    {
        var key = LabelText.Normalize(name);
        if (!index.TryGetValue(key, out var columns)) index.Add(key, columns = []);
        columns.Add(column);
    }

    [GeneratedRegex("^([A-Z]{1,3})列$")]
    private static partial Regex Letters();
}
