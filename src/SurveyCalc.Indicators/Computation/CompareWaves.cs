using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators.Computation;

/// <summary>
/// This wave against the latest earlier wave that asked the question (前回差). A year without one is skipped and named;
/// a change of series is never turned into a number.
/// </summary>
internal static class CompareWaves
{
    /// <summary>One side of a comparison.</summary>
    /// <param name="Wave">Fiscal year.</param>
    /// <param name="Tally">Its tally.</param>
    /// <param name="Figure">Its figure; null when there is none.</param>
    /// <param name="Population">N when known.</param>
    /// <param name="Sample">The wave's respondents, for a comparison under designs.</param>
    public sealed record Side(FiscalYear Wave, IndicatorTally Tally, Figure? Figure, long? Population, WaveSample Sample);

    public static YearOverYear Of(Side current, Side? previous, FindContinuity.Outcome continuity, SurveySettings settings)
    {
        if (previous is null) return new YearOverYear { Verdict = ChangeVerdict.NoEarlierWave };
        var change = new YearOverYear
        {
            Verdict = ChangeVerdict.NotComparable,
            Against = previous.Wave,
            Continuity = continuity.Link?.Continuity,
            Skipped = [.. Enumerable.Range(previous.Wave.FirstYear + 1, current.Wave.FirstYear - previous.Wave.FirstYear - 1).Select(y => new FiscalYear(y))],
        };
        if (continuity.Link is { Continuity: Continuity.Break } broken) return change with { Reason = broken.Reason };
        if (current.Figure is null) return change with { Reason = "今回の値がありません。" };
        if (previous.Figure is null) return change with { Reason = $"{previous.Wave}の値がありません。" };
        var compared = Compared(change, current, previous, settings);
        return compared with { Note = continuity.Note + compared.Note };
    }

    private static YearOverYear Compared(YearOverYear change, Side current, Side previous, SurveySettings settings)
    {
        var indicator = current.Tally.Indicator;
        var level = new Level(settings.Level);
        var isRatio = indicator.Rule.IsRatio;
        if (CompareDesigns.IsNeeded(current, previous, settings) && CompareDesigns.Unusable(settings, isRatio) is { } unusable)
            return change with { Reason = unusable };
        var (now, then) = (current.Tally.Tally, previous.Tally.Tally);
        var pairing = new CompareDesigns.Pairing("", null);
        var found = CompareDesigns.IsNeeded(current, previous, settings)
            ? CompareDesigns.Of(current, previous, settings, level, out pairing)
            : isRatio
            ? DifferenceEstimate.Of(now, current.Population, then, previous.Population, settings.DifferenceMethod, level)
            : MeanDifference.Of(now, current.Population, then, previous.Population, MeanMethod.StudentT, level);
        if (!found.TryGet(out var difference)) return change with { Reason = EstimateFigure.ReasonFor(found.Reason) };

        var isPercent = indicator.Rule.IsPercent;
        var unit = isPercent ? 100.0 : 1.0;
        change = change with
        {
            OfPrinted = PrintedChange.OfPrinted(current.Figure!.Printed, previous.Figure!.Printed),
            OfExact = (isPercent ? PrintedChange.ExactPoints(now, then, indicator.Decimals) : PrintedChange.ExactScore(now, then, indicator.Decimals)).Value,
            Difference = difference.Difference * unit,
            PValue = difference.Test.TryGet(out var test) ? test.PValue : null,
            Verdict = ChangeVerdict.NotShown,
            Note = pairing.Note,
            Matched = pairing.Matched,
            RespondentsToDecide = DecidingNumber.Of(current, previous, settings, pairing),
        };
        if (!difference.Interval.TryGet(out var interval)) return change with { Reason = EstimateFigure.ReasonFor(difference.Interval.Reason) };
        return change with
        {
            Lower = interval.Lower * unit,
            Upper = interval.Upper * unit,
            Verdict = interval.Lower > 0 ? ChangeVerdict.Rose : interval.Upper < 0 ? ChangeVerdict.Fell : ChangeVerdict.NotShown,
            RespondentsToDecide = interval.Contains(0) ? change.RespondentsToDecide : null,
        };
    }
}
