namespace SurveyCalc.Statistics;

/// <content>How tallies are made and merged.</content>
public readonly partial record struct Tally
{
    /// <summary>The tally of nobody; adding it changes nothing.</summary>
    public static Tally Empty => default;

    /// <summary>One respondent without weight, for a proportion.</summary>
    /// <param name="inBase">In the denominator.</param>
    /// <param name="positive">In the numerator; only together with <paramref name="inBase"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">In the numerator but not in the denominator.</exception>
    public static Tally Of(bool inBase, bool positive) => Of(inBase, positive, 1, 0);

    /// <summary>One weighted respondent, for a proportion.</summary>
    /// <param name="inBase">In the denominator.</param>
    /// <param name="positive">In the numerator; only together with <paramref name="inBase"/>.</param>
    /// <param name="weight">Weight in units of 10^−<paramref name="weightDecimals"/>; greater than 0.</param>
    /// <param name="weightDecimals">0 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Tally Of(bool inBase, bool positive, Int128 weight, int weightDecimals) =>
        Of(inBase, positive, weight, weightDecimals, positive ? 1 : 0, 0);

    /// <summary>One weighted respondent with a score.</summary>
    /// <param name="inBase">In the denominator. If not, weight and score are checked and then left out.</param>
    /// <param name="positive">Counted in <see cref="Positive"/>; only together with <paramref name="inBase"/>.</param>
    /// <param name="weight">Weight in units of 10^−<paramref name="weightDecimals"/>; greater than 0.</param>
    /// <param name="weightDecimals">0 to 12.</param>
    /// <param name="score">Score (評点) in units of 10^−<paramref name="scoreDecimals"/>; may be negative.</param>
    /// <param name="scoreDecimals">0 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="OverflowException">A square does not fit 128 bits.</exception>
    public static Tally Of(bool inBase, bool positive, Int128 weight, int weightDecimals, Int128 score, int scoreDecimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(weight);
        RequireDecimals(weightDecimals, nameof(weightDecimals));
        RequireDecimals(scoreDecimals, nameof(scoreDecimals));
        if (positive && !inBase)
            throw new ArgumentOutOfRangeException(nameof(positive), positive, "The numerator is a part of the denominator.");
        return inBase
            ? OfGroup(1, positive, weight, weight * weight, weightDecimals, score, scoreDecimals)
            : OutsideBase(1);
    }

    /// <summary>Respondents of the base who share one score, from a histogram.</summary>
    /// <param name="respondents">Their number, 0 or more.</param>
    /// <param name="positive">Whether all of them count in <see cref="Positive"/>, or none.</param>
    /// <param name="sumOfWeights">Σw in units of 10^−<paramref name="weightDecimals"/>; unweighted: their number.</param>
    /// <param name="sumOfSquaredWeights">Σw² in units of 10^−(2·<paramref name="weightDecimals"/>); unweighted: their number.</param>
    /// <param name="weightDecimals">0 to 12.</param>
    /// <param name="score">The common score in units of 10^−<paramref name="scoreDecimals"/>; 0 or 1 for a proportion.</param>
    /// <param name="scoreDecimals">0 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="OverflowException">A sum does not fit 128 bits.</exception>
    public static Tally OfGroup(
        long respondents, bool positive, Int128 sumOfWeights, Int128 sumOfSquaredWeights, int weightDecimals, Int128 score, int scoreDecimals) => new(
            respondents, respondents, positive ? respondents : 0,
            sumOfWeights, sumOfWeights * score,
            sumOfSquaredWeights, sumOfSquaredWeights * score, sumOfSquaredWeights * score * score,
            weightDecimals, scoreDecimals);

    /// <summary>Counts of a proportion without weights.</summary>
    /// <param name="sampled">Everybody sampled, in the base or not.</param>
    /// <param name="positive">Numerator.</param>
    /// <param name="valid">Denominator.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not sampled ≥ valid ≥ positive ≥ 0.</exception>
    public static Tally OfCounts(long sampled, long positive, long valid) =>
        new(sampled, valid, positive, valid, positive, valid, positive, positive, 0, 0);

    /// <summary>Sampled persons who are not in the denominator: no answer (無回答), not applicable (非該当), another domain.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static Tally OutsideBase(long sampled) => new(sampled, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Merges the tallies of two disjoint groups. Commutative and associative, with <see cref="Empty"/> as neutral element.</summary>
    /// <remarks>Different decimals are brought to the finer ones, exactly.</remarks>
    /// <exception cref="OverflowException">A sum does not fit 64 (counts) or 128 bits.</exception>
    public static Tally operator +(Tally left, Tally right)
    {
        var weightDecimals = Math.Max(left.WeightDecimals, right.WeightDecimals);
        var scoreDecimals = Math.Max(left.ScoreDecimals, right.ScoreDecimals);
        var (a, b) = (left.Rescale(weightDecimals, scoreDecimals), right.Rescale(weightDecimals, scoreDecimals));
        return new(
            a.Sampled + b.Sampled, a.Base + b.Base, a.Positive + b.Positive,
            a.Wx + b.Wx, a.Wy + b.Wy, a.Wwxx + b.Wwxx, a.Wwxy + b.Wwxy, a.Wwyy + b.Wwyy,
            weightDecimals, scoreDecimals);
    }

    /// <inheritdoc cref="op_Addition"/>
    public static Tally Add(Tally left, Tally right) => left + right;

    /// <summary>The same base as if nobody else had been sampled.</summary>
    internal Tally WithoutOthers() => new(Base, Base, Positive, Wx, Wy, Wwxx, Wwxy, Wwyy, WeightDecimals, ScoreDecimals);

    private Tally Rescale(int weightDecimals, int scoreDecimals)
    {
        if (Base == 0 || (weightDecimals == WeightDecimals && scoreDecimals == ScoreDecimals))
            return this;
        var weight = Pow10(weightDecimals - WeightDecimals);
        var score = Pow10(scoreDecimals - ScoreDecimals);
        return new(
            Sampled, Base, Positive,
            Wx * weight, Wy * weight * score,
            Wwxx * weight * weight, Wwxy * weight * weight * score, Wwyy * weight * weight * score * score,
            weightDecimals, scoreDecimals);
    }
}
