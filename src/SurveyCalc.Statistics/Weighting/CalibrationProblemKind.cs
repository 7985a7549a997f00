namespace SurveyCalc.Statistics;

/// <summary>Why weights could not be calibrated (ウエイト補正ができない理由).</summary>
public enum CalibrationProblemKind
{
    /// <summary>Respondents without a category of the margin; Found is their number.</summary>
    UnknownCategory = 0,

    /// <summary>A category has a population but no respondent to stand for it; Expected is the population. Join categories.</summary>
    EmptyCategory,

    /// <summary>A category has respondents but a population of 0; Found is their number.</summary>
    NoPopulation,

    /// <summary>The population of a margin differs in total from that of the first margin; Found and Expected are the totals.</summary>
    TotalsDiffer,

    /// <summary>No weights at all meet these margins together: categories of two margins coincide among the respondents.</summary>
    Infeasible,

    /// <summary>A category cannot reach its population within the limits of the factors; Found is the nearest weighted count.</summary>
    LimitsTooNarrow,

    /// <summary>The margins were not met within the sweeps allowed; Found is the largest relative error left, of this category.</summary>
    NotConverged,

    /// <summary>Weights of 0 or below came out; Found is the smallest one, Expected is 0. Use raking or limits.</summary>
    NonPositiveWeights,
}
