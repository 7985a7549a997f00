using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators.Computation;

/// <summary>Tally → figure in the indicator's unit, or why there is none (推定).</summary>
internal static class EstimateFigure
{
    /// <summary>Estimates one tally.</summary>
    /// <param name="tally">Counts of one wave and cell.</param>
    /// <param name="settings">Method and level.</param>
    /// <param name="population">
    /// N of the wave for the finite population correction. It holds for every base and cell alike: each is a domain of the
    /// same sample, and what counts is the fraction of the population that answered.
    /// </param>
    /// <returns>A figure and an empty reason, or null and the reason in Japanese.</returns>
    public static (Figure? Figure, string Reason) Of(IndicatorTally tally, SurveySettings settings, long? population)
    {
        if (population < tally.Tally.Sampled)
            return (null, $"母集団数({population:N0}人)が回答者数({tally.Tally.Sampled:N0}人)より少ないため計算できません。母集団の登録を確かめてください。");
        if (tally.Design is { } design) return DesignFigure.Of(tally, design, settings, population);
        var isRatio = tally.Indicator.Rule.IsRatio;
        var level = new Level(settings.Level);
        var estimate = isRatio
            ? ProportionEstimate.Of(tally.Tally, settings.Method, level, population)
            : MeanEstimate.Of(tally.Tally, MeanMethod.StudentT, level, population);
        if (!estimate.TryGet(out var found)) return (null, ReasonFor(estimate.Reason));

        return (ToFigure(tally, found, isRatio ? settings.Method.ToString() : "StudentT", population), "");
    }

    /// <summary>The estimate in the unit of the indicator, with the printed value.</summary>
    public static Figure ToFigure(IndicatorTally tally, Estimate found, string method, long? population)
    {
        var isPercent = tally.Indicator.Rule.IsPercent;
        var unit = isPercent ? 100.0 : 1.0;
        var decimals = tally.Indicator.Decimals;
        var printed = isPercent ? Rounding.Percent(tally.Tally, decimals) : Rounding.Ratio(tally.Tally, decimals);
        return new Figure(
            printed.Value, found.Value * unit, tally.Tally.Positive, tally.Tally.Base, tally.Tally.WeightedBase,
            found.StandardError.TryGet(out var se) ? se * unit : null,
            found.EffectiveN.TryGet(out var effective) ? effective : null,
            found.Interval.TryGet(out var interval) ? Within(interval.Lower) : null,
            found.Interval.TryGet(out interval) ? Within(interval.Upper) : null,
            method, found.Level.Value, population, found.IsCensus);

        // The bounds of a mean know nothing of its range; no difference of two shares lies outside of −100 to 100 %.
        double Within(double bound) => (tally.Indicator.Rule is AggregationRule.NetScore ? Math.Clamp(bound, -1, 1) : bound) * unit;
    }

    public static string ReasonFor(NotEstimableReason reason) => reason switch
    {
        NotEstimableReason.NoValidAnswers => "有効な回答がありません。",
        NotEstimableReason.TooFewRespondents => "回答者が少なすぎて誤差を計算できません。",
        NotEstimableReason.NoVariation => "回答がすべて同じで、ばらつきを計算できません。",
        NotEstimableReason.UndefinedAtBoundary => "0%または100%では、この方法で区間を計算できません。",
        NotEstimableReason.NoSamplingError => "全数調査のため標本誤差はありません。",
        NotEstimableReason.SingleUnitStratum => "回答者(抽出単位)が1つしかない層があり、誤差を計算できません。単独抽出単位の扱いを「併合」か「中心化」にするか、層をまとめてください。",
        NotEstimableReason.NoDifference => "差がないため計算できません。",
        NotEstimableReason.NotComputed => "計算していません。",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason."),
    };
}
