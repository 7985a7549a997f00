namespace SurveyCalc.Statistics;

/// <summary>Interval from the variance-stabilising transformation asin√p (逆正弦変換の信頼区間).</summary>
/// <remarks>The angle is held within [0, π/2]; without that, bounds near 0 and 1 are reflected back into the interval.</remarks>
public static class Arcsine
{
    /// <summary>sin²(asin√p̃ ± z/(2√n)) with p̃ = (x + ⅜)/(n + ¾).</summary>
    /// <param name="positive">Respondents in the numerator, 0 ≤ positive ≤ valid.</param>
    /// <param name="valid">Respondents in the denominator, or their effective number; greater than 0.</param>
    /// <param name="level">Confidence level.</param>
    /// <returns>Ratios within [0,1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range or NaN.</exception>
    /// <remarks>Source: Anscombe (1948), Biometrika 35, 246–254; Brown, Cai, DasGupta (2001), Statistical Science 16, 101–133.</remarks>
    public static Interval Interval(double positive, double valid, Level level)
    {
        Counts.Require(positive, valid);
        return Around((positive + 0.375) / (valid + 0.75), level.Z / (2 * Math.Sqrt(valid)));
    }

    /// <summary>The same without the correction: p̃ = x/n.</summary>
    /// <inheritdoc cref="Interval"/>
    public static Interval Plain(double positive, double valid, Level level)
    {
        Counts.Require(positive, valid);
        return Around(positive / valid, level.Z / (2 * Math.Sqrt(valid)));
    }

    /// <summary>The interval of a margin on the angle around asin√p.</summary>
    internal static Interval Around(double p, double margin)
    {
        var angle = Math.Asin(Math.Sqrt(p));
        return Counts.Clip(Squared(Math.Max(0, angle - margin)), Squared(Math.Min(Math.PI / 2, angle + margin)));
    }

    private static double Squared(double angle) => Math.Sin(angle) * Math.Sin(angle);
}
