using SurveyCalc.Statistics;

namespace SurveyCalc.Benchmarks;

/// <summary>The estimates of one tally that every tool of the comparison writes, weighted and unweighted.</summary>
/// <param name="Weighted">The tally as it is.</param>
/// <param name="Plain">The same respondents without their weights.</param>
internal readonly record struct PeerFigures(Tally Weighted, Tally Plain)
{
    public static PeerFigures Of(Tally tally) => new(tally, Tally.OfCounts(tally.Sampled, tally.Positive, tally.Base));

    /// <summary>Writes p, ci_low, ci_high, …, wci_high; empty where the base is.</summary>
    public void WriteTo(PeerCsv csv)
    {
        Write(csv, Plain);
        csv.Number(Weighted.WeightedBase);
        csv.Number((double)Weighted.Wy / Math.Pow(10, Weighted.WeightDecimals + Weighted.ScoreDecimals));
        csv.Number(Weighted.Base > 0 ? Weighted.KishEffectiveN : null);
        Write(csv, Weighted);
    }

    /// <summary>Writes diff … wdiff_high against the wave before; empty without one.</summary>
    public void WriteChange(PeerCsv csv, PeerFigures? before)
    {
        Write(csv, Plain, before?.Plain);
        Write(csv, Weighted, before?.Weighted);
    }

    private static void Write(PeerCsv csv, Tally tally)
    {
        var found = ProportionEstimate.Of(tally, ProportionMethod.Wilson, Level.P95, null).TryGet(out var estimate);
        csv.Number(found ? estimate!.Value : null);
        Write(csv, found ? estimate!.Interval.Value : null);
    }

    private static void Write(PeerCsv csv, Tally now, Tally? then)
    {
        Change? change = null;
        var found = then is { } earlier && DifferenceEstimate.Of(now, null, earlier, null, DifferenceMethod.Newcombe, Level.P95).TryGet(out change);
        csv.Number(found ? change!.Difference : null);
        Write(csv, found ? change!.Interval.Value : null);
    }

    private static void Write(PeerCsv csv, Interval? interval)
    {
        csv.Number(interval?.Lower);
        csv.Number(interval?.Upper);
    }
}
