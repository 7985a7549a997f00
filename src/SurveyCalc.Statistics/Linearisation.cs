using System.Numerics;

namespace SurveyCalc.Statistics;

/// <summary>Variance of a ratio Σwy/Σwx by Taylor linearisation (線形化による分散).</summary>
public static class Linearisation
{
    /// <summary>Σw²(y − rx)²/(Σwx)² with r = Σwy/Σwx: the variance before the factors of the design (n/(n−1), 1 − n/N).</summary>
    /// <param name="tally">Sums of one stratum whose base is not empty.</param>
    /// <returns>Square of the unit of the score, 0 or more; 0 exactly when all scores are equal.</returns>
    /// <remarks>
    /// The residual sum is computed in whole numbers, so nothing cancels. Source: Woodruff (1971), Journal of the
    /// American Statistical Association 66, 411–414.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The base is empty.</exception>
    public static double Variance(Tally tally)
    {
        if (tally.Base == 0)
            throw new InvalidOperationException("An empty base has no variance; ask for Base first.");
        BigInteger wx = tally.Wx, wy = tally.Wy;
        var residuals = (tally.Wwyy * wx * wx) - (2 * wy * wx * tally.Wwxy) + (wy * wy * tally.Wwxx);
        var scale = (double)Tally.Pow10(tally.ScoreDecimals);
        return (double)residuals / (double)(wx * wx * wx * wx) / scale / scale;
    }
}
