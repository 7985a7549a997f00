using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;

namespace SurveyCalc.Worker.Api;

/// <summary>
/// The bytes of an uploaded file as they arrive. Its end is only reported when the whole form has ended well, so that what
/// breaks off is never taken for a file.
/// </summary>
internal sealed class CsvBody : Stream
{
    /// <summary>How files begin that are often sent in place of a CSV.</summary>
    private static readonly (byte[] Start, string Name)[] Others =
    [
        ([0x50, 0x4B, 0x03, 0x04], "Excelブック(xlsx)かzip"), ([0x50, 0x4B, 0x05, 0x06], "空のzip"), ([0xD0, 0xCF, 0x11, 0xE0], "古い形式のExcelブック(xls)"),
        ([0x25, 0x50, 0x44, 0x46], "PDF"), ([0x1F, 0x8B], "gzip"),
    ];

    private readonly MultipartReader reader;
    private readonly Stream body;
    private readonly byte[] head;
    private readonly long limit;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int headRead;
    private long size;

    private CsvBody(MultipartReader reader, Stream body, byte[] head, long limit) =>
        (this.reader, this.body, this.head, this.limit) = (reader, body, head, limit);

    /// <summary>Of what was read so far, lower-case hex.</summary>
    public string Sha256 => Convert.ToHexStringLower(hash.GetCurrentHash());

    /// <exception cref="RefusedException">No file was chosen, or it is not a CSV.</exception>
    public static async Task<CsvBody> OpenAsync(MultipartReader reader, Stream body, string fileName, long limit, CancellationToken cancellation)
    {
        var head = new byte[8];
        var length = await GuardAsync(() => body.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation).AsTask());
        if (length == 0 && fileName.Length == 0) throw new RefusedException(ApiProblems.NoFile());
        foreach (var (start, name) in Others)
            if (head.AsSpan(0, length).StartsWith(start)) throw new RefusedException(ApiProblems.NotCsv(name));
        return new CsvBody(reader, body, head[..length], limit);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length == 0) return 0;
        int read;
        if (headRead < head.Length)
        {
            read = Math.Min(buffer.Length, head.Length - headRead);
            head.AsMemory(headRead, read).CopyTo(buffer);
            headRead += read;
        }
        else
        {
            read = await GuardAsync(() => body.ReadAsync(buffer, cancellationToken).AsTask());
        }

        hash.AppendData(buffer.Span[..read]);
        size += read;
        if (size > limit) throw new RefusedException(ApiProblems.TooLarge(limit));
        if (read == 0 && await MultipartUpload.NextAsync(reader, cancellationToken) is { } more)
            throw new RefusedException(more.ContentDisposition is null ? ApiProblems.BrokenBody() : ApiProblems.FileNotLast());
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) hash.Dispose();
        base.Dispose(disposing);
    }

    private static async Task<int> GuardAsync(Func<Task<int>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            throw new RefusedException(ApiProblems.BrokenBody());
        }
    }
}
