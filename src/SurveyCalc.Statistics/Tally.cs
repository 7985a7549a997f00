using System.Globalization;

namespace SurveyCalc.Statistics;

/// <summary>
/// Exact, mergeable sums of one indicator in one stratum or domain (集計値): all that a ratio Σwy/Σwx and its
/// linearised variance need, with x = 1 for a respondent in the base and 0 otherwise.
/// </summary>
/// <remarks>
/// Weights are whole multiples of 10^−<see cref="WeightDecimals"/>, scores y of 10^−<see cref="ScoreDecimals"/>, so
/// every sum is an integer and any split of the respondents gives the same bits. Unweighted: weight 1, no decimals.
/// A proportion (割合): y is 0 or 1, no decimals. A respondent outside the base counts in <see cref="Sampled"/> alone.
/// </remarks>
public readonly partial record struct Tally
{
    /// <summary>Most decimals of a weight or of a score.</summary>
    public const int MaxDecimals = 12;

    /// <summary>Restores a tally from its sums.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The counts are not sampled ≥ valid ≥ positive ≥ 0, a sum contradicts the counts, or decimals are not within 0 to 12.</exception>
    public Tally(
        long sampled, long valid, long positive, Int128 wx, Int128 wy, Int128 wwxx, Int128 wwxy, Int128 wwyy, int weightDecimals, int scoreDecimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(positive);
        ArgumentOutOfRangeException.ThrowIfLessThan(valid, positive);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampled, valid);
        RequireDecimals(weightDecimals, nameof(weightDecimals));
        RequireDecimals(scoreDecimals, nameof(scoreDecimals));
        if (valid == 0 ? wx != 0 : wx <= 0)
            throw new ArgumentOutOfRangeException(nameof(wx), wx, "The sum of weights is positive, and 0 only without a base.");
        if (valid == 0 ? wwxx != 0 : wwxx <= 0)
            throw new ArgumentOutOfRangeException(nameof(wwxx), wwxx, "The sum of squared weights is positive, and 0 only without a base.");
        if (valid == 0 ? wwyy != 0 : wwyy < 0)
            throw new ArgumentOutOfRangeException(nameof(wwyy), wwyy, "A sum of squares is not negative, and 0 without a base.");
        if (valid == 0 && (wy != 0 || wwxy != 0))
            throw new ArgumentOutOfRangeException(nameof(wy), wy, "Without a base every sum is 0.");
        (Sampled, Base, Positive) = (sampled, valid, positive);
        (Wx, Wy, Wwxx, Wwxy, Wwyy) = (wx, wy, wwxx, wwxy, wwyy);
        // Sums of nothing have no scale: this is what makes Empty neutral whatever it is merged with.
        (WeightDecimals, ScoreDecimals) = valid == 0 ? (0, 0) : (weightDecimals, scoreDecimals);
    }

    /// <summary>Everybody sampled in the stratum (標本), in the base or not.</summary>
    public long Sampled { get; }

    /// <summary>Respondents in the denominator (分母, 有効回答数), unweighted.</summary>
    public long Base { get; }

    /// <summary>Respondents in the numerator (分子), unweighted.</summary>
    public long Positive { get; }

    /// <summary>Σwx in units of 10^−WeightDecimals.</summary>
    public Int128 Wx { get; }

    /// <summary>Σwy in units of 10^−(WeightDecimals + ScoreDecimals).</summary>
    public Int128 Wy { get; }

    /// <summary>Σw²x² in units of 10^−(2·WeightDecimals).</summary>
    public Int128 Wwxx { get; }

    /// <summary>Σw²xy in units of 10^−(2·WeightDecimals + ScoreDecimals).</summary>
    public Int128 Wwxy { get; }

    /// <summary>Σw²y² in units of 10^−(2·WeightDecimals + 2·ScoreDecimals).</summary>
    public Int128 Wwyy { get; }

    /// <summary>Decimals of a weight, 0 to 12.</summary>
    public int WeightDecimals { get; }

    /// <summary>Decimals of a score, 0 to 12.</summary>
    public int ScoreDecimals { get; }

    /// <summary>True when a respondent of the base has a weight other than exactly 1.</summary>
    /// <remarks>Σw = Σw² = n leaves Σ(w − 1)² = 0, so two sums tell for all respondents, whatever the decimals.</remarks>
    public bool IsWeighted => Wx != Base * Pow10(WeightDecimals) || Wwxx != Base * Pow10(2 * WeightDecimals);

    /// <summary>Σwx, the weighted denominator, as a number of persons.</summary>
    public double WeightedBase => (double)Wx / (double)Pow10(WeightDecimals);

    /// <summary>Σwy/Σwx: the proportion (割合) or the mean score (平均値), in units of the score.</summary>
    /// <exception cref="InvalidOperationException">The base is empty.</exception>
    public double Ratio => Base > 0
        ? (double)Wy / (double)(Wx * Pow10(ScoreDecimals))
        : throw new InvalidOperationException("An empty base has no ratio; ask for Base first.");

    /// <summary>Effective number of respondents (Σw)²/Σw²; equals <see cref="Base"/> without weights, 0 for an empty base.</summary>
    /// <remarks>Source: Kish (1965), Survey Sampling, section 11.7.</remarks>
    public double KishEffectiveN => Base == 0 ? 0 : !IsWeighted ? Base : (double)Wx * (double)Wx / (double)Wwxx;

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"Tally {{ Sampled = {Sampled}, Base = {Base}, Positive = {Positive}, Wx = {Wx}, Wy = {Wy}, Wwxx = {Wwxx}, Wwxy = {Wwxy}, Wwyy = {Wwyy}, WeightDecimals = {WeightDecimals}, ScoreDecimals = {ScoreDecimals} }}");

    internal static Int128 Pow10(int exponent)
    {
        Int128 power = 1;
        for (var i = 0; i < exponent; i++)
            power *= 10;
        return power;
    }

    private static void RequireDecimals(int decimals, string name)
    {
        if (decimals is < 0 or > MaxDecimals)
            throw new ArgumentOutOfRangeException(name, decimals, $"Decimals lie between 0 and {MaxDecimals}.");
    }
}
