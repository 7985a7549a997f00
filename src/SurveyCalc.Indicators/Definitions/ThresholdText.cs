using System.Text;
using System.Text.RegularExpressions;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>
/// Reads the threshold of 数値の割合: text without digits, one number, a unit, one comparison (年5回以上, 10未満). Nothing
/// else is understood; a range needs two indicators, and a sign or a second comparison around the number is refused.
/// </summary>
internal static partial class ThresholdText
{
    private static readonly string[] Unreadable = ["▲", "△", "–", "—", "―", "±", "~", "〜", "以上", "以下", "以内", "未満", "より", "超", "ちょうど"];

    public static bool TryParse(string text, out AggregationRule.NumericThreshold? rule)
    {
        rule = null;
        var folded = text.Normalize(NormalizationForm.FormKC).Replace('\u2212', '-').Replace(" ", "", StringComparison.Ordinal).Trim();
        var match = Notation().Match(folded);
        if (!match.Success || !NumberText.TryParse(match.Groups["n"].Value, out var limit)) return false;
        if (Unreadable.Any(w => match.Groups["before"].Value.Contains(w, StringComparison.Ordinal) || match.Groups["unit"].Value.Contains(w, StringComparison.Ordinal))) return false;
        if (!DefinitionWords.Comparisons.TryParse(match.Groups["than"].Value, out var comparison)) return false;
        rule = new AggregationRule.NumericThreshold(comparison, NumberText.WithoutTrailingZeros(limit));
        return true;
    }

    [GeneratedRegex(
        "^(?<before>[^0-9,.]*?)(?<n>-?[0-9][0-9,]*(\\.[0-9]+)?)(?<unit>[^0-9,.]*?)(?<than>以上|以下|未満|より少ない|超|を超える|より多い|ちょうど)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Notation();
}
