using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>How one survey's numbers are computed and printed (調査の設定).</summary>
public sealed record SurveySettings
{
    /// <summary>Name of the survey (調査).</summary>
    public required string Survey { get; init; }

    /// <summary>Confidence level (信頼水準), between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Interval of a proportion (区間の方法).</summary>
    public ProportionMethod Method { get; init; } = ProportionMethod.Wilson;

    /// <summary>Interval of a change (差の方法).</summary>
    public DifferenceMethod DifferenceMethod { get; init; } = DifferenceMethod.Newcombe;

    /// <summary>Which change is printed (前回差の表示).</summary>
    public ChangeDisplay ChangeDisplay { get; init; } = ChangeDisplay.OfPrintedValues;

    /// <summary>A figure with fewer respondents in its base is not published (公表下限); 0 publishes all.</summary>
    public int MinimumBase { get; init; }
}
