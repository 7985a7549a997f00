namespace SurveyCalc.Indicators.Import;

/// <summary>The encoding in which a file was found to be written (文字コード).</summary>
public enum SourceEncoding
{
    /// <summary>UTF-8 with a byte order mark.</summary>
    Utf8Bom,

    /// <summary>UTF-8 without one.</summary>
    Utf8,

    /// <summary>CP932, the Shift_JIS of Windows.</summary>
    Cp932,
}
