namespace SurveyCalc.Statistics;

/// <summary>Regularised incomplete beta function I_x(a, b), to nearly full double precision for a and b up to 10^9.</summary>
/// <remarks>
/// Continued fraction of DiDonato and Morris (1992), ACM Transactions on Mathematical Software 18, 360–373, which takes
/// 1 − x as it is and so keeps its digits when x is close to 1, as for Student's t with many degrees of freedom;
/// evaluated by the method of Lentz (1976), Applied Optics 15, 668–671.
/// Leading factor: the saddle-point form of Loader (2000), "Fast and accurate computation of binomial probabilities",
/// because log-gamma differences lose up to nine digits at survey sizes.
/// </remarks>
internal static class IncompleteBeta
{
    private const int MaxTerms = 200_000;
    private const double Precision = 2.3e-16;
    private const double Tiny = 1e-300;

    /// <summary>I_x(a, b).</summary>
    /// <param name="a">Greater than 0.</param>
    /// <param name="b">Greater than 0.</param>
    /// <param name="x">Within [0,1].</param>
    /// <param name="y">1 − x, given apart so that neither loses digits.</param>
    /// <exception cref="ArithmeticException">The continued fraction did not converge.</exception>
    public static double Lower(double a, double b, double x, double y)
    {
        if (!(a > 0 && b > 0 && double.IsFinite(a + b)))
            throw new ArgumentOutOfRangeException(nameof(a), $"Both parameters are finite and greater than 0, not {a} and {b}.");
        if (!(x >= 0 && y >= 0))
            throw new ArgumentOutOfRangeException(nameof(x), x, "The argument lies within 0 and 1.");
        if (x == 0)
            return 0;
        if (y == 0)
            return 1;
        return a * y >= b * x
            ? Factor(a, b, x, y) / Fraction(a, b, x, y)
            : 1 - (Factor(b, a, y, x) / Fraction(b, a, y, x));
    }

    /// <summary>x^a·y^b/B(a, b): the derivative of I_x(a, b) by the log-odds of x.</summary>
    public static double Factor(double a, double b, double x, double y)
    {
        var n = a + b;
        var exponent = StirlingError(n) - StirlingError(a) - StirlingError(b) - Deviance(a, n * x) - Deviance(b, n * y);
        return Math.Sqrt(a / n * b / (2 * Math.PI)) * Math.Exp(exponent);
    }

    private static double Fraction(double a, double b, double x, double y)
    {
        var value = a * ((a * y) - (b * x) + 1) / (a + 1);
        double c = value, d = 0;
        for (var n = 1; n <= MaxTerms; n++)
        {
            var numerator = (a + n - 1) / (a + (2 * n) - 1) * ((a + b + n - 1) / (a + (2 * n) - 1)) * n * (b - n) * x * x;
            var denominator = n + (n * (b - n) * x / (a + (2 * n) - 1)) + ((a + n) / (a + (2 * n) + 1) * ((a * y) - (b * x) + 1 + (n * (1 + y))));
            d = denominator + (numerator * d);
            c = denominator + (numerator / c);
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = Math.Abs(c) < Tiny ? Tiny : c;
            value *= c * d;
            if (Math.Abs((c * d) - 1) <= Precision)
                return value;
        }

        throw new ArithmeticException($"The incomplete beta function did not converge at a = {a}, b = {b}, x = {x}.");
    }

    // ln Γ(z+1) − ((z+½) ln z − z + ½ ln 2π)
    private static double StirlingError(double z)
    {
        var sum = 0.0;
        for (; z < 16; z++)
            sum += ((z + 0.5) * Math.Log((z + 1) / z)) - 1;
        var s = 1 / (z * z);
        return sum + ((1 / 12.0 - (s * (1 / 360.0 - (s * (1 / 1260.0 - (s * (1 / 1680.0 - (s * (1 / 1188.0 - (s * (691 / 360360.0))))))))))) / z);
    }

    // x ln(x/m) + m − x without cancellation near x = m
    private static double Deviance(double x, double m)
    {
        if (m == 0)
            return double.PositiveInfinity;
        if (!(Math.Abs(x - m) < 0.1 * (x + m)))
            return (x * Math.Log(x / m)) + m - x;
        var v = (x - m) / (x + m);
        var sum = (x - m) * v;
        var power = 2 * x * v;
        for (var j = 3; j < 1000; j += 2)
        {
            power *= v * v;
            var next = sum + (power / j);
            if (next == sum)
                break;
            sum = next;
        }

        return sum;
    }
}
