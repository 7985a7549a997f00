using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace SurveyCalc.Worker.Api;

/// <summary>Where a reader goes on (続きの位置): opaque to callers.</summary>
internal static class Cursor
{
    /// <summary>Rows of a page when the caller does not say.</summary>
    public const int UsualLimit = 100;

    public const int MostLimit = 1000;

    public static string Of(params string[] parts) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join('\n', parts)));

    /// <summary>The parts of a cursor; null when there is none.</summary>
    /// <exception cref="RefusedException">It is none of ours.</exception>
    public static string[]? Read(string? text, int parts)
    {
        if (text is null) return null;
        try
        {
            var read = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Base64Url.DecodeFromChars(text)).Split('\n');
            return read.Length == parts ? read : throw new RefusedException(ApiProblems.MalformedCursor("cursor"));
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            throw new RefusedException(ApiProblems.MalformedCursor("cursor"));
        }
    }

    /// <summary>A sequence after which, or an id before which to read; null when there is none.</summary>
    /// <exception cref="RefusedException">No number.</exception>
    public static long? Number(string name, string? text) => text is null ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new RefusedException(ApiProblems.MalformedCursor(name));

    /// <exception cref="RefusedException">Outside 1 to <see cref="MostLimit"/>.</exception>
    public static int Limit(string? text) => text is null ? UsualLimit
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MostLimit ? limit
        : throw new RefusedException(ApiProblems.MalformedLimit(MostLimit));
}
