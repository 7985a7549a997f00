namespace SurveyCalc.Indicators.Import;

/// <summary>
/// Looks at one faulty row byte by byte, without keeping it, to say what is wrong with it and in which cell.
/// </summary>
/// <param name="Unclosed">True when the row ends only with the file, inside quotes.</param>
/// <param name="QuoteColumn">Column of the quote that stays open or is followed by text; -1 for none.</param>
/// <param name="QuoteLine">Line breaks between the beginning of the row and that quote.</param>
/// <param name="LongestColumn">Column of the longest cell.</param>
/// <param name="LongestBytes">Its length.</param>
/// <param name="Cells">Cells of the row.</param>
internal sealed record QuoteTrace(bool Unclosed, int QuoteColumn, long QuoteLine, int LongestColumn, long LongestBytes, int Cells)
{
    /// <summary>Reads from <paramref name="start"/> to the end of the row, and puts the stream back where it was.</summary>
    public static QuoteTrace Of(Stream stream, long start, char delimiter)
    {
        var back = stream.Position;
        stream.Position = start;
        var trace = Of(Bytes(stream), delimiter);
        stream.Position = back;
        return trace;
    }

    private static QuoteTrace Of(IEnumerable<byte> bytes, char delimiter)
    {
        var (column, length, longest, longestColumn) = (0, 0L, 0L, 0);
        var (line, quoteLine, textAfter, textAfterLine) = (0L, 0L, -1, 0L);
        var (quoted, closing, startsCell) = (false, false, true);
        foreach (var b in bytes)
        {
            var c = (char)b;
            if (quoted)
            {
                length++;
                if (c == '\n') line++;
                if (c == '"') (quoted, closing) = (false, true);
                continue;
            }

            if (c == delimiter || c is '\n' or '\r')
            {
                if (c != delimiter) break;
                if (length > longest) (longest, longestColumn) = (length, column);
                (column, length, startsCell, closing) = (column + 1, 0, true, false);
                continue;
            }

            if (c == '"' && (startsCell || closing))
            {
                if (startsCell) quoteLine = line;
                (quoted, closing) = (true, false);
            }
            else if (closing && textAfter < 0)
            {
                (textAfter, textAfterLine) = (column, quoteLine);
            }

            (startsCell, length) = (false, length + 1);
            if (c != '"') closing = false;
        }

        if (length > longest) (longest, longestColumn) = (length, column);
        var at = textAfter >= 0 ? textAfter : quoted ? column : -1;
        return new QuoteTrace(quoted, at, textAfter >= 0 ? textAfterLine : quoteLine, longestColumn, longest, column + 1);
    }

    private static IEnumerable<byte> Bytes(Stream stream)
    {
        var block = new byte[1 << 12];
        for (int read; (read = stream.Read(block)) > 0; block = block.Length < 1 << 16 ? new byte[1 << 16] : block)
            for (var i = 0; i < read; i++)
                yield return block[i];
    }
}
