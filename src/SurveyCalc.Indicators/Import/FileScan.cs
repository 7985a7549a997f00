using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace SurveyCalc.Indicators.Import;

/// <summary>
/// What one look at every byte of a file decides: its hash, its encoding, and whether it is text at all. The encoding is
/// decided from the whole file, in the order byte order mark, strict UTF-8, strict CP932; a file that is none of them is
/// refused, since a wrong guess would turn answers into other answers.
/// </summary>
/// <param name="Sha256">SHA-256 of the bytes, lower-case hex.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Encoding">The encoding; meaningless when there is a fault.</param>
/// <param name="Fault">Why the file cannot be read; null when it can.</param>
public sealed record FileScan(string Sha256, long Size, SourceEncoding Encoding, ImportProblem? Fault)
{
    private const int SmallestBlock = 64;
    private const int LargestBlock = 1 << 20;
    private const int Overlap = 2;
    private const int LongestRune = 4;
    private const int PlainlyOther = 10_000;

    /// <summary>Reads <paramref name="stream"/> from its start to its end and leaves it at its start.</summary>
    /// <param name="stream">Seekable.</param>
    /// <param name="file">File name for messages.</param>
    /// <param name="declared">What the profile says; a file in another encoding is refused.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static FileScan Of(Stream stream, string file, DeclaredEncoding declared, CancellationToken cancellation = default)
    {
        var scan = Decide(stream, file, declared, cancellation);
        stream.Position = 0;
        return scan;
    }

    /// <summary>A buffer for reading the stream: a megabyte, or as much as a small file needs.</summary>
    internal static byte[] BlockFor(Stream stream, int extra = 0) => new byte[extra + (int)Math.Clamp(stream.Length, SmallestBlock, LargestBlock)];

    private static FileScan Decide(Stream stream, string file, DeclaredEncoding declared, CancellationToken cancellation)
    {
        stream.Position = 0;
        var (sha, size, nul, lost, head) = HashAndSearch(stream, cancellation);
        var scan = new FileScan(sha, size, SourceEncoding.Utf8, null);
        if (size == 0) return scan with { Fault = ImportProblems.EmptyFile(file) };
        if (head is [0x50, 0x4B, 0x03, 0x04, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..]) return scan with { Fault = ImportProblems.Workbook(file) };
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return scan with { Fault = ImportProblems.Utf16(file) };
        if (nul >= 0) return scan with { Fault = ImportProblems.NulByte(file, CellLocator.Find(stream, nul)) };

        var hasMark = head is [0xEF, 0xBB, 0xBF, ..];
        var badUtf8 = FirstFaultOfUtf8(stream, cancellation);
        if (badUtf8 < 0)
        {
            if (declared is DeclaredEncoding.Cp932 && (hasMark || !IsAscii(stream)))
                return scan with { Fault = ImportProblems.DeclaredCp932ButUtf8(file) };
            return scan with
            {
                Encoding = hasMark ? SourceEncoding.Utf8Bom : SourceEncoding.Utf8,
                Fault = lost < 0 ? null : ImportProblems.ReplacementCharacter(file, CellLocator.Find(stream, lost)),
            };
        }

        var badCp932 = hasMark ? 0 : Cp932Bytes.FirstFault(stream, cancellation);
        if (badCp932 < 0 && declared is not DeclaredEncoding.Cp932 && IsUtf8ButForFaults(stream))
            return scan with { Fault = ImportProblems.BrokenByte(file, CellLocator.Find(stream, badUtf8), "UTF-8") };
        if (badCp932 >= 0)
        {
            // The byte that stopped the better reading is the broken one: the file is that text but for it.
            var isUtf8 = hasMark || declared is DeclaredEncoding.Utf8 || (declared is DeclaredEncoding.Auto && badUtf8 > badCp932);
            var at = CellLocator.Find(stream, isUtf8 ? badUtf8 : badCp932);
            return scan with { Fault = ImportProblems.BrokenByte(file, at, isUtf8 ? "UTF-8" : "CP932(Shift_JIS)") };
        }

        return declared is DeclaredEncoding.Utf8
            ? scan with { Fault = ImportProblems.DeclaredUtf8ButCp932(file, CellLocator.Find(stream, badUtf8)) }
            : scan with { Encoding = SourceEncoding.Cp932 };
    }

