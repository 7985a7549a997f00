using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SurveyCalc.Worker.Output;

/// <summary>
/// The number format with which a cell shows a number as its text prints it (表示形式): decimals, thousands and the words
/// around it, so that 180以内 and 76.1% are numbers and lose nothing.
/// </summary>
internal static partial class PrintedFormat
{
    private const int LongestText = 60;

    /// <summary>The format; null when the text is not that number with words around it, and has to stay a text.</summary>
    public static string? Of(string text, decimal value)
    {
        var match = OneNumber().Match(text);
        if (!match.Success || text.Length > LongestText || text.AsSpan().IndexOfAny("\"\r\n") >= 0) return null;
        var digits = match.Groups["number"].Value.Normalize(NormalizationForm.FormKC);
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) || number != Math.Abs(value)) return null;
        var (before, after) = (match.Groups["before"].Value, match.Groups["after"].Value);
        var isNegative = before.Length > 0 && before[^1] is '-' or '−' or '－' or '▲' or '△';
        if (number != 0 && isNegative != value < 0) return null;
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var plain = (digits.Contains(',', StringComparison.Ordinal) ? "#,##0" : "0") + (point < 0 ? "" : "." + new string('0', digits.Length - point - 1));
        var shown = Quoted(before) + plain + Quoted(after);
        return !isNegative ? shown : before is "-" or "−" or "－" ? plain + Quoted(after) : $"{plain}{Quoted(after)};{shown};{shown}";
    }

    private static string Quoted(string words) => words.Length == 0 ? "" : $"\"{words}\"";

    [GeneratedRegex(@"\A(?<before>\D*)(?<number>\d+([,，]\d{3})*([.．]\d+)?)(?<after>\D*)\z")]
    private static partial Regex OneNumber();
}
