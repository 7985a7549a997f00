namespace SurveyCalc.Indicators.Feeds;

/// <summary>
/// One pair of importance and satisfaction (重要度×満足度) of a survey and year, flat for other systems. A member that does
/// not apply is null, never 0. Made of rows that have passed the <see cref="SuppressionGate"/>.
/// </summary>
public sealed record PortfolioRow
{
    public required string Survey { get; init; }

    /// <summary>Era notation, such as 令和2年度.</summary>
    public required string FiscalYear { get; init; }

    /// <summary>Calendar year in which the fiscal year begins.</summary>
    public required int Year { get; init; }

    /// <summary>Code of the satisfaction indicator (満足度).</summary>
    public required string Satisfaction { get; init; }

    public required string SatisfactionName { get; init; }

    /// <summary>Code of the importance indicator (重要度).</summary>
    public required string Importance { get; init; }

    public required string ImportanceName { get; init; }

    /// <summary>Unit of both.</summary>
    public required string Unit { get; init; }

    public decimal? SatisfactionValue { get; init; }
    public double? SatisfactionLower { get; init; }
    public double? SatisfactionUpper { get; init; }
    public long? SatisfactionN { get; init; }
    public decimal? ImportanceValue { get; init; }
    public double? ImportanceLower { get; init; }
    public double? ImportanceUpper { get; init; }
    public long? ImportanceN { get; init; }
    public double? Level { get; init; }

    /// <summary>Importance − satisfaction of the printed values, in points or the unit of the score.</summary>
    public decimal? Gap { get; init; }

    /// <summary>Mean satisfaction over the pairs with both figures: the dividing line.</summary>
    public double? SatisfactionMean { get; init; }

    /// <summary>Mean importance over the same pairs.</summary>
    public double? ImportanceMean { get; init; }

    public required PortfolioQuadrant Quadrant { get; init; }

    /// <summary>Why it is undecided, in Japanese.</summary>
    public string? Reason { get; init; }

    /// <summary>参考値: either figure comes from few respondents.</summary>
    public bool? IsReference { get; init; }
}