    /// <summary>
    /// Hash, size, offset of the first NUL, offset of the first character that stands for lost text (U+FFFD, U+FFFE or
    /// U+FFFF as UTF-8 writes them; meaningless in another encoding), and the first bytes.
    /// </summary>
    private static (string Sha, long Size, long Nul, long Lost, byte[] Head) HashAndSearch(Stream stream, CancellationToken cancellation)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = BlockFor(stream, Overlap);
        long size = 0, nul = -1, lost = -1;
        byte[] head = [];
        for (int read; (read = stream.Read(block.AsSpan(Overlap))) > 0; size += read)
        {
            cancellation.ThrowIfCancellationRequested();
            var bytes = block.AsSpan(Overlap, read);
            if (size == 0) head = bytes[..Math.Min(4, read)].ToArray();
            sha.AppendData(bytes);
            if (nul < 0 && bytes.IndexOf((byte)0) is >= 0 and var at) nul = size + at;
            var searched = block.AsSpan(0, Overlap + read);
            if (lost < 0 && FindLost(searched) is >= 0 and var first) lost = size - Overlap + first;
            searched[^Overlap..].CopyTo(block);
        }

        return (Convert.ToHexStringLower(sha.GetCurrentHash()), size, nul, lost, head);
    }

    private static ReadOnlySpan<byte> LostPrefix => [0xEF, 0xBF];

    private static int FindLost(ReadOnlySpan<byte> bytes)
    {
        for (int from = 0, at; (at = bytes[from..].IndexOf(LostPrefix)) >= 0; from += at + 1)
            if (from + at + 2 < bytes.Length && bytes[from + at + 2] >= 0xBD)
                return from + at;
        return -1;
    }

    /// <summary>Offset of the first byte that is not UTF-8, or -1.</summary>
    private static long FirstFaultOfUtf8(Stream stream, CancellationToken cancellation)
    {
        stream.Position = 0;
        var block = BlockFor(stream, LongestRune);
        long offset = 0;
        var kept = 0;
        for (int read; (read = stream.Read(block.AsSpan(kept))) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            var bytes = block.AsSpan(0, kept + read);
            var whole = bytes[..WholeRunes(bytes)];
            if (!Utf8.IsValid(whole)) return offset + FirstFault(whole);
            offset += whole.Length;
            kept = bytes.Length - whole.Length;
            bytes[whole.Length..].CopyTo(block);
        }

        var rest = FirstFault(block.AsSpan(0, kept));
        return rest == kept ? -1 : offset + rest;
    }

    /// <summary>Bytes before a character that may go on in the next block.</summary>
    private static int WholeRunes(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back < LongestRune && back <= bytes.Length; back++)
            if (bytes[^back] >= 0xC0)
                return bytes.Length - back;
        return bytes.Length;
    }

    private static int FirstFault(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var taken) is OperationStatus.Done) at += taken;
        return at;
    }

    /// <summary>
    /// True when the text is Japanese in UTF-8 with some broken places. Its bytes may happen to be CP932 as well, as other
    /// characters; in real CP932 text whole UTF-8 sequences of three bytes hardly occur.
    /// </summary>
    private static bool IsUtf8ButForFaults(Stream stream)
    {
        stream.Position = 0;
        var block = BlockFor(stream);
        long whole = 0, broken = 0;
        var kept = 0;
        for (int read; (read = stream.Read(block.AsSpan(kept))) > 0;)
        {
            var bytes = block.AsSpan(0, kept + read);
            while (bytes.Length >= 4)
            {
                var isWhole = Rune.DecodeFromUtf8(bytes, out _, out var taken) is OperationStatus.Done;
                if (!isWhole) broken++;
                else if (taken >= 3) whole++;
                bytes = bytes[taken..];
            }

            if (broken - whole > PlainlyOther) return false;
            kept = bytes.Length;
            bytes.CopyTo(block);
        }

        return whole > broken;
    }

    private static bool IsAscii(Stream stream)
    {
        stream.Position = 0;
        var block = BlockFor(stream);
        for (int read; (read = stream.Read(block)) > 0;)
            if (!Ascii.IsValid(block.AsSpan(0, read)))
                return false;
        return true;
    }
}
