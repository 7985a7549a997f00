namespace SurveyCalc.Statistics;

/// <summary>Wald interval p ± z·√(p(1−p)/n) for a proportion (正規近似の信頼区間).</summary>
/// <remarks>
/// Covers less than its level for small samples and for proportions near 0 and 1, where its width falls to 0.
/// Source: Laplace (1812), Théorie analytique des probabilités; criticised by Brown, Cai, DasGupta (2001), Statistical
/// Science 16, 101–133.
/// </remarks>
public static class Wald
{
    /// <summary>The part of the interval within [0,1]; zero width at an observed 0 or 1.</summary>
    /// <param name="positive">Respondents in the numerator, 0 ≤ positive ≤ valid.</param>
    /// <param name="valid">Respondents in the denominator, or their effective number; greater than 0.</param>
    /// <param name="level">Confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range or NaN.</exception>
    public static Interval Interval(double positive, double valid, Level level)
    {
        var (lower, upper) = Unclipped(positive, valid, level);
        return Counts.Clip(lower, upper);
    }

    /// <summary>The interval before clipping; bounds may lie outside [0,1].</summary>
    /// <inheritdoc cref="Interval"/>
    public static Interval Unclipped(double positive, double valid, Level level)
    {
        Counts.Require(positive, valid);
        var p = positive / valid;
        var margin = level.Z * Math.Sqrt(p * ((valid - positive) / valid) / valid);
        return new(p - margin, p + margin);
    }
}
