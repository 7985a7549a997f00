using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Computation;

/// <summary>What one distinct answer means to one rule.</summary>
/// <param name="InBase">In the denominator.</param>
/// <param name="InNumerator">In the numerator.</param>
/// <param name="Units">Score in units of 10^−<paramref name="Decimals"/>.</param>
/// <param name="Decimals">Decimals of the score as written.</param>
internal readonly record struct AnswerContribution(bool InBase, bool InNumerator, Int128 Units, int Decimals)
{
    public static AnswerContribution Of(BoundRule rule, Answer answer)
    {
        if (!rule.InBase(answer)) return default;
        var score = rule.Score(answer);
        var units = score;
        for (var i = 0; i < score.Scale; i++) units *= 10;
        return new AnswerContribution(true, rule.InNumerator(answer), (Int128)units, score.Scale);
    }

    /// <summary>Decimals that hold every score.</summary>
    public static int CommonDecimals(IEnumerable<AnswerContribution> all) => all.Max(one => (int?)one.Decimals) ?? 0;

    /// <summary>The score in units of 10^−<paramref name="decimals"/>, which are no fewer than its own.</summary>
    public Int128 UnitsOf(int decimals)
    {
        var units = Units;
        for (var i = Decimals; i < decimals; i++) units *= 10;
        return units;
    }
}
