using System.Text;

namespace SurveyCalc.Indicators.Import;

/// <summary>The strict .NET encoding behind each, and its Japanese name.</summary>
public static class SourceEncodings
{
    static SourceEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>An encoding that throws on a byte or character it cannot hold, instead of replacing it.</summary>
    public static Encoding Strict(this SourceEncoding encoding) => encoding is SourceEncoding.Cp932
        ? Encoding.GetEncoding(932, EncoderFallback.ExceptionFallback, new Cp932Fallback())
        : new UTF8Encoding(encoding is SourceEncoding.Utf8Bom, throwOnInvalidBytes: true);

    public static string InJapanese(this SourceEncoding encoding) => encoding switch
    {
        SourceEncoding.Utf8Bom => "UTF-8(BOM付き)",
        SourceEncoding.Utf8 => "UTF-8",
        _ => "CP932(Shift_JIS)",
    };
}
