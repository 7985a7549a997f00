namespace SurveyCalc.Statistics;

/// <summary>Sums over one domain of scores measured from a whole number near their mean, so that nothing cancels.</summary>
/// <remarks>
/// The shift c is exact in integers; what is left to <c>double</c> is the distance of the mean from c, half a unit of score
/// at most. Equal scores leave exactly 0.
/// </remarks>
internal readonly struct CentredSums
{
    private readonly Int128 _centre;
    private readonly double _rest;
    private readonly double _unit;

    /// <param name="domain">Its base is not empty.</param>
    public CentredSums(DesignTally domain)
    {
        var (wx, wy) = (domain.Total.Wx, domain.Total.Wy);
        _centre = ((2 * wy) + wx) / (2 * wx);
        _rest = (double)(wy - (_centre * wx)) / (double)wx;
        _unit = (double)Tally.Pow10(domain.ScoreDecimals);
    }

    /// <summary>Σw(y − r) of a group, in the unit of the score; weights count in their units here and below.</summary>
    public double First(Tally group) => ((double)(group.Wy - (_centre * group.Wx)) - (_rest * (double)group.Wx)) / _unit;

    /// <summary>Σw²(y − r) of a group.</summary>
    public double Weighted(Tally group) => ((double)(group.Wwxy - (_centre * group.Wwxx)) - (_rest * (double)group.Wwxx)) / _unit;

    /// <summary>Σw²(y − r)² of a group, 0 or more.</summary>
    public double Second(Tally group)
    {
        var squares = group.Wwyy - (_centre * ((2 * group.Wwxy) - (_centre * group.Wwxx)));
        var crossed = (double)(group.Wwxy - (_centre * group.Wwxx));
        return Math.Max(0, (double)squares - (_rest * ((2 * crossed) - (_rest * (double)group.Wwxx)))) / _unit / _unit;
    }

    /// <summary>Σw(y − r)²/Σw of the domain, 0 or more; 0 exactly when all scores are equal.</summary>
    public double Spread(DesignTally domain)
    {
        var (wx, wy) = (domain.Total.Wx, domain.Total.Wy);
        var squares = domain.Wyy - (_centre * ((2 * wy) - (_centre * wx)));
        return squares == 0 ? 0 : Math.Max(0, ((double)squares / (double)wx) - (_rest * _rest)) / _unit / _unit;
    }
}
