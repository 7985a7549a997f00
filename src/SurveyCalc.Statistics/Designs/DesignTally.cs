namespace SurveyCalc.Statistics;

/// <summary>
/// Exact, mergeable sums of one domain by the groups of a frame (標本設計別の集計値): all that a ratio, its linearised
/// variance under the design, and the residuals of the calibration need. A commutative monoid per frame.
/// </summary>
/// <remarks>
/// Only respondents of the base are counted in; everybody else enters through the frame. Made by
/// <see cref="DesignTallyBuilder"/>. Equal tallies have equal sums.
/// </remarks>
public sealed class DesignTally : IEquatable<DesignTally>
{
    private readonly Tally[] _groups;
    private readonly Int128 _sumOfSquares;

    internal DesignTally(DesignFrame frame, Tally[] groups, Int128 sumOfSquares, int scoreDecimals)
    {
        (Frame, _groups, _sumOfSquares, ScoreDecimals) = (frame, groups, sumOfSquares, scoreDecimals);
        var total = Tally.Empty;
        foreach (var group in groups)
            total += group;
        Total = total + Tally.OutsideBase(frame.Respondents - total.Sampled);
    }

    /// <summary>The sample the domain is a part of.</summary>
    public DesignFrame Frame { get; }

    /// <summary>Decimals of a score, 0 to 12.</summary>
    public int ScoreDecimals { get; }

    /// <summary>Sums over all groups; <see cref="Tally.Sampled"/> is everybody in the frame.</summary>
    public Tally Total { get; }

    /// <summary>Σwy² of the base in units of 10^−(weight decimals + 2·score decimals).</summary>
    internal Int128 Wyy => _sumOfSquares;

    /// <summary>Sums of the base in one group.</summary>
    public Tally this[int group] => _groups[group];

    /// <summary>The tally of nobody.</summary>
    /// <param name="frame">The sample.</param>
    /// <param name="scoreDecimals">0 to 12.</param>
    public static DesignTally Empty(DesignFrame frame, int scoreDecimals = 0) => new DesignTallyBuilder(frame, scoreDecimals).ToTally();

    /// <summary>The sums of a domain of an unweighted simple random sample, which need no histogram by group.</summary>
    /// <param name="frame">One group, everybody with weight 1.</param>
    /// <param name="tally">Sums of the domain; of weight 1 each.</param>
    /// <exception cref="ArgumentException">The frame has several groups, or anybody a weight other than 1.</exception>
    public static DesignTally OfSimpleRandom(DesignFrame frame, Tally tally)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (frame.Groups.Count != 1 || frame.Weights.Decimals != 0 || frame.Groups[0].SumOfSquaredWeights != frame.Respondents
            || tally.IsWeighted || tally.WeightDecimals != 0)
            throw new ArgumentException("Only an unweighted sample of one group is without a histogram.", nameof(frame));
        var group = new Tally(
            tally.Base, tally.Base, tally.Positive, tally.Wx, tally.Wy, tally.Wwxx, tally.Wwxy, tally.Wwyy, 0, tally.ScoreDecimals);
        RequireWithin(frame, 0, group, nameof(tally));
        return new(frame, [group], tally.Wwyy, tally.ScoreDecimals);
    }

    /// <summary>Merges disjoint parts of one sample: chunks of it, or subgroups.</summary>
    /// <exception cref="ArgumentException">The parts belong to different frames, have scores of different decimals, or overlap.</exception>
    /// <exception cref="OverflowException">A sum does not fit 128 bits.</exception>
    public static DesignTally operator +(DesignTally left, DesignTally right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (!ReferenceEquals(left.Frame, right.Frame) || left.ScoreDecimals != right.ScoreDecimals)
            throw new ArgumentException("Only tallies of one frame and one unit of score can be merged.", nameof(right));
        var groups = new Tally[left._groups.Length];
        for (var g = 0; g < groups.Length; g++)
        {
            groups[g] = left._groups[g] + right._groups[g];
            RequireWithin(left.Frame, g, groups[g], nameof(right));
        }

        return new(left.Frame, groups, left._sumOfSquares + right._sumOfSquares, left.ScoreDecimals);
    }

    /// <inheritdoc cref="op_Addition"/>
    public static DesignTally Add(DesignTally left, DesignTally right) => left + right;

    /// <inheritdoc/>
    public bool Equals(DesignTally? other) => other is not null && ReferenceEquals(Frame, other.Frame)
        && ScoreDecimals == other.ScoreDecimals && _sumOfSquares == other._sumOfSquares && _groups.AsSpan().SequenceEqual(other._groups);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DesignTally);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Total, ScoreDecimals);

    internal static void RequireWithin(DesignFrame frame, int group, Tally tally, string name)
    {
        if (tally.Base > frame.Groups[group].Sampled || tally.Wx > frame.Groups[group].SumOfWeights)
            throw new ArgumentException($"Group {group} of the frame has {frame.Groups[group].Sampled} respondents, fewer than were tallied: parts overlap, or the weights are others.", name);
    }
}
