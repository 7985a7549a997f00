using System.Globalization;
using System.Text;

namespace SurveyCalc.Indicators.Import;

/// <summary>How the text of a file is cut into cells; decided once, from the header rows, and shown in the report.</summary>
/// <param name="Start">Offset of the header in the file: after a byte order mark and a <c>sep=</c> line.</param>
/// <param name="Delimiter">Comma, tab or semicolon.</param>
/// <param name="HasSeparatorLine">True when the first line was Excel's <c>sep=;</c>, which Excel does not count as a row.</param>
internal sealed record Dialect(long Start, char Delimiter, bool HasSeparatorLine)
{
    private static readonly char[] Candidates = [',', '\t', ';'];

    /// <summary>
    /// Takes the declared delimiter, else that of a <c>sep=</c> line, else the candidate that stands most often outside
    /// quotes in the header rows; a comma when there is none.
    /// </summary>
    public static Dialect Decide(Stream stream, SourceEncoding encoding, ImportProfile profile)
    {
        var start = encoding is SourceEncoding.Utf8Bom ? 3 : 0;
        stream.Position = start;
        var block = FileScan.BlockFor(stream);
        var bytes = block.AsSpan(0, stream.ReadAtLeast(block, block.Length, throwOnEndOfStream: false));
        var lineEnd = bytes.IndexOfAny((byte)'\r', (byte)'\n');
        var firstLine = lineEnd < 0 ? bytes : bytes[..lineEnd];
        if (firstLine.Length == 5 && Ascii.EqualsIgnoreCase(firstLine[..4], "sep="u8) && Candidates.Contains((char)firstLine[4]))
        {
            var next = lineEnd < 0 ? bytes.Length : bytes[lineEnd..].StartsWith("\r\n"u8) ? lineEnd + 2 : lineEnd + 1;
            return new Dialect(start + next, profile.Delimiter ?? (char)firstLine[4], true);
        }

        return new Dialect(start, profile.Delimiter ?? MostFrequent(bytes, profile.HeaderRows), false);
    }

    /// <summary>「UTF-8(BOM付き)・カンマ区切り・見出し2行」</summary>
    public string InJapanese(SourceEncoding encoding, int headerRows)
    {
        var delimiter = Delimiter switch { ',' => "カンマ", '\t' => "タブ", ';' => "セミコロン", _ => $"「{Delimiter}」" };
        return string.Create(CultureInfo.InvariantCulture, $"{encoding.InJapanese()}・{delimiter}区切り・見出し{headerRows}行");
    }

    /// <summary>The candidate that stands most often outside quotes in the first rows; a comma when there is none.</summary>
    public static char MostFrequent(ReadOnlySpan<byte> bytes, int rows)
    {
        var counts = new int[Candidates.Length];
        var (quoted, startsCell, hasText) = (false, true, false);
        for (var i = 0; i < bytes.Length && rows > 0; i++)
        {
            var c = (char)bytes[i];
            if (c == '"' && (quoted || startsCell)) quoted = !quoted;
            startsCell = false;
            if (quoted) continue;
            if (c is '\r' or '\n')
            {
                if (hasText) rows--;
                (startsCell, hasText) = (true, false);
                continue;
            }

            hasText = true;
            if (Array.IndexOf(Candidates, c) is >= 0 and var candidate)
            {
                counts[candidate]++;
                startsCell = true;
            }
        }

        return Candidates[Array.IndexOf(counts, counts.Max())];
    }
}
