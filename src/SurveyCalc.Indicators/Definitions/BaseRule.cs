namespace SurveyCalc.Indicators.Definitions;

/// <summary>
/// Whom the denominator holds (分母). Mandatory for every indicator, never guessed: the same answers give different
/// percentages. 非該当 is never in a base; 無効 goes with 無回答, as reports count it.
/// </summary>
/// <param name="IncludesNoAnswer">無回答 (and 無効) count in the denominator.</param>
/// <param name="IncludesDontKnow">わからない counts in the denominator.</param>
public sealed record BaseRule(bool IncludesNoAnswer, bool IncludesDontKnow)
{
    /// <summary>無回答を含む: everybody who was asked.</summary>
    public static BaseRule Everybody { get; } = new(true, true);

    /// <summary>無回答を除く: everybody who answered, わからない included.</summary>
    public static BaseRule Answered { get; } = new(false, true);

    /// <summary>わからないも除く: everybody who gave a real answer.</summary>
    public static BaseRule Substantive { get; } = new(false, false);

    /// <summary>無回答を含みわからないを除く: everybody who was asked but those who do not know.</summary>
    public static BaseRule EverybodyWhoKnows { get; } = new(true, false);
}
