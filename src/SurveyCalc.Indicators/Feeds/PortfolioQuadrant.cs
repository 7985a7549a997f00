namespace SurveyCalc.Indicators.Feeds;

/// <summary>Where a pair of importance and satisfaction stands against the means of all pairs (重要度×満足度の位置).</summary>
public enum PortfolioQuadrant
{
    /// <summary>More important, less satisfied than the mean (重点改善).</summary>
    ImproveFirst,

    /// <summary>More important, more satisfied (重点維持).</summary>
    KeepFirst,

    /// <summary>Less important, more satisfied (維持).</summary>
    Keep,

    /// <summary>Less important, less satisfied (改善).</summary>
    Improve,

    /// <summary>An interval contains its mean, or there is none (判定できない); the reason says which.</summary>
    Undecided,
}
