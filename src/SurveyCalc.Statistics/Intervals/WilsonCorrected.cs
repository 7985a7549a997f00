namespace SurveyCalc.Statistics;

/// <summary>Wilson score interval with continuity correction (連続性補正付きウィルソン).</summary>
public static class WilsonCorrected
{
    /// <summary>Bounds where the corrected score test just does not reject.</summary>
    /// <param name="positive">Respondents in the numerator, 0 ≤ positive ≤ valid.</param>
    /// <param name="valid">Respondents in the denominator, or their effective number; greater than 0.</param>
    /// <param name="level">Confidence level.</param>
    /// <returns>Ratios within [0,1]; lower is exactly 0 at positive = 0, upper exactly 1 at positive = valid.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range or NaN.</exception>
    /// <remarks>
    /// The correction of half a respondent is kept at p = ½ too, where some packages drop it.
    /// Source: Newcombe (1998), Statistics in Medicine 17, 857–872, method 4.
    /// </remarks>
    public static Interval Interval(double positive, double valid, Level level)
    {
        Counts.Require(positive, valid);
        var z = level.Z;
        var (p, q) = (positive / valid, (valid - positive) / valid);
        var (centre, size) = ((2 * positive) + (z * z), 2 * (valid + (z * z)));
        // The roots are real for whole counts; effective counts below 1 can push them under 0.
        var below = Math.Sqrt(Math.Max(0, (z * z) - 2 - (1 / valid) + (4 * p * ((valid * q) + 1))));
        var above = Math.Sqrt(Math.Max(0, (z * z) + 2 - (1 / valid) + (4 * p * ((valid * q) - 1))));
        return Counts.Clip(
            positive == 0 ? 0 : Math.Min(p, (centre - 1 - (z * below)) / size),
            positive == valid ? 1 : Math.Max(p, (centre + 1 + (z * above)) / size));
    }
}
