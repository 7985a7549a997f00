using CsvHelper;

namespace SurveyCalc.Indicators.Import;

/// <summary>
/// The rows of a response file, one at a time, in the row numbers of a spreadsheet (blank lines count, a quoted line
/// break does not). Cells are the raw bytes of the file: no CP932 trail byte is a delimiter, a quote or a line end.
/// </summary>
internal sealed class ResponseReader : IDisposable
{
    private readonly Stream stream;
    private readonly string file;
    private readonly Dialect dialect;
    private readonly CsvReader csv;
    private CsvMalformedReason? malformed;

    public ResponseReader(Stream stream, string file, Dialect dialect)
    {
        (this.stream, this.file, this.dialect) = (stream, file, dialect);
        stream.Position = dialect.Start;
        csv = CsvReader.Create(
            stream,
            new CsvReaderOptions
            {
                HasHeader = false,
                Separator = dialect.Delimiter,
                SkipEmptyLines = false,
                TrackLineNumbers = true,
                IncludeValuesInExceptions = false,
                MaxRecordSize = ImportLimits.RowBytes,
                BufferSize = 1 << 18,
                OnMalformedRecord = record => malformed = record.Reason,
            },
            leaveOpen: true);
    }

    /// <summary>Row as a spreadsheet shows it, from 1.</summary>
    public long Row { get; private set; }

    /// <summary>Physical line where the row begins.</summary>
    public long Line { get; private set; }

    /// <summary>Offset in the file where the row begins.</summary>
    public long Offset { get; private set; }

    /// <summary>Cells of the row.</summary>
    public int Cells => csv.FieldCount;

    /// <summary>What is wrong with the row's quotes or size; null when nothing is.</summary>
    public ImportProblem? Fault { get; private set; }

    /// <summary>True when nothing behind the row can be read.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The place of the row.</summary>
    public CellPosition Here => CellPosition.OfRow(Row, Line);

    /// <summary>Bytes of a cell without its quotes; empty behind the end of the row. Valid until the next read.</summary>
    public ReadOnlySpan<byte> Cell(int column) => csv.GetSpan(column);

    /// <summary>Goes to the next row, blank lines included.</summary>
    /// <returns>False at the end of the file, and after a broken row.</returns>
    public bool Read()
    {
        if (IsBroken) return false;
        (malformed, Fault) = (null, null);
        var lines = dialect.HasSeparatorLine ? 1 : 0;
        try
        {
            if (!csv.Read()) return false;
            (Row, Line, Offset) = (csv.RowNumber, csv.LineNumber + lines, dialect.Start + csv.ByteOffset);
            if (malformed is CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.TextAfterClosingQuote) Explain();
        }
        catch (CsvFormatException tooLong)
        {
            (Row, Line, Offset) = (tooLong.RecordNumber, tooLong.LineNumber + lines, dialect.Start + tooLong.ByteOffset);
            Explain();
            IsBroken = true;
        }

        return true;
    }

    /// <summary>True when the row is only white space.</summary>
    public bool IsBlank(CellText text)
    {
        for (var column = 0; column < Cells; column++)
            if (!text.IsBlank(Cell(column)))
                return false;
        return true;
    }

    public void Dispose() => csv.Dispose();

    private void Explain()
    {
        var trace = QuoteTrace.Of(stream, Offset, dialect.Delimiter);
        var at = new CellPosition(Row, Line, trace.QuoteColumn, "");
        var longest = new CellPosition(Row, Line, trace.LongestColumn, "");
        IsBroken = trace.Unclosed;
        Fault = trace.Unclosed ? ImportProblems.UnclosedQuote(file, at with { Line = Line + trace.QuoteLine })
            : malformed is CsvMalformedReason.TextAfterClosingQuote ? ImportProblems.TextAfterQuote(file, at with { Line = Line + trace.QuoteLine })
            : trace.LongestBytes > ImportLimits.RowBytes / 2 ? ImportProblems.CellTooLong(file, longest, trace.LongestBytes, ImportLimits.RowBytes)
            : ImportProblems.RowTooLong(file, Here, ImportLimits.RowBytes);
    }
}
