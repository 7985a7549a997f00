namespace SurveyCalc.Indicators.Definitions;

/// <summary>What a weighting does with respondents whose attribute is unknown (属性不明).</summary>
public enum UnknownAttributePolicy
{
    /// <summary>The weighting is refused (拒否).</summary>
    Refuse,

    /// <summary>They are a category of their own and keep their share of the sample (別区分).</summary>
    OwnCategory,

    /// <summary>They are left out of every weighted figure, and counted (除外).</summary>
    Exclude,

    /// <summary>
    /// They are spread over the categories like the known respondents of the sample, by what is known of them (按分): see
    /// <see cref="Statistics.UnknownCategories.Spread"/>.
    /// </summary>
    Spread,
}
