using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace SurveyCalc.Worker.Api;

/// <summary>
/// A form with one file, read as it arrives: first the fields, then the file, which is never held in memory. Its order is
/// therefore fixed, the file comes last.
/// </summary>
internal sealed class MultipartUpload
{
    private const int LongestField = 4096;
    private const int MostFields = 20;

    private MultipartUpload(IReadOnlyDictionary<string, string> fields, string fileName, CsvBody content) =>
        (Fields, FileName, Content) = (fields, fileName, content);

    /// <summary>What stands before the file.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; }

    /// <summary>As the sender gave it; metadata only.</summary>
    public string FileName { get; }

    /// <summary>The file. Throws <see cref="RefusedException"/> where it breaks off, is too large or is not the last part.</summary>
    public CsvBody Content { get; }

    /// <summary>Reads up to the file.</summary>
    /// <exception cref="RefusedException">Not such a form, or not a CSV file.</exception>
    public static async Task<MultipartUpload> OpenAsync(HttpContext context, long limit, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 200 } boundary)
            throw new RefusedException(ApiProblems.NotMultipart());
        if (context.Request.ContentLength > limit + 1024 * 1024) throw new RefusedException(ApiProblems.TooLarge(limit));
        var reader = new MultipartReader(boundary.Value!, context.Request.Body);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await NextAsync(reader, cancellation) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)) throw new RefusedException(ApiProblems.BrokenBody());
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            if (name == "file")
            {
                var fileName = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
                return new MultipartUpload(fields, fileName, await CsvBody.OpenAsync(reader, section.Body, fileName, limit, cancellation));
            }

            if (fields.Count == MostFields) throw new RefusedException(ApiProblems.LongField(name));
            fields[name] = await FieldAsync(section.Body, name, cancellation);
        }

        throw new RefusedException(ApiProblems.NoFile());
    }

    /// <summary>The next part.</summary>
    /// <exception cref="RefusedException">The form breaks off.</exception>
    internal static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellation);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            throw new RefusedException(ApiProblems.BrokenBody());
        }
    }

    private static async Task<string> FieldAsync(Stream body, string name, CancellationToken cancellation)
    {
        var bytes = new byte[LongestField + 1];
        try
        {
            var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
            return length <= LongestField ? Encoding.UTF8.GetString(bytes, 0, length) : throw new RefusedException(ApiProblems.LongField(name));
        }
        catch (IOException)
        {
            throw new RefusedException(ApiProblems.BrokenBody());
        }
    }
}
