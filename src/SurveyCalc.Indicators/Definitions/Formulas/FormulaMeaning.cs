using System.Text.Json.Serialization;

namespace SurveyCalc.Indicators.Definitions.Formulas;

/// <summary>What a printed 算式 counts, without its denominator, in the labels as written or as the code book prints them.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Choices), "choices")]
[JsonDerivedType(typeof(AnyChoice), "anyChoice")]
[JsonDerivedType(typeof(NetScore), "netScore")]
[JsonDerivedType(typeof(Scores), "meanScore")]
[JsonDerivedType(typeof(Threshold), "threshold")]
[JsonDerivedType(typeof(NumericMean), "numericMean")]
public abstract record FormulaMeaning
{
    private FormulaMeaning()
    {
    }

    /// <summary>The choices that the text names, in its order; empty for a rule on numbers and for any choice.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> AllLabels => this switch
    {
        Choices choices => choices.Labels,
        NetScore net => [.. net.Positive, .. net.Negative],
        Scores scores => [.. scores.Pairs.Select(p => p.Label)],
        _ => [],
    };

    /// <summary>Share of those who chose one of the labels (満足、やや満足の合計).</summary>
    public sealed record Choices(IReadOnlyList<string> Labels, LabelJoin Join) : FormulaMeaning;

    /// <summary>Share of those who chose any of the choices, none of which the text names (いずれかを選んだ人).</summary>
    public sealed record AnyChoice : FormulaMeaning;

    /// <summary>Share of the first labels less that of the second (満足−不満).</summary>
    public sealed record NetScore(IReadOnlyList<string> Positive, IReadOnlyList<string> Negative) : FormulaMeaning;

    /// <summary>Mean of scores given to labels (加重平均).</summary>
    public sealed record Scores(IReadOnlyList<LabelScore> Pairs) : FormulaMeaning;

    /// <summary>Share of those whose number satisfies a comparison (年5回以上).</summary>
    public sealed record Threshold(Comparison Comparison, decimal Limit) : FormulaMeaning;

    /// <summary>Mean of the numbers answered (利用回数の平均).</summary>
    public sealed record NumericMean : FormulaMeaning;
}
