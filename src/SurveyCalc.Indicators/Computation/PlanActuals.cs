using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Computation;

/// <summary>Which actuals there should be, and the fingerprint of each, without looking at a single answer.</summary>
public static class PlanActuals
{
    /// <summary>Plans every indicator × wave of its survey whose code book has the question.</summary>
    /// <param name="definitions">Definitions in force.</param>
    /// <param name="waves">One per wave.</param>
    /// <param name="at">When: its day decides which plan values are in force.</param>
    /// <param name="isWanted">Leaves out waves, each with the one that it is compared with; by default none.</param>
    /// <returns>In the order of the indicators, then by year.</returns>
    public static IReadOnlyList<PlannedActual> Of(
        DefinitionSet definitions, IReadOnlyList<PlannedWave> waves, DateTimeOffset at, Func<WaveKey, WaveKey?, bool>? isWanted = null)
    {
        var on = JapaneseDay.Of(at);
        var planned = new List<PlannedActual>();
        foreach (var versions in definitions.Indicators.GroupBy(i => i.Code, StringComparer.Ordinal))
        {
            PlannedWave? previous = null;
            var since = new List<CodeBook>();
            foreach (var wave in waves.Where(w => w.Wave.Survey == versions.First().Survey).OrderBy(w => w.Wave.FiscalYear))
            {
                since.Add(wave.CodeBook);
                if (definitions.IndicatorOf(versions.Key, wave.Wave.FiscalYear) is not { } indicator || wave.CodeBook.Find(indicator.Question) is null) continue;
                if (isWanted?.Invoke(wave.Wave, previous?.Wave) is not false)
                    planned.Add(new PlannedActual(indicator, wave, previous, Fingerprint(definitions, indicator, wave, previous, since, on), previous is null ? [] : [.. since]));
                previous = wave;
                since.Clear();
            }
        }

        return planned;
    }

    /// <summary>
    /// Everything that can change the outcome, and nothing else: a new plan value of another year, or the name under
    /// which the same answers were uploaded, makes no new revision.
    /// </summary>
    private static string Fingerprint(
        DefinitionSet definitions, Indicator indicator, PlannedWave wave, PlannedWave? previous, IEnumerable<CodeBook> since, DateOnly on) =>
        CanonicalJson.Hash(CanonicalJson.Write(new
        {
            Engine = EngineVersion.Current,
            Indicator = indicator with { ImportanceIndicator = null },
            Settings = definitions.SettingsOf(indicator.Survey),
            Target = Compared(definitions.TargetOf(indicator.Code, wave.Wave.FiscalYear, on)),
            Baseline = Compared(definitions.BaselineOf(indicator.Code, on)),
            Wave = Inputs(definitions, wave),
            Previous = previous is null ? null : Inputs(definitions, previous),
            NewRule = previous is not null && HasNewRule(definitions, indicator, previous),
            Links = previous is null ? [] : since.Select(b => b.Link),
        }));

    private static object Inputs(DefinitionSet definitions, PlannedWave wave) => new
    {
        Year = wave.Wave.FiscalYear,
        wave.Source.SnapshotHash,
        wave.Source.CodeBookHash,
        Population = definitions.PopulationOf(wave.Wave)?.Count,
        Tables = TablesOf(definitions, wave),
    };

    /// <summary>The population tables that design and weighting of the wave may use.</summary>
    internal static IReadOnlyList<PopulationBreakdown> TablesOf(DefinitionSet definitions, PlannedWave wave) =>
        UsesTables(definitions.SettingsOf(wave.Wave.Survey)) ? definitions.PopulationBreakdownsOf(wave.Wave) : [];

    private static bool UsesTables(SurveySettings settings) => settings.Design.Kind is not SampleKind.SimpleRandom || settings.Weighting is not null;

    /// <summary>True when the earlier wave is counted by an earlier version of the rule.</summary>
    internal static bool HasNewRule(DefinitionSet definitions, Indicator indicator, PlannedWave previous) =>
        definitions.IndicatorOf(indicator.Code, previous.Wave.FiscalYear)?.ValidFrom != indicator.ValidFrom;

    /// <summary>What of a plan value can change the verdict or what is printed beside it; why it was revised cannot.</summary>
    private static object? Compared(Target? target) => target is null ? null : new { target.Text, target.Value, target.From, target.Year, target.RevisedOn };
}
