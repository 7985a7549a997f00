using System.Globalization;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators.Computation;

/// <summary>Change between two waves under their designs: drawn anew, the same people, or partly the same (標本設計に基づく前回差).</summary>
internal static class CompareDesigns
{
    /// <summary>How the two samples were taken to hang together.</summary>
    /// <param name="Note">What a reader should know, in Japanese; empty when there is nothing.</param>
    /// <param name="Matched">Persons matched who count in both waves; null unless they were.</param>
    /// <param name="Correlation">Correlation of the two estimates.</param>
    public readonly record struct Pairing(string Note, long? Matched, double Correlation = 0);

    /// <summary>True unless both waves are unweighted simple random samples, drawn independently.</summary>
    public static bool IsNeeded(CompareWaves.Side current, CompareWaves.Side previous, SurveySettings settings) =>
        current.Tally.Design is not null || previous.Tally.Design is not null || settings.Overlap.Kind is not OverlapKind.Independent;

    /// <summary>Why the setting of the method cannot be honoured, in Japanese; null when it can.</summary>
    public static string? Unusable(SurveySettings settings, bool isRatio) => !isRatio || MethodOf(settings.DifferenceMethod) is not null ? null
        : $"差の方法「{DefinitionWords.Differences.WordOf(settings.DifferenceMethod)}」は、標本設計やウエイトのある調査、同じ人に聞く調査では使えません。NewcombeかWaldにしてください。";

    /// <summary>True when the method has a form for designs, weights and samples that share people.</summary>
    public static bool HasForm(DifferenceMethod method) => MethodOf(method) is not null;

    /// <summary>The change; both sides have a figure.</summary>
    public static Estimable<Change> Of(
        CompareWaves.Side current, CompareWaves.Side previous, SurveySettings settings, Level level, out Pairing pairing)
    {
        var (now, then) = (current.Sample.Estimate(current.Tally), previous.Sample.Estimate(previous.Tally));
        var difference = settings.Overlap.Kind switch
        {
            OverlapKind.SamePeople => SamePeople(current, previous, now, then, out pairing),
            OverlapKind.Partial => Partial(now, then, settings.Overlap, out pairing),
            _ => Independent(now, then, "", out pairing),
        };
        pairing = pairing with { Correlation = CorrelationOf(difference, now, then) };
        var method = current.Tally.Indicator.Rule.IsRatio ? MethodOf(settings.DifferenceMethod)!.Value : DesignDifferenceMethod.Satterthwaite;
        return Estimable<Change>.Of(difference.ToChange(method, level));
    }

    private static DesignDifferenceMethod? MethodOf(DifferenceMethod method) => method switch
    {
        DifferenceMethod.Newcombe => DesignDifferenceMethod.Hybrid,
        DifferenceMethod.Wald => DesignDifferenceMethod.Satterthwaite,
        _ => null,
    };

    private static DesignDifference Independent(RatioEstimate now, RatioEstimate then, string note, out Pairing pairing)
    {
        pairing = new Pairing(note, null);
        return DesignDifference.OfIndependent(now, then);
    }

    private static DesignDifference Partial(RatioEstimate now, RatioEstimate then, SampleOverlap overlap, out Pairing pairing)
    {
        var shared = (long)Math.Round(overlap.Shared * now.Respondents, MidpointRounding.AwayFromZero);
        var most = Math.Min(now.Respondents, then.Respondents);
        pairing = new Pairing(shared <= most ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $"重複の割合から求めた{shared:N0}人は、人数の少ない回の分母{most:N0}人より多いので、{most:N0}人が重複するものとして比べました。重複の割合を確かめてください。"), null);
        return DesignDifference.OfOverlap(now, then, Math.Min(shared, most), overlap.Correlation);
    }

    private static DesignDifference SamePeople(
        CompareWaves.Side current, CompareWaves.Side previous, RatioEstimate now, RatioEstimate then, out Pairing pairing)
    {
        if (current.Sample.RowOfId is not { } ids || previous.Sample.RowOfId is not { } before
            || current.Tally.Panel is not { } one || previous.Tally.Panel is not { } other)
            return Independent(now, then, "回答者番号がなく同じ人を結べないため、別々の標本として比べました。", out pairing);
        var (first, second) = (now.Domain.Frame, then.Domain.Frame);
        if (first.Design.IsClustered || second.Design.IsClustered)
            return Independent(now, then, "集落抽出のため同じ人を結ばず、別々の標本として比べました。", out pairing);
        var pairs = ids.Where(p => before.ContainsKey(p.Key)).Select(p => (Now: p.Value, Then: before[p.Key])).OrderBy(p => p.Now).ToList();
        // Who is matched but outside of a base adds nothing to that wave's estimate, and is no pair.
        var matched = pairs.Count(p => one.InBase[p.Now] && other.InBase[p.Then]);
        if (matched < 2)
            return Independent(now, then, "前回と同じ回答者番号の人がほとんどいないため、別々の標本として比べました。", out pairing);
        pairing = new Pairing($"前回と同じ{matched:N0}人の回答を結んで比べました。", matched);
        return DesignDifference.OfCorrelated(now, then, PanelCovariance.Of(
            first, one.Influences, second, other.Influences, [.. pairs.Select(p => p.Now)], [.. pairs.Select(p => p.Then)],
            currentStrata: StrataOf(previous.Sample, current.Sample)));
    }

    /// <summary>Number in the current wave of each stratum of the previous one: departments come and go, and their numbers move.</summary>
    private static int[] StrataOf(WaveSample previous, WaveSample current)
    {
        var labels = current.StratumLabels.ToList();
        return [.. previous.StratumLabels.Select(one => labels.FindIndex(other => LabelText.Same(one, other)))];
    }

    private static double CorrelationOf(DesignDifference difference, RatioEstimate now, RatioEstimate then) =>
        now.StandardError.TryGet(out var e1) && then.StandardError.TryGet(out var e2) && e1 * e2 > 0
            ? Math.Clamp(difference.Covariance / (e1 * e2), -0.999, 0.999)
            : 0;
}
