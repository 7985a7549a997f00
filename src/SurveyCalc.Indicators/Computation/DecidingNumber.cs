using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators.Computation;

/// <summary>How many respondents in each wave would decide a change of the size observed (判定に必要な回答者数).</summary>
internal static class DecidingNumber
{
    /// <summary>Plans with the usual power, the design effect of this wave and the correlation of the two estimates.</summary>
    /// <returns>Null when there is no difference, no spread, or no more people than have answered.</returns>
    public static long? Of(CompareWaves.Side current, CompareWaves.Side previous, SurveySettings settings, CompareDesigns.Pairing pairing)
    {
        var (now, then) = (current.Figure!, previous.Figure!);
        if (now.IsCensus || then.IsCensus) return null;
        var level = new Level(settings.Level);
        var effect = EffectOf(current);
        var population = PopulationOf(current);
        var found = current.Tally.Indicator.Rule.IsRatio
            ? SampleSizePlanning.ForProportions(now.Exact / 100, then.Exact / 100, level, designEffect: effect, correlation: pairing.Correlation, population: population)
            : ForMean(now.Exact - then.Exact, Deviation(current), level, effect, pairing.Correlation, population);
        // A number at or below what there is would be no advice: the chance that the survey had is part of it.
        return found.TryGet(out var number) && number > Math.Max(now.Denominator, then.Denominator) && number < 1_000_000_000 ? number : null;
    }

    /// <summary>
    /// The design effect as if the population were endless: that of the figure holds the finite population correction of
    /// its own sample, and the plan corrects for the sample planned.
    /// </summary>
    private static double EffectOf(CompareWaves.Side side)
    {
        if (side.Figure!.DesignEffect is not { } effect || !(effect > 0)) return 1;
        var frame = side.Tally.Design!.Frame;
        long? all = frame.Design.IsClustered ? null : 0;
        foreach (var stratum in frame.Design.Populations) all += stratum;
        return all > frame.Respondents ? effect * (all.Value - 1.0) / (all.Value - frame.Respondents) : effect;
    }

    /// <summary>The people whom the base speaks for: of a subgroup as many as its share of the respondents.</summary>
    private static long? PopulationOf(CompareWaves.Side side)
    {
        var tally = side.Tally.Tally;
        if (side.Population is not { } all) return null;
        var people = (long)((((Int128)all * tally.Base) + tally.Sampled - 1) / tally.Sampled);
        return people >= 2 ? people : null;
    }

    private static Estimable<long> ForMean(double difference, double deviation, Level level, double effect, double correlation, long? population) =>
        deviation > 0
            ? SampleSizePlanning.ForMeans(difference, deviation, level, designEffect: effect, correlation: correlation, population: population)
            : Estimable<long>.Not(NotEstimableReason.NoVariation);

    /// <summary>Standard deviation of one person's score from the standard error and the effective number.</summary>
    private static double Deviation(CompareWaves.Side side) =>
        side.Figure is { StandardError: { } error, EffectiveN: { } effective } ? error * Math.Sqrt(effective) : 0;
}
