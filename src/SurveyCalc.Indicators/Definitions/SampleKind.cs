namespace SurveyCalc.Indicators.Definitions;

/// <summary>How the respondents of a survey were chosen (標本設計).</summary>
public enum SampleKind
{
    /// <summary>Everybody from one list (単純無作為).</summary>
    SimpleRandom,

    /// <summary>Persons within strata (層化).</summary>
    Stratified,

    /// <summary>Whole clusters within strata, or within one (集落).</summary>
    Clustered,

    /// <summary>Nothing is known but the weights in the file (ウエイトのみ).</summary>
    WeightsOnly,
}
