namespace SurveyCalc.Indicators.Definitions;

/// <summary>Reads the two sides of a net score (差引スコア), <c>満足|やや満足−やや不満|不満</c>.</summary>
internal static class NetScoreText
{
    /// <summary>The minus between the two sides as it is written: U+2212, which cannot begin a formula of a spreadsheet.</summary>
    public const char Minus = '−';

    // The long vowel mark ー is none of them: it stands in the middle of ordinary labels.
    private static readonly char[] Minuses = [Minus, '-', '－'];

    /// <summary>Splits at the one minus of the text.</summary>
    /// <param name="text">The cell 算式.</param>
    /// <param name="favourable">What stands before the minus; may be empty.</param>
    /// <param name="unfavourable">What stands behind it; may be empty.</param>
    /// <returns>False when there is no minus, or more than one: a label with a minus is then written by its code.</returns>
    public static bool TrySplit(string text, out string favourable, out string unfavourable)
    {
        (favourable, unfavourable) = ("", "");
        var sides = text.Split(Minuses, StringSplitOptions.TrimEntries);
        if (sides.Length != 2) return false;
        (favourable, unfavourable) = (sides[0], sides[1]);
        return true;
    }

    /// <summary>The cell 算式 of a rule.</summary>
    public static string Of(AggregationRule.NetScore rule) => $"{rule.Favourable.Text}{Minus}{rule.Unfavourable.Text}";
}
