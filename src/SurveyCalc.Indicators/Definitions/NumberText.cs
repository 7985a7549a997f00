using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>Reads a number as Japanese offices write it: full-width digits, grouped thousands, the minus of JIS.</summary>
internal static partial class NumberText
{
    /// <summary>True for <c>12</c>, <c>-3.5</c>, <c>１２</c>, <c>1,234</c>; false for anything with other characters.</summary>
    public static bool TryParse(string text, out decimal number)
    {
        var folded = text.Normalize(NormalizationForm.FormKC).Replace('\u2212', '-').Trim();
        number = 0;
        return Plain().IsMatch(folded) && decimal.TryParse(
            folded, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture, out number);
    }

    /// <summary>A whole number from <paramref name="least"/> on.</summary>
    public static bool TryParseWhole(string text, long least, out long number)
    {
        number = 0;
        if (!TryParse(text, out var value) || value != decimal.Truncate(value) || value < least || value > long.MaxValue) return false;
        number = (long)value;
        return true;
    }

    /// <summary>A number, or a percentage as its ratio: <c>0.95</c> and <c>95%</c> are the same.</summary>
    public static bool TryParseShare(string text, out decimal share)
    {
        var folded = text.Normalize(NormalizationForm.FormKC).Trim();
        if (!folded.EndsWith('%')) return TryParse(folded, out share);
        if (!TryParse(folded[..^1], out share)) return false;
        share /= 100;
        return true;
    }

    /// <summary>A ratio as a percentage: 0.95 is <c>95%</c>.</summary>
    public static string Percent(double ratio) =>
        string.Create(CultureInfo.InvariantCulture, $"{WithoutTrailingZeros((decimal)ratio * 100)}%");

    /// <summary>Without the zeros at the end that make equal numbers look different (5.0 and 5).</summary>
    public static decimal WithoutTrailingZeros(decimal number) => number / 1.0000000000000000000000000000m;

    [GeneratedRegex("^[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\\.[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
