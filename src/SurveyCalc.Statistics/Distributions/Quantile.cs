using MathNet.Numerics;

namespace SurveyCalc.Statistics;

/// <summary>Quantiles (分位点) of the normal, Student and beta distributions, and the matching tail probabilities.</summary>
/// <remarks>
/// Every quantile is put back into its distribution function; one that does not return the asked probability is an
/// <see cref="ArithmeticException"/>, never a number. Tails are taken as arguments because 1 − tail would lose digits.
/// </remarks>
public static class Quantile
{
    private const double Agreement = 1e-9;
    private const double MaxLogOdds = 700;

    /// <summary>z with P(Z &gt; z) = tail for the standard normal distribution (正規分布).</summary>
    /// <param name="tail">Upper probability, 0 &lt; tail ≤ 0.5.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tail is outside its range.</exception>
    public static double NormalUpper(double tail)
    {
        RequireTail(tail);
        if (tail == 0.5)
            return 0;
        var z = Constants.Sqrt2 * SpecialFunctions.ErfcInv(2 * tail);
        // One Newton step on the logarithm of the tail: it is nearly straight, so the step is safe at any tail.
        var reached = NormalTail(z);
        z += Math.Log(reached / tail) * reached / NormalDensity(z);
        return Confirmed(z, NormalTail(z), tail);
    }

    /// <summary>P(Z &gt; z) for the standard normal distribution.</summary>
    /// <param name="z">Any number but NaN.</param>
    public static double NormalTail(double z) => double.IsNaN(z)
        ? throw new ArgumentOutOfRangeException(nameof(z), z, "A number is expected.")
        : 0.5 * SpecialFunctions.Erfc(z / Constants.Sqrt2);

    /// <summary>t with P(T &gt; t) = tail for Student's distribution (t分布).</summary>
    /// <param name="tail">Upper probability, 0 &lt; tail ≤ 0.5.</param>
    /// <param name="degreesOfFreedom">Greater than 0, whole or not; positive infinity is the normal distribution.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArithmeticException">The quantile is beyond 10^150, as with a small fraction of a degree of freedom.</exception>
    public static double StudentUpper(double tail, double degreesOfFreedom)
    {
        RequireTail(tail);
        RequireDegreesOfFreedom(degreesOfFreedom);
        if (double.IsPositiveInfinity(degreesOfFreedom))
            return NormalUpper(tail);
        if (tail == 0.5)
            return 0;
        // P(|T| > t) = I_h(df/2, 1/2) with h = df/(df + t²), so the log-odds of h are ln(df/t²).
        var logOdds = BetaLogOdds(2 * tail, 1 - (2 * tail), degreesOfFreedom / 2, 0.5);
        return double.IsFinite(logOdds)
            ? Math.Sqrt(degreesOfFreedom) * Math.Exp(-logOdds / 2)
            : throw new ArithmeticException($"The quantile of Student's distribution exceeds all numbers at {degreesOfFreedom} degrees of freedom.");
    }

    /// <summary>P(|T| &gt; |t|) for Student's distribution: the two-sided p-value (両側p値).</summary>
    /// <param name="t">Any finite number.</param>
    /// <param name="degreesOfFreedom">Greater than 0; positive infinity is the normal distribution.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double StudentTwoSided(double t, double degreesOfFreedom)
    {
        if (!double.IsFinite(t))
            throw new ArgumentOutOfRangeException(nameof(t), t, "A finite number is expected.");
        RequireDegreesOfFreedom(degreesOfFreedom);
        if (double.IsPositiveInfinity(degreesOfFreedom))
            return 2 * NormalTail(Math.Abs(t));
        var sum = degreesOfFreedom + (t * t);
        return IncompleteBeta.Lower(degreesOfFreedom / 2, 0.5, degreesOfFreedom / sum, t * t / sum);
    }

    /// <summary>x with P(X &lt; x) = tail for the beta distribution (ベータ分布).</summary>
    /// <param name="tail">Lower probability, 0 &lt; tail &lt; 1.</param>
    /// <param name="a">First shape, greater than 0.</param>
    /// <param name="b">Second shape, greater than 0.</param>
    /// <returns>A ratio within [0,1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArithmeticException">The search did not converge.</exception>
    public static double BetaLower(double tail, double a, double b) => Logistic(BetaLogOdds(tail, 1 - tail, a, b));

    /// <summary>x with P(X &gt; x) = tail for the beta distribution (ベータ分布).</summary>
    /// <inheritdoc cref="BetaLower"/>
    public static double BetaUpper(double tail, double a, double b) => Logistic(-BetaLogOdds(tail, 1 - tail, b, a));

    // Newton on the logarithm of the smaller tail over the log-odds of x, kept inside a shrinking bracket.
    private static double BetaLogOdds(double lower, double upper, double a, double b)
    {
        if (!(lower > 0 && upper > 0))
            throw new ArgumentOutOfRangeException(nameof(lower), lower, "A probability lies strictly between 0 and 1.");
        if (!(a > 0 && b > 0 && double.IsFinite(a + b)))
            throw new ArgumentOutOfRangeException(nameof(a), $"Both shapes are finite and greater than 0, not {a} and {b}.");
        if (lower > upper)
            return -BetaLogOdds(upper, lower, b, a);
        var (low, high) = (-MaxLogOdds, MaxLogOdds);
        // Below the least log-odds x is no longer told from 0: shapes far below 1, as from a tiny weighted count.
        if (IncompleteBeta.Lower(a, b, Logistic(low), Logistic(high)) >= lower)
            return double.NegativeInfinity;
        var u = Math.Clamp(Math.Log(a / b) - (NormalUpper(lower) * Math.Sqrt((1 / a) + (1 / b))), low / 2, high / 2);
        for (var round = 0; round < 300; round++)
        {
            var (x, y) = (Logistic(u), Logistic(-u));
            var reached = IncompleteBeta.Lower(a, b, x, y);
            if (reached < lower)
                low = u;
            else
                high = u;
            var next = u - (Math.Log(reached / lower) * reached / IncompleteBeta.Factor(a, b, x, y));
            if (!(next > low && next < high))
                next = (low + high) / 2;
            var step = Math.Abs(next - u);
            u = next;
            if (step <= 4e-16 * Math.Max(1, Math.Abs(u)))
                break;
        }

        return Confirmed(u, IncompleteBeta.Lower(a, b, Logistic(u), Logistic(-u)), lower);
    }

    private static double Logistic(double u) => u < 0 ? Math.Exp(u) / (1 + Math.Exp(u)) : 1 / (1 + Math.Exp(-u));

    private static double NormalDensity(double z) => Math.Exp(-z * z / 2) / Constants.Sqrt2Pi;

    private static double Confirmed(double quantile, double reached, double asked) => Math.Abs(reached - asked) <= Agreement * asked
        ? quantile
        : throw new ArithmeticException($"A quantile did not converge: probability {asked} was asked, {reached} was reached.");

    private static void RequireTail(double tail)
    {
        if (!(tail > 0 && tail <= 0.5))
            throw new ArgumentOutOfRangeException(nameof(tail), tail, "A tail probability is greater than 0 and at most one half.");
    }

    private static void RequireDegreesOfFreedom(double degreesOfFreedom)
    {
        if (!(degreesOfFreedom > 0))
            throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "Degrees of freedom are greater than 0.");
    }
}
