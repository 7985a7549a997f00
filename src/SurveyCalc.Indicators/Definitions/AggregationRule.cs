using System.Text.Json.Serialization;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>How answers become a number (算式の規則). A closed set: a new kind of rule is a new record here.</summary>
/// <remarks>The names of the kinds are part of stored definitions; never rename them.</remarks>
[JsonDerivedType(typeof(CountedChoices), nameof(CountedChoices))]
[JsonDerivedType(typeof(NumericThreshold), nameof(NumericThreshold))]
[JsonDerivedType(typeof(MeanScore), nameof(MeanScore))]
[JsonDerivedType(typeof(NumericMean), nameof(NumericMean))]
[JsonDerivedType(typeof(NetScore), nameof(NetScore))]
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

    /// <summary>
    /// Share of the favourable minus share of the unfavourable answers (差引スコア, 満足−不満): the mean of +1, −1 and 0 over
    /// the whole base, in percent from −100 to 100.
    /// </summary>
    /// <param name="Favourable">Choices that count +1.</param>
    /// <param name="Unfavourable">Choices that count −1; none of the former. Every other answer of the base counts 0.</param>
    public sealed record NetScore(ChoiceList Favourable, ChoiceList Unfavourable) : AggregationRule;

    /// <summary>True when the outcome is a share between 0 and 1, false when it is a mean.</summary>
    [JsonIgnore]
    public bool IsRatio => this is CountedChoices or NumericThreshold;

    /// <summary>True when the outcome is given in percent and its change in percentage points.</summary>
    [JsonIgnore]
    public bool IsPercent => IsRatio || this is NetScore;
}
