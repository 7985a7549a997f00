using System.Text.RegularExpressions;

namespace SurveyCalc.Indicators.Feeds;

/// <summary>
/// Text as it may stand in a cell that a spreadsheet opens. A text that a spreadsheet would run as a formula gets an
/// apostrophe in front; a number, a negative one too, stays as it is.
/// </summary>
public static partial class SpreadsheetCell
{
    /// <summary>The text, harmless. Applying it twice changes nothing more.</summary>
    public static string Neutralize(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' && !Number().IsMatch(text)
            ? "'" + text
            : text;

    /// <summary>The text, harmless, as one field of a CSV: quoted where it holds a comma, a quote or a line break.</summary>
    public static string CsvField(string text)
    {
        var harmless = Neutralize(text);
        return harmless.AsSpan().IndexOfAny(",\"\r\n") < 0 ? harmless : "\"" + harmless.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    [GeneratedRegex(@"\A[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?%?\z")]
    private static partial Regex Number();
}
