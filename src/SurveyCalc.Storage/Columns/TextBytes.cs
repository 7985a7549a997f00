using System.Text;

namespace SurveyCalc.Storage.Columns;

/// <summary>
/// Texts of any length and content as bytes: UTF-8, each after its length in bytes (LEB128). For respondent ids, in which
/// no character can be spared as a separator.
/// </summary>
internal static class TextBytes
{
    private static readonly UTF8Encoding Strict = new(false, true);

    /// <exception cref="EncoderFallbackException">A text is not Unicode (half a surrogate pair).</exception>
    public static byte[] Pack(ReadOnlySpan<string> texts)
    {
        using var bytes = new MemoryStream(texts.Length * 8);
        using var writer = new BinaryWriter(bytes, Strict);
        foreach (var text in texts) writer.Write(text);
        return bytes.ToArray();
    }

    /// <exception cref="EndOfStreamException">Fewer texts than <paramref name="texts"/> has room for.</exception>
    public static void Unpack(byte[] bytes, Span<string> texts)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Strict);
        foreach (ref var text in texts) text = reader.ReadString();
    }
}
