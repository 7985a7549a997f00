namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>The value of one group of a pair (小/中, 男性/女性, 現年/滞繰).</summary>
/// <param name="Group">As printed.</param>
/// <param name="Amount">Its value.</param>
public sealed record GroupAmount(string Group, Amount Amount);
