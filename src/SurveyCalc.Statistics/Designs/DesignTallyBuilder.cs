namespace SurveyCalc.Statistics;

/// <summary>Collects a <see cref="DesignTally"/> from a histogram or from columns; respondents outside the base are simply not added.</summary>
/// <remarks>Not safe for use by several threads at once: give each its own, and add the tallies.</remarks>
public sealed class DesignTallyBuilder
{
    private readonly DesignFrame _frame;
    private readonly int _scoreDecimals;
    private readonly Sums[] _sums;
    private Int128 _sumOfSquares;

    /// <param name="frame">The sample.</param>
    /// <param name="scoreDecimals">Scores are in units of 10^−scoreDecimals, 0 to 12; 0 for a proportion.</param>
    /// <exception cref="ArgumentOutOfRangeException">The decimals are outside their range.</exception>
    public DesignTallyBuilder(DesignFrame frame, int scoreDecimals = 0)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (scoreDecimals is < 0 or > Tally.MaxDecimals)
            throw new ArgumentOutOfRangeException(nameof(scoreDecimals), scoreDecimals, $"Decimals lie between 0 and {Tally.MaxDecimals}.");
        (_frame, _scoreDecimals, _sums) = (frame, scoreDecimals, new Sums[frame.Groups.Count]);
    }

    /// <summary>Adds one respondent of the base.</summary>
    /// <param name="respondent">Row number in the frame; each at most once.</param>
    /// <param name="positive">Counted in the numerator.</param>
    /// <param name="score">Score in units of 10^−scoreDecimals; 1 or 0 for a proportion.</param>
    public void Add(int respondent, bool positive, long score)
    {
        Int128 weight = _frame.Weights.Units[respondent];
        Add(_frame.GroupOf[respondent], 1, positive, weight, weight * weight, score);
    }

    /// <summary>Adds respondents of one group who share a score, from a histogram group × code.</summary>
    /// <param name="group">Group of the frame.</param>
    /// <param name="respondents">Their number, 0 or more; 0 adds nothing.</param>
    /// <param name="positive">Whether all of them count in the numerator, or none.</param>
    /// <param name="sumOfWeights">Σw in units of the frame's weights.</param>
    /// <param name="sumOfSquaredWeights">Σw² in squared units.</param>
    /// <param name="score">The common score in units of 10^−scoreDecimals.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <exception cref="OverflowException">A sum does not fit 128 bits.</exception>
    public void Add(int group, long respondents, bool positive, Int128 sumOfWeights, Int128 sumOfSquaredWeights, Int128 score)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(respondents);
        if (respondents == 0)
            return;
        ref var sums = ref _sums[group];
        sums.Base += respondents;
        sums.Positive += positive ? respondents : 0;
        sums.Wx += sumOfWeights;
        sums.Wwxx += sumOfSquaredWeights;
        if (score == 0)
            return;
        sums.Wy += sumOfWeights * score;
        sums.Wwxy += sumOfSquaredWeights * score;
        sums.Wwyy += sumOfSquaredWeights * score * score;
        _sumOfSquares += sumOfWeights * score * score;
    }

    /// <summary>The tally of all that was added.</summary>
    /// <exception cref="ArgumentException">A group got more respondents or weight than the frame has: somebody was added twice.</exception>
    public DesignTally ToTally()
    {
        var groups = new Tally[_sums.Length];
        for (var g = 0; g < groups.Length; g++)
        {
            var sums = _sums[g];
            groups[g] = new(
                sums.Base, sums.Base, sums.Positive, sums.Wx, sums.Wy, sums.Wwxx, sums.Wwxy, sums.Wwyy, _frame.Weights.Decimals, _scoreDecimals);
            DesignTally.RequireWithin(_frame, g, groups[g], nameof(_frame));
        }

        return new(_frame, groups, _sumOfSquares, _scoreDecimals);
    }

    private struct Sums
    {
        public long Base;
        public long Positive;
        public Int128 Wx;
        public Int128 Wy;
        public Int128 Wwxx;
        public Int128 Wwxy;
        public Int128 Wwyy;
    }
}
