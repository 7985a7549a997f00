namespace SurveyCalc.Indicators.Import;

/// <summary>
/// Finds the cell that holds a byte, in a file whose encoding is not known: no delimiter, quote or line end is ever part
/// of a character of CP932 or UTF-8.
/// </summary>
internal static class CellLocator
{
    /// <summary>The cell that holds the byte at <paramref name="offset"/>; the last of the file when it is behind it.</summary>
    public static CellPosition Find(Stream stream, long offset)
    {
        stream.Position = 0;
        var block = FileScan.BlockFor(stream);
        var delimiter = ',';
        long at = 0, row = 1, line = 1, rowLine = 1;
        var (column, quoted, closing, startsCell, afterReturn) = (0, false, false, true, false);
        for (int read; at < offset && (read = stream.Read(block)) > 0;)
        {
            if (at == 0) delimiter = Dialect.MostFrequent(block.AsSpan(0, read), 1);
            for (var i = 0; i < read && at < offset; i++, at++)
            {
                var c = (char)block[i];
                var endsLine = c == '\r' || (c == '\n' && !afterReturn);
                if (endsLine) line++;
                afterReturn = c == '\r';
                if (c == '"' && quoted) (quoted, closing) = (false, true);
                else if (c == '"' && (startsCell || closing)) (quoted, closing, startsCell) = (true, false, false);
                else if (quoted) continue;
                else if (endsLine) (row, rowLine, column, startsCell, closing) = (row + 1, line, 0, true, false);
                else if (c == delimiter) (column, startsCell, closing) = (column + 1, true, false);
                else if (c != '\n') (startsCell, closing) = (at < 3 && c >= 0x80, false);
            }
        }

        return new CellPosition(row, rowLine, column, "");
    }
}
