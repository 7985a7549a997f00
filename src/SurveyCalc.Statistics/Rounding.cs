using System.Numerics;

namespace SurveyCalc.Statistics;

/// <summary>Rounding half away from zero on the exact fraction (四捨五入), as printed in reports.</summary>
/// <remarks>
/// Never from a <c>double</c>: 0.145 has no exact double, so a tie would fall either way. The results keep their trailing
/// zeros: one decimal prints "50.0". There is no negative zero.
/// </remarks>
public static class Rounding
{
    /// <summary>Most decimals of a printed number.</summary>
    public const int MaxDecimals = 12;

    /// <summary>numerator/denominator rounded half away from zero.</summary>
    /// <param name="numerator">Any whole number; 64 and 128 bit numbers convert by themselves.</param>
    /// <param name="denominator">Greater than 0.</param>
    /// <param name="decimals">Decimals kept (小数点以下の桁数), 0 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">The denominator or the decimals are outside their range.</exception>
    /// <exception cref="OverflowException">The number does not fit a <c>decimal</c>.</exception>
    public static decimal Ratio(BigInteger numerator, BigInteger denominator, int decimals)
    {
        if (denominator <= 0)
            throw new ArgumentOutOfRangeException(nameof(denominator), denominator, "The denominator is greater than 0.");
        if (decimals is < 0 or > MaxDecimals)
            throw new ArgumentOutOfRangeException(nameof(decimals), decimals, $"Decimals lie between 0 and {MaxDecimals}.");
        var magnitude = ((2 * BigInteger.Abs(numerator) * BigInteger.Pow(10, decimals)) + denominator) / (2 * denominator);
        var unit = new decimal(1, 0, 0, false, (byte)decimals);
        return (decimal)(numerator.Sign * magnitude) * unit;
    }

    /// <summary>100·numerator/denominator rounded half away from zero, in percent (百分率).</summary>
    /// <inheritdoc cref="Ratio(BigInteger, BigInteger, int)"/>
    public static decimal Percent(BigInteger numerator, BigInteger denominator, int decimals) => Ratio(100 * numerator, denominator, decimals);

    /// <summary>The ratio or mean Σwy/Σwx of a tally, rounded from its exact sums.</summary>
    /// <returns>In the unit of the score, or <see cref="NotEstimableReason.NoValidAnswers"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The decimals are outside 0 to 12.</exception>
    public static Estimable<decimal> Ratio(Tally tally, int decimals) => Of(tally, 1, decimals);

    /// <summary>The proportion of a tally in percent, rounded from its exact sums.</summary>
    /// <returns>0 to 100, or <see cref="NotEstimableReason.NoValidAnswers"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The decimals are outside 0 to 12.</exception>
    public static Estimable<decimal> Percent(Tally tally, int decimals) => Of(tally, 100, decimals);

    private static Estimable<decimal> Of(Tally tally, int unit, int decimals) => tally.Base == 0
        ? Estimable<decimal>.Not(NotEstimableReason.NoValidAnswers)
        : Estimable<decimal>.Of(Ratio(unit * (BigInteger)tally.Wy, Denominator(tally), decimals));

    internal static BigInteger Denominator(Tally tally) => (BigInteger)tally.Wx * Tally.Pow10(tally.ScoreDecimals);
}
