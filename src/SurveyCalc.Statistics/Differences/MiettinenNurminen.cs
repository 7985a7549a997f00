namespace SurveyCalc.Statistics;

/// <summary>Score interval for the difference of two independent proportions (ミエッティネン・ヌルミネンの信頼区間).</summary>
public static class MiettinenNurminen
{
    private const int Halvings = 200;

    /// <summary>Differences δ whose score test, with the variances estimated under δ, does not reject.</summary>
    /// <param name="currentPositive">Numerator of the current sample, 0 ≤ positive ≤ valid.</param>
    /// <param name="currentValid">Denominator of the current sample; together more than one respondent.</param>
    /// <param name="previousPositive">Numerator of the previous sample.</param>
    /// <param name="previousValid">Denominator of the previous sample.</param>
    /// <param name="level">Confidence level.</param>
    /// <returns>Interval of current − previous, within [−1,1]; never of zero width.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range or NaN.</exception>
    /// <remarks>
    /// Restricted maximum likelihood in closed form and the variance factor n/(n−1) with n of both samples.
    /// Source: Miettinen, Nurminen (1985), Statistics in Medicine 4, 213–226.
    /// </remarks>
    public static Interval Interval(double currentPositive, double currentValid, double previousPositive, double previousValid, Level level)
    {
        Counts.Require(currentPositive, currentValid);
        Counts.Require(previousPositive, previousValid);
        if (!(currentValid + previousValid > 1))
            throw new ArgumentOutOfRangeException(nameof(currentValid), currentValid, "Together both samples hold more than one respondent.");
        // The lower bound is the upper one of the reversed difference, with the sign changed.
        var upper = Upper(currentPositive, currentValid, previousPositive, previousValid, level.Z);
        var lower = -Upper(previousPositive, previousValid, currentPositive, currentValid, level.Z);
        return new(Math.Min(lower, upper), upper);
    }

    private static double Upper(double x1, double n1, double x2, double n2, double z)
    {
        var difference = (x1 / n1) - (x2 / n2);
        var (inside, outside) = (difference, 1.0);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (inside + outside) / 2;
            if (middle <= inside || middle >= outside)
                break;
            var distance = middle - difference;
            if (distance * distance <= z * z * VarianceUnder(middle, x1, n1, x2, n2))
                inside = middle;
            else
                outside = middle;
        }

        return inside;
    }

    // Variance of p1 − p2 with both proportions at their maximum likelihood under p1 − p2 = delta.
    private static double VarianceUnder(double delta, double x1, double n1, double x2, double n2)
    {
        var n = n1 + n2;
        var l3 = n;
        var l2 = ((n1 + (2 * n2)) * delta) - n - (x1 + x2);
        var l1 = (((n2 * delta) - n - (2 * x2)) * delta) + x1 + x2;
        var l0 = x2 * delta * (1 - delta);
        var third = l2 / (3 * l3);
        var q = (third * third * third) - (l1 * l2 / (6 * l3 * l3)) + (l0 / (2 * l3));
        var p = Math.CopySign(Math.Sqrt(Math.Max(0, (third * third) - (l1 / (3 * l3)))), q);
        var cosine = p == 0 ? 0 : Math.Clamp(q / (p * p * p), -1, 1);
        var angle = (Math.PI + Math.Acos(cosine)) / 3;
        var second = Math.Clamp((2 * p * Math.Cos(angle)) - third, Math.Max(0, -delta), Math.Min(1, 1 - delta));
        var first = second + delta;
        return ((first * (1 - first) / n1) + (second * (1 - second) / n2)) * (n / (n - 1));
    }
}
