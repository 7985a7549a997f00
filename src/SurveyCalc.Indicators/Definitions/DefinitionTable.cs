using CsvHelper;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Import;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>
/// One definition file as rows under known headers. Blank rows and rows whose first cell begins with <c>#</c> are left out
/// everywhere, above the header too; the columns may stand in any order.
/// </summary>
internal sealed class DefinitionTable
{
    private readonly List<DefinitionRow> rows = [];
    private readonly List<string> attributes = [];
    private int width;

    private DefinitionTable(string file, DefinitionSchema schema)
    {
        File = file;
        Schema = schema;
    }

    public string File { get; }

    public DefinitionSchema Schema { get; }

    /// <summary>Column of each known header that the file has.</summary>
    public Dictionary<string, int> Columns { get; } = new(StringComparer.Ordinal);

    /// <summary>Headers that name attributes, as written, from left to right.</summary>
    public IReadOnlyList<string> Attributes => attributes;

    public IReadOnlyList<DefinitionRow> Rows => rows;

    /// <summary>Reads a file.</summary>
    /// <param name="name">File name, for messages.</param>
    /// <param name="content">Its bytes; copied when it cannot seek.</param>
    /// <param name="schema">What the file should hold.</param>
    /// <param name="problems">Receives what is wrong with it.</param>
    /// <returns>Null when nothing of it can be used.</returns>
    public static DefinitionTable? Read(string name, Stream content, DefinitionSchema schema, ICollection<ImportProblem> problems)
    {
        using var copy = content.CanSeek ? null : new MemoryStream();
        if (copy is not null) content.CopyTo(copy);
        var stream = copy ?? content;
        var scan = FileScan.Of(stream, name, DeclaredEncoding.Auto);
        if (scan.Fault is not null)
        {
            problems.Add(scan.Size == 0 ? DefinitionProblems.EmptyFile(name) : scan.Fault);
            return null;
        }

        stream.Position = 0;
        var broken = new HashSet<long>();
        using var reader = CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            Encoding = scan.Encoding is SourceEncoding.Cp932 ? scan.Encoding.Strict() : null,
            OnMalformedRecord = record => broken.Add(record.RecordNumber),
        }, leaveOpen: true);
        var table = new DefinitionTable(name, schema);
        var hasHeader = false;
        while (reader.Read())
        {
            if (broken.Contains(reader.RowNumber))
            {
                problems.Add(DefinitionProblems.MalformedQuotes(name, CellPosition.OfRow(reader.RowNumber, reader.LineNumber)));
                continue;
            }

            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++) cells[i] = reader.GetString(i);
            if (cells.All(string.IsNullOrWhiteSpace) || IsComment(cells[0])) continue;
            var row = new DefinitionRow(table, reader.RowNumber, reader.LineNumber, cells);
            if (hasHeader) table.Add(row, problems);
            else if (!table.ReadHeader(row, problems)) return null;
            hasHeader = true;
        }

        if (!hasHeader && broken.Count == 0) problems.Add(DefinitionProblems.NoHeader(name, schema));
        if (hasHeader && table.rows.Count == 0) problems.Add(DefinitionProblems.NoRows(name));
        return hasHeader ? table : null;
    }

    /// <summary>True for a row that is kept out of the file's meaning.</summary>
    public static bool IsComment(string firstCell) => firstCell.TrimStart() is ['#' or '＃', ..];

    private bool ReadHeader(DefinitionRow row, ICollection<ImportProblem> problems)
    {
        for (var i = 0; i < row.Cells.Length; i++)
        {
            var at = new CellPosition(row.Row, row.Line, i, "");
            var text = row.Cells[i];
            if (string.IsNullOrWhiteSpace(text)) continue;
            var header = Schema.Headers.FirstOrDefault(h => LabelText.Same(h, text));
            if (header is null && Schema.TakesAttributes) ReadAttribute(text.Trim(), at, problems);
            else if (header is null) problems.Add(DefinitionProblems.UnknownHeader(File, at, text, Schema));
            else if (!Columns.TryAdd(header, i)) problems.Add(DefinitionProblems.HeaderTwice(File, at, header));
        }

        var missing = Schema.Required.Where(h => !Columns.ContainsKey(h)).ToList();
        foreach (var header in missing)
            problems.Add(DefinitionProblems.HeaderMissing(File, CellPosition.OfRow(row.Row, row.Line), header, Schema));
        width = row.Cells.Length - row.Cells.Reverse().TakeWhile(string.IsNullOrWhiteSpace).Count();
        return missing.Count == 0;
    }

    private void ReadAttribute(string text, CellPosition at, ICollection<ImportProblem> problems)
    {
        if (attributes.Exists(a => LabelText.Same(a, text)))
        {
            problems.Add(DefinitionProblems.HeaderTwice(File, at, text));
            return;
        }

        attributes.Add(text);
        Columns.Add(text, at.Column);
    }

    private void Add(DefinitionRow row, ICollection<ImportProblem> problems)
    {
        for (var i = width; i < row.Cells.Length; i++)
            if (!string.IsNullOrWhiteSpace(row.Cells[i]))
            {
                problems.Add(DefinitionProblems.CellOutsideHeaders(File, new CellPosition(row.Row, row.Line, i, ""), row.Cells[i]));
                break;
            }

        rows.Add(row);
    }
}
