using System.Numerics;

namespace SurveyCalc.Statistics;

/// <summary>Change between two waves as printed (前年度比, ポイント差), by either of two conventions.</summary>
/// <remarks>
/// 62.54 % after 60.46 %: printed 62.5 and 60.5 differ by 2.0, the exact difference 2.08 rounds to 2.1. A report follows
/// one convention throughout.
/// </remarks>
public static class PrintedChange
{
    /// <summary>Difference of the printed values: readers can check it on the page.</summary>
    /// <param name="current">Printed current value.</param>
    /// <param name="previous">Printed previous value, with the same decimals.</param>
    public static decimal OfPrinted(decimal current, decimal previous) => current - previous;

    /// <summary>Exact difference of two proportions, rounded once, in percentage points (ポイント).</summary>
    /// <param name="currentNumerator">Current numerator.</param>
    /// <param name="currentDenominator">Current denominator, greater than 0.</param>
    /// <param name="previousNumerator">Previous numerator.</param>
    /// <param name="previousDenominator">Previous denominator, greater than 0.</param>
    /// <param name="decimals">Decimals kept, 0 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">A denominator or the decimals are outside their range.</exception>
    public static decimal ExactPoints(
        BigInteger currentNumerator, BigInteger currentDenominator, BigInteger previousNumerator, BigInteger previousDenominator, int decimals) =>
        Exact(100 * currentNumerator, currentDenominator, 100 * previousNumerator, previousDenominator, decimals);

    /// <summary>Exact difference of two proportions from their tallies, rounded once, in percentage points.</summary>
    /// <returns>The change, or <see cref="NotEstimableReason.NoValidAnswers"/> when either base is empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The decimals are outside 0 to 12.</exception>
    public static Estimable<decimal> ExactPoints(Tally current, Tally previous, int decimals) => Exact(current, previous, 100, decimals);

    /// <summary>Exact difference of two mean scores from their tallies, rounded once, in the unit of the score.</summary>
    /// <inheritdoc cref="ExactPoints(Tally, Tally, int)"/>
    public static Estimable<decimal> ExactScore(Tally current, Tally previous, int decimals) => Exact(current, previous, 1, decimals);

    private static Estimable<decimal> Exact(Tally current, Tally previous, int unit, int decimals) => current.Base == 0 || previous.Base == 0
        ? Estimable<decimal>.Not(NotEstimableReason.NoValidAnswers)
        : Estimable<decimal>.Of(Exact(
            unit * (BigInteger)current.Wy, Rounding.Denominator(current), unit * (BigInteger)previous.Wy, Rounding.Denominator(previous), decimals));

    private static decimal Exact(BigInteger x1, BigInteger n1, BigInteger x2, BigInteger n2, int decimals)
    {
        if (n1 <= 0 || n2 <= 0)
            throw new ArgumentOutOfRangeException(n1 <= 0 ? "currentDenominator" : "previousDenominator", "A denominator is greater than 0.");
        return Rounding.Ratio((x1 * n2) - (x2 * n1), n1 * n2, decimals);
    }
}
