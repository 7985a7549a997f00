using System.Globalization;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Feeds;

/// <summary>
/// The one gate that every published figure passes (秘匿): a figure from fewer respondents than the survey's limit leaves
/// with a reason instead of its numbers, and so does everything it could be derived from: another cell of its breakdown,
/// and the change of a later year.
/// </summary>
/// <remarks>
/// It must see everything that is published together; what is filtered is filtered behind it. Of figures of everybody their
/// <see cref="PublishedFigures"/> are enough.
/// </remarks>
public static class SuppressionGate
{
    /// <summary>The reason of a figure that would give another one away.</summary>
    public const string Derivable = "公表下限より少ない区分の値が逆算できてしまうため公表しません。";

    /// <summary>The reason of a change that would give the earlier figure away.</summary>
    public const string EarlierWithheld = "前回の値を公表していないため、比較も公表しません。";

    /// <summary>The actuals as they may be shown, in the same order.</summary>
    public static IReadOnlyList<Actual> Pass(IReadOnlyList<Actual> actuals, DefinitionSet definitions) =>
        Pass(actuals, PublishedWith(actuals, definitions), definitions);

    /// <summary>Some of the actuals that are published together; cells of a breakdown are all given.</summary>
    internal static IReadOnlyList<Actual> Pass(IReadOnlyList<Actual> actuals, PublishedFigures together, DefinitionSet definitions)
    {
        var withheld = new Dictionary<Actual, string>(ReferenceEqualityComparer.Instance);
        foreach (var actual in actuals)
        {
            if (IsSmall(actual, Limit(actual, definitions)))
                withheld[actual] = string.Create(CultureInfo.InvariantCulture, $"回答者が公表下限({Limit(actual, definitions)}人)より少ないため公表しません。");
            else if (actual.Cell.IsEverybody && together.GivesAway(actual))
                withheld[actual] = Derivable;
        }

        if (withheld.Count == 0 && !together.HidesAny) return actuals;
        var cells = actuals.Where(a => !a.Cell.IsEverybody && definitions.SettingsOf(a.Wave.Survey).ProtectsComplement).ToList();
        foreach (var one in cells.GroupBy(a => (a.Cell, SameAnswers.Of(RevisionSummary.Of(a), definitions))).Where(g => g.Any(withheld.ContainsKey)))
            foreach (var actual in one.Where(a => a.Figure is not null).ToList())
                withheld.TryAdd(actual, Derivable);
        foreach (var one in cells.GroupBy(a => (a.Indicator, a.Wave, a.Revision)))
            foreach (var cell in ComplementaryCells.Of([.. one], withheld.ContainsKey, Limit(one.First(), definitions)).ToList())
                withheld.TryAdd(cell, Derivable);

        var hidden = withheld.Keys.Where(a => !a.Cell.IsEverybody).Select(a => (a.Indicator, a.Wave, a.Cell)).ToHashSet();
        return [.. actuals.Select(a => withheld.TryGetValue(a, out var reason) ? Withhold(a, reason) : WithoutGivingAway(a, hidden, together))];
    }

    /// <summary>The figures of everybody among actuals.</summary>
    internal static PublishedFigures PublishedWith(IReadOnlyList<Actual> actuals, DefinitionSet definitions) =>
        PublishedFigures.Of([.. actuals.Where(a => a.Cell.IsEverybody).Select(RevisionSummary.Of)], definitions);

    /// <summary>True for a figure from some respondents, but fewer than the limit. An empty base hides nobody.</summary>
    internal static bool IsSmall(Actual actual, int limit) => actual.Figure is { } figure && figure.Denominator < limit;

    private static int Limit(Actual actual, DefinitionSet definitions) => definitions.SettingsOf(actual.Wave.Survey).MinimumBase;

    private static Actual Withhold(Actual actual, string reason) => actual with
    {
        Figure = null,
        NoFigureReason = reason,
        Roles = default,
        Change = NoChange(actual, reason),
        TargetVerdict = TargetVerdict.NoFigure,
        Achievement = actual.Achievement is { } achievement ? achievement with { Rate = null, NoRateReason = reason } : null,
    };

    private static Actual WithoutGivingAway(Actual actual, HashSet<(string, WaveKey, BreakdownCell)> hidden, PublishedFigures together)
    {
        if (actual.Change is not { Difference: not null, Against: { } against }) return actual;
        var earlier = actual.Wave with { FiscalYear = against };
        var isHidden = actual.Cell.IsEverybody ? together.Hides(actual.Indicator, earlier) : hidden.Contains((actual.Indicator, earlier, actual.Cell));
        return isHidden ? actual with { Change = NoChange(actual, EarlierWithheld) } : actual;
    }

    private static YearOverYear NoChange(Actual actual, string reason) =>
        new() { Verdict = ChangeVerdict.NotComparable, Against = actual.Change.Against, Skipped = actual.Change.Skipped, Reason = reason };
}
