namespace SurveyCalc.Statistics;

/// <summary>Weights of all respondents (ウエイト), whole numbers in units of 10^−<see cref="Decimals"/> so that every sum is exact.</summary>
public sealed class Weights
{
    /// <summary>
    /// Digits of the largest computed weight: its rounding lies far below any tolerance, and the sums of squares of a million
    /// respondents and their scores fit 128 bits.
    /// </summary>
    public const int SignificantDigits = 13;

    private readonly long[] _units;

    /// <param name="units">One per respondent, each greater than 0; copied.</param>
    /// <param name="decimals">0 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is not positive, or the decimals are outside their range.</exception>
    public Weights(ReadOnlySpan<long> units, int decimals)
    {
        if (decimals is < 0 or > Tally.MaxDecimals)
            throw new ArgumentOutOfRangeException(nameof(decimals), decimals, $"Decimals lie between 0 and {Tally.MaxDecimals}.");
        foreach (var unit in units)
        {
            if (unit <= 0)
                throw new ArgumentOutOfRangeException(nameof(units), unit, "A weight is greater than 0; leave out who must not count.");
        }

        (_units, Decimals) = (units.ToArray(), decimals);
    }

    /// <summary>Number of respondents.</summary>
    public int Count => _units.Length;

    /// <summary>Decimals of a weight, 0 to 12.</summary>
    public int Decimals { get; }

    /// <summary>The weights in units of 10^−<see cref="Decimals"/>.</summary>
    public ReadOnlySpan<long> Units => _units;

    /// <summary>Weight 1 for everybody.</summary>
    /// <param name="respondents">0 or more.</param>
    public static Weights Ones(int respondents)
    {
        var units = new long[respondents];
        Array.Fill(units, 1);
        return new(units, 0);
    }

    /// <summary>Weights from real numbers, rounded half up to <see cref="SignificantDigits"/> of the largest, 12 decimals at most.</summary>
    /// <param name="weights">Each finite and greater than 0, also after rounding.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is not finite or not positive.</exception>
    /// <exception cref="OverflowException">A weight has more digits before the point than fit.</exception>
    public static Weights Rounded(ReadOnlySpan<double> weights)
    {
        var decimals = DecimalsFor(weights);
        var units = new long[weights.Length];
        for (var i = 0; i < units.Length; i++)
            units[i] = Round(weights[i], decimals);
        return new(units, decimals);
    }

    /// <summary>Design weights N_h/n_h of a sample of persons (抽出ウエイト).</summary>
    /// <param name="design">Not clustered, with all populations known.</param>
    /// <param name="strata">Stratum of each respondent; empty for a design of one stratum, then give <paramref name="respondents"/>.</param>
    /// <param name="respondents">Number of respondents when no strata are given.</param>
    /// <exception cref="ArgumentException">The design is clustered, or a stratum has no known population.</exception>
    public static Weights OfDesign(Design design, ReadOnlySpan<int> strata, int respondents = 0)
    {
        ArgumentNullException.ThrowIfNull(design);
        if (design.IsClustered)
            throw new ArgumentException("The weights of a clustered sample depend on its later stages; give them.", nameof(design));
        int[] stratumOf = strata.Length > 0 ? strata.ToArray() : new int[respondents];
        var sampled = new long[design.Strata];
        foreach (var stratum in stratumOf)
            sampled[stratum]++;
        var weights = new double[stratumOf.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            var stratum = stratumOf[i];
            var population = design.Populations[stratum]
                ?? throw new ArgumentException($"Stratum {stratum} has no known population, so it has no design weight.", nameof(design));
            weights[i] = (double)population / sampled[stratum];
        }

        return Rounded(weights);
    }

    /// <summary>The weight of a respondent as a number.</summary>
    public double ValueOf(int respondent) => _units[respondent] / (double)Tally.Pow10(Decimals);

    /// <summary>Range, sum and effective number (ウエイトの概要).</summary>
    /// <exception cref="InvalidOperationException">There are no respondents.</exception>
    /// <exception cref="OverflowException">The sum of squares does not fit 128 bits.</exception>
    public WeightSummary Summarise()
    {
        if (Count == 0)
            throw new InvalidOperationException("Nobody has a weight.");
        Int128 sum = 0, squares = 0;
        foreach (var unit in _units)
        {
            sum += unit;
            squares += (Int128)unit * unit;
        }

        var one = (double)Tally.Pow10(Decimals);
        return new(Count, (double)sum / one, _units.Min() / one, _units.Max() / one, (double)sum * (double)sum / (double)squares);
    }

    /// <summary>Decimals that give the largest weight its significant digits, 0 to 12.</summary>
    internal static int DecimalsFor(ReadOnlySpan<double> weights)
    {
        var (largest, digits) = (0.0, 0);
        foreach (var weight in weights)
            largest = Math.Max(largest, weight);
        for (; largest >= 1 && digits < SignificantDigits; digits++)
            largest /= 10;
        return Math.Min(Tally.MaxDecimals, SignificantDigits - digits);
    }

    internal static long Round(double weight, int decimals) => double.IsFinite(weight)
        ? checked((long)Math.Floor((weight * (double)Tally.Pow10(decimals)) + 0.5))
        : throw new ArgumentOutOfRangeException(nameof(weight), weight, "A weight is a finite number.");
}
