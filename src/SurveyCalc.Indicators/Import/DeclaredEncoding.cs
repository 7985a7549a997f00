namespace SurveyCalc.Indicators.Import;

/// <summary>Encoding that a profile declares (文字コード).</summary>
public enum DeclaredEncoding
{
    /// <summary>Decided from the whole file (自動).</summary>
    Auto,

    /// <summary>UTF-8, with or without a byte order mark.</summary>
    Utf8,

    /// <summary>CP932, the Shift_JIS of Windows.</summary>
    Cp932,
}
