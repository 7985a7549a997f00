using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators.Computation;

/// <summary>Tally under a design → figure with what the weights cost (標本設計に基づく推定).</summary>
internal static class DesignFigure
{
    /// <summary>Estimates one domain of a frame.</summary>
    /// <returns>A figure and an empty reason, or null and the reason in Japanese.</returns>
    public static (Figure? Figure, string Reason) Of(IndicatorTally tally, DesignTally design, SurveySettings settings, long? population)
    {
        var isRatio = tally.Indicator.Rule.IsRatio;
        if (isRatio && MethodOf(settings.Method) is null) return (null, Unusable(settings.Method));
        if (!RatioEstimate.Of(design).TryGet(out var ratio)) return (null, EstimateFigure.ReasonFor(NotEstimableReason.NoValidAnswers));
        var (level, method) = (new Level(settings.Level), MethodOf(settings.Method) ?? DesignProportionMethod.Wilson);
        var estimate = isRatio ? ratio.ToProportion(method, level) : ratio.ToMean(MeanMethod.StudentT, level);
        var weights = design.Frame.Summary;
        return (EstimateFigure.ToFigure(tally, estimate, isRatio ? method.ToString() : "StudentT", population) with
        {
            DesignEffect = ratio.DesignEffect.TryGet(out var effect) ? effect : null,
            KishEffectiveN = ratio.KishEffectiveN,
            SmallestWeight = weights.Smallest,
            LargestWeight = weights.Largest,
            DegreesOfFreedom = ratio.DegreesOfFreedom,
        }, "");
    }

    /// <summary>The method under a design that the survey's setting names; null when it has no such form.</summary>
    public static DesignProportionMethod? MethodOf(ProportionMethod method) => method switch
    {
        ProportionMethod.Wilson => DesignProportionMethod.Wilson,
        ProportionMethod.ClopperPearson => DesignProportionMethod.KornGraubard,
        ProportionMethod.Logit => DesignProportionMethod.Logit,
        ProportionMethod.Arcsine => DesignProportionMethod.Arcsine,
        ProportionMethod.Wald => DesignProportionMethod.Linear,
        _ => null,
    };

    private static string Unusable(ProportionMethod method) =>
        $"区間の方法「{DefinitionWords.Methods.WordOf(method)}」は、標本設計やウエイトのある調査では使えません。Wilson、Clopper-Pearson、Logit、Arcsine、Waldのどれかにしてください。";
}
