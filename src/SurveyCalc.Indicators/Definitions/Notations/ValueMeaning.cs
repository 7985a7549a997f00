using System.Text.Json.Serialization;

namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>What a printed value says; a closed set. Missing, not yet entered, not set and zero are different things.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(NoValue), "noValue")]
[JsonDerivedType(typeof(NotYetEntered), "notYetEntered")]
[JsonDerivedType(typeof(NotSet), "notSet")]
[JsonDerivedType(typeof(OneAmount), "amount")]
[JsonDerivedType(typeof(Span), "range")]
[JsonDerivedType(typeof(Groups), "groups")]
[JsonDerivedType(typeof(Dated), "dated")]
[JsonDerivedType(typeof(AnnualSplit), "annualSplit")]
[JsonDerivedType(typeof(RelativeToBase), "relativeToBase")]
[JsonDerivedType(typeof(RelativeToPrevious), "relativeToPrevious")]
[JsonDerivedType(typeof(Bound), "bound")]
[JsonDerivedType(typeof(AllOf), "allOf")]
public abstract record ValueMeaning
{
    private ValueMeaning()
    {
    }

    /// <summary>A dash: there is no value.</summary>
    /// <param name="Mark">The dash as printed.</param>
    public sealed record NoValue(string Mark) : ValueMeaning;

    /// <summary>An empty cell, or (27決算) without a number: the value is still to come.</summary>
    public sealed record NotYetEntered : ValueMeaning;

    /// <summary>目標値は設定しない。</summary>
    public sealed record NotSet : ValueMeaning;

    /// <summary>One number, with its comparison.</summary>
    public sealed record OneAmount(Amount Amount) : ValueMeaning;

    /// <summary>概ね70～80%: both ends included.</summary>
    public sealed record Span(decimal Minimum, decimal Maximum, string? Unit, bool IsApproximate, TargetPeriod Per) : ValueMeaning;

    /// <summary>小93.5 中98.1.</summary>
    public sealed record Groups(IReadOnlyList<GroupAmount> Amounts) : ValueMeaning;

    /// <summary>Several values, each with its own year: 42.7(R1確定値) 40.2(R2速報値).</summary>
    public sealed record Dated(IReadOnlyList<DatedAmount> Amounts) : ValueMeaning;

    /// <summary>A total of the whole plan and its years; they may disagree, then a warning says so.</summary>
    public sealed record AnnualSplit(Amount Total, IReadOnlyList<DatedAmount> Years) : ValueMeaning;

    /// <summary>10%向上/取組期間(基準)平成30年度：72%.</summary>
    /// <param name="Change">The change.</param>
    /// <param name="Bases">What it starts from.</param>
    /// <param name="Candidates">What it comes to, one per base and possible reading.</param>
    public sealed record RelativeToBase(Amount Change, IReadOnlyList<BaseAmount> Bases, IReadOnlyList<TargetCandidate> Candidates) : ValueMeaning
    {
        /// <summary>True when the words have two readings: a person must choose one of the candidates.</summary>
        public bool NeedsChoice => Candidates.Select(c => c.Reading).Distinct().Count() > 1;
    }

    /// <summary>前年度比3%の縮減.</summary>
    public sealed record RelativeToPrevious(Yardstick Previous, Amount Change) : ValueMeaning;

    /// <summary>前年度以下, 類似団体平均値以下: no number of its own.</summary>
    /// <param name="Comparison">以上, 以下 …</param>
    /// <param name="Against">Kind of yardstick.</param>
    /// <param name="Name">The yardstick as printed.</param>
    public sealed record Bound(Comparison Comparison, Yardstick Against, string Name) : ValueMeaning;

    /// <summary>Several conditions that must all hold (及び).</summary>
    public sealed record AllOf(IReadOnlyList<MeasuredCondition> Conditions) : ValueMeaning;
}
