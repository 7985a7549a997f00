using System.Text;
using System.Text.RegularExpressions;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>
/// Reads the threshold of 数値の割合: text without digits, one number, a unit, one comparison (年5回以上, 10未満). Nothing
/// else is understood; a range needs two indicators.
/// </summary>
internal static partial class ThresholdText
{
    public static bool TryParse(string text, out AggregationRule.NumericThreshold? rule)
    {
        rule = null;
        var folded = text.Normalize(NormalizationForm.FormKC).Replace('\u2212', '-').Replace(" ", "", StringComparison.Ordinal).Trim();
        var match = Notation().Match(folded);
        if (!match.Success || !NumberText.TryParse(match.Groups["n"].Value, out var limit)) return false;
        if (!DefinitionWords.Comparisons.TryParse(match.Groups["than"].Value, out var comparison)) return false;
        rule = new AggregationRule.NumericThreshold(comparison, NumberText.WithoutTrailingZeros(limit));
        return true;
    }

    [GeneratedRegex(
        "^[^0-9,.]*?(?<n>-?[0-9][0-9,]*(\\.[0-9]+)?)[^0-9,.]*?(?<than>以上|以下|未満|より少ない|超|を超える|より多い|ちょうど)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Notation();
}
