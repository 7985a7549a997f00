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

    /// <summary>
    /// Whether figures are withheld too from which a small one could be derived (補完秘匿). On by default, since answers are
    /// people's; off where the limit is about precision alone, as newspapers use it.
    /// </summary>
    public bool ProtectsComplement { get; init; } = true;

    /// <summary>A figure with fewer respondents in its base is marked 参考値 (参考値の下限).</summary>
    public int ReferenceBase { get; init; } = 30;

    /// <summary>How the sample was drawn (標本設計).</summary>
    public SampleDesign Design { get; init; } = SampleDesign.SimpleRandom;

    /// <summary>How weights are fitted to the population (ウエイト調整); null leaves the weights of the file, or none, as they are.</summary>
    public WeightingRule? Weighting { get; init; }

    /// <summary>How the samples of two waves hang together (前回との標本).</summary>
    public SampleOverlap Overlap { get; init; } = SampleOverlap.Independent;
}
