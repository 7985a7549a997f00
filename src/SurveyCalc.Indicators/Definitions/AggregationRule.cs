using System.Text.Json.Serialization;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>How answers become a number (算式の規則). A closed set: a new kind of rule is a new record here.</summary>
/// <remarks>The names of the kinds are part of stored definitions; never rename them.</remarks>
[JsonDerivedType(typeof(CountedChoices), nameof(CountedChoices))]
[JsonDerivedType(typeof(NumericThreshold), nameof(NumericThreshold))]
[JsonDerivedType(typeof(MeanScore), nameof(MeanScore))]
[JsonDerivedType(typeof(NumericMean), nameof(NumericMean))]
public abstract record AggregationRule
{
    private AggregationRule()
    {
    }

    /// <summary>
    /// Share of respondents whose answer is one of the choices (選択肢の割合); for a multiple-answer question, who marked
    /// any of them (いずれかを選んだ人の割合).
    /// </summary>
    /// <param name="Choices">The choices as written, labels or codes, bound to each year's code book when computing.</param>
    public sealed record CountedChoices(ChoiceList Choices) : AggregationRule;

    /// <summary>Share of respondents whose number satisfies the comparison (数値の割合, such as 年5回以上).</summary>
    public sealed record NumericThreshold(Comparison Comparison, decimal Limit) : AggregationRule;

    /// <summary>Mean of scores given to choices (平均点, 加重平均値). Answers without a score are outside the base.</summary>
    public sealed record MeanScore(ScoreList Scores) : AggregationRule;

    /// <summary>Mean of a numeric answer (数値の平均).</summary>
    public sealed record NumericMean : AggregationRule;

    /// <summary>True when the outcome is a share between 0 and 1, false when it is a mean.</summary>
    [JsonIgnore]
    public bool IsRatio => this is CountedChoices or NumericThreshold;
}
