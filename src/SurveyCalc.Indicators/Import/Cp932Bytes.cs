using System.Text;

namespace SurveyCalc.Indicators.Import;

/// <summary>
/// Which bytes are CP932, looked up instead of decoded. The single bytes 80, A0 and FD to FF are no characters here: the
/// decoder takes them for control and private characters, which no text of a survey holds.
/// </summary>
internal static class Cp932Bytes
{
    private const int MiddleDot = 0x8145;

    private static readonly bool[] Pairs = MakePairs();

    /// <summary>Offset of the first byte that begins no character, or -1.</summary>
    public static long FirstFault(Stream stream, CancellationToken cancellation)
    {
        stream.Position = 0;
        var block = FileScan.BlockFor(stream);
        var lead = 0;
        long offset = 0;
        for (int read; (read = stream.Read(block)) > 0; offset += read)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < read; i++)
            {
                var b = block[i];
                if (lead != 0)
                {
                    if (!Pairs[(lead << 8) | b]) return offset + i - 1;
                    lead = 0;
                }
                else if (b >= 0x80 && b is not (>= 0xA1 and <= 0xDF))
                {
                    if (!IsLead(b)) return offset + i;
                    lead = b;
                }
            }
        }

        return lead == 0 ? -1 : offset - 1;
    }

    private static bool IsLead(byte b) => b is (>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xFC);

    private static bool[] MakePairs()
    {
        // Asked without exceptions, which would cost more than the whole table: the best fit substitutes a middle dot, a
        // question mark or U+FFFD for what is no character.
        SourceEncoding.Cp932.Strict(); // registers the code page
        var bestFit = Encoding.GetEncoding(932);
        var pairs = new bool[1 << 16];
        for (var pair = 0x8140; pair <= 0xFCFC; pair++)
        {
            byte[] bytes = [(byte)(pair >> 8), (byte)(pair & 0xFF)];
            pairs[pair] = pair == MiddleDot
                || (IsLead(bytes[0]) && bytes[1] >= 0x40 && bestFit.GetString(bytes) is [not ('?' or '\u30FB' or '\uFFFD')]);
        }

        return pairs;
    }
}
