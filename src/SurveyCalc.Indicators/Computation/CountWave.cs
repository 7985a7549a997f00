using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Indicators.Weighting;
using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators.Computation;

/// <summary>
/// One wave under the settings of its survey: its frame when it needs one, then its tallies. A frame that cannot be made
/// leaves every indicator without a figure; answers are never counted unweighted instead.
/// </summary>
public static class CountWave
{
    /// <summary>Question ids whose columns the snapshot must hold.</summary>
    public static IReadOnlyCollection<string> QuestionsOf(IEnumerable<BoundRule> rules, IEnumerable<Breakdown> breakdowns, SurveySettings settings) =>
        [.. TallyWave.QuestionsOf(rules, breakdowns).Concat(BuildWaveFrame.QuestionsOf(settings)).Distinct(StringComparer.Ordinal)];

    /// <summary>Counts a wave.</summary>
    /// <param name="definitions">Settings, population and population tables.</param>
    /// <param name="wave">Source and code book.</param>
    /// <param name="snapshot">Columns of <see cref="QuestionsOf"/>, and the respondent ids for a panel.</param>
    /// <param name="rules">Rules bound to the code book.</param>
    /// <param name="breakdowns">What to break down by.</param>
    public static WaveTallies Of(
        DefinitionSet definitions, PlannedWave wave, WaveSnapshot snapshot, IReadOnlyList<BoundRule> rules, IReadOnlyList<Breakdown> breakdowns)
    {
        var settings = definitions.SettingsOf(wave.Wave.Survey);
        var outcome = BuildWaveFrame.IsNeeded(snapshot, settings)
            ? BuildWaveFrame.Of(snapshot, wave.CodeBook, settings, definitions.PopulationOf(wave.Wave), definitions.PopulationBreakdownsOf(wave.Wave))
            : null;
        return Of(definitions, wave, snapshot, rules, breakdowns, outcome);
    }

    /// <summary>The same with a frame that is already made; null when none is needed.</summary>
    internal static WaveTallies Of(
        DefinitionSet definitions, PlannedWave wave, WaveSnapshot snapshot, IReadOnlyList<BoundRule> rules, IReadOnlyList<Breakdown> breakdowns,
        WaveFrameOutcome? outcome)
    {
        if (outcome is { Frame: null })
            return new WaveTallies(wave.Source, wave.CodeBook, [], outcome.Reasons.Count > 0 ? string.Join("", outcome.Reasons) : "ウエイト調整ができないため計算できません。");
        var isPanel = definitions.SettingsOf(wave.Wave.Survey).Overlap.Kind is OverlapKind.SamePeople && snapshot.RespondentIds.Length > 0;
        var panel = isPanel ? outcome?.Frame ?? SimpleRandom(snapshot, definitions.PopulationOf(wave.Wave)?.Count) : null;
        var tallies = TallyWave.Of(snapshot, wave.CodeBook, rules, breakdowns, Environment.ProcessorCount, outcome?.Frame, panel);
        return new WaveTallies(
            wave.Source, wave.CodeBook, tallies, "", panel is null ? null : RowsById(snapshot, panel),
            outcome?.Frame?.Frame.Respondents ?? snapshot.Respondents, outcome?.Frame?.StratumLabels,
            outcome?.Frame?.Excluded, outcome?.Frame is { Notes.Count: > 0 } made ? string.Join("", made.Notes) : null);
    }

    /// <summary>Everybody with weight 1 from one list; null when nobody answered, or more than the list holds.</summary>
    private static WaveFrame? SimpleRandom(WaveSnapshot snapshot, long? population)
    {
        if (snapshot.Respondents == 0 || population < snapshot.Respondents) return null;
        var frame = DesignFrame.Of(Design.SimpleRandom(population), [], [], Weights.Ones(snapshot.Respondents));
        return new WaveFrame(frame, new int[snapshot.Respondents], [.. Enumerable.Range(0, snapshot.Respondents)], null);
    }

    /// <summary>Rows of the frame by id; an id that is empty or occurs twice tells nobody apart and is left out.</summary>
    private static Dictionary<string, int> RowsById(WaveSnapshot snapshot, WaveFrame frame) =>
        frame.RowOf.Select((row, i) => (Id: snapshot.RespondentIds[row].Trim(), Row: i)).Where(r => r.Id.Length > 0)
            .GroupBy(r => r.Id, StringComparer.Ordinal).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Row, StringComparer.Ordinal);
}
