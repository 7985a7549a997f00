using System.Globalization;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Indicators.Weighting;

namespace SurveyCalc.Benchmarks.Figures;

/// <summary><c>figures</c>: every indicator in every cell, weighted, with interval and change, beside R and the yardstick.</summary>
internal static class FiguresCommand
{
    private const double Mega = 1e6;

    public static int Run(FiguresOptions options)
    {
        var survey = GeneratedSurvey.Read(options.Data, options.Size);
        var waves = new List<(PlannedWave Planned, WaveSnapshot Snapshot)>();
        var import = Lap.Of(() =>
        {
            foreach (var (codeBook, file, _) in survey.Waves)
            {
                var (report, snapshot) = WavePass.Import(survey, codeBook, file);
                waves.Add((new PlannedWave(new WaveSource(file.Name, report.Sha256, snapshot.ContentHash, snapshot.CodeBookHash), codeBook), snapshot));
            }
        });

        var rows = waves.Sum(w => (long)w.Snapshot.Respondents);
        Write($"{options.Size}: {waves.Count} wave(s), {rows:N0} rows; {survey.Definitions.Indicators.Count} indicators, {survey.Results * waves.Count:N0} results; {Environment.ProcessorCount} processors");
        Line("import", import, $"peak {PeakMemory.Bytes / Mega:F0} MB");
        Line("tally without weights' groups", Lap.Median(options.Repeats, () => waves.ForEach(w => WavePass.Tally(survey, w.Planned.CodeBook, w.Snapshot))), "warm");
        var ofFile = Pass("weights of the file", WeightedDefinitions.OfFile(survey), survey, waves, options);
        Pass("raked", WeightedDefinitions.Raked(survey, waves.Max(w => w.Snapshot.Respondents)), survey, waves, options);

        var figures = PeerComparison.KeysOf(ofFile, survey);
        if (options.Limit is { } limit) PeerRun.Run("yardstick", limit, output => ["full", options.Data, options.Size, output], figures, Console.Out);
        if (options.Peers is not { } peers) return 0;
        PeerRun.Run("R data.table", "Rscript", output => [Path.Combine(peers, "peer_datatable.R"), options.Data, options.Size, output], figures, Console.Out);
        var isWhole = options.SurveyRows >= waves[0].Snapshot.Respondents;
        PeerRun.Run(
            "R survey", "Rscript",
            output => [Path.Combine(peers, "peer_survey.R"), options.Data, options.Size, output, Invariant($"{options.SurveyIndicators}"), Invariant($"{options.SurveyRows}")],
            isWhole ? figures : null, Console.Out);
        return 0;
    }

    private static IReadOnlyList<Actual> Pass(
        string name, DefinitionSet definitions, GeneratedSurvey survey, List<(PlannedWave Planned, WaveSnapshot Snapshot)> waves, FiguresOptions options)
    {
        var settings = definitions.Surveys[0];
        var frames = new List<WaveFrame>();
        var layOut = Lap.Of(() => frames.AddRange(waves.Select(w => Frame(definitions, settings, w.Planned.CodeBook, w.Snapshot))));
        var tallies = new List<WaveTallies>();
        void Tally()
        {
            tallies.Clear();
            foreach (var (wave, frame) in waves.Zip(frames))
            {
                var rules = WavePass.Rules(survey, wave.Planned.CodeBook);
                var found = TallyWave.Of(wave.Snapshot, wave.Planned.CodeBook, rules, survey.Breakdowns, Environment.ProcessorCount, frame);
                tallies.Add(new WaveTallies(wave.Planned.Source, wave.Planned.CodeBook, found, "", null, frame.Frame.Respondents, frame.StratumLabels));
            }
        }

        var (first, warm) = (Lap.Of(Tally), Lap.Median(options.Repeats, Tally));
        IReadOnlyList<Actual> actuals = [];
        var estimate = Lap.Of(() => actuals = ComputeActuals.Of(definitions, PlanActuals.Of(definitions, [.. waves.Select(w => w.Planned)], DateTimeOffset.UnixEpoch), tallies, DateTimeOffset.UnixEpoch));
        var shown = actuals.Count(a => a.Figure?.Lower is not null);
        var changed = actuals.Count(a => a.Change.Lower is not null);
        Line($"{name}: frame", layOut, $"{frames[0].Frame.Groups.Count} groups; effective n {frames[0].Frame.Summary.KishEffectiveN:N0}");
        Line($"{name}: tally, first", first, $"{first.Seconds * 1e6 / actuals.Count:F1} µs per result");
        Line($"{name}: tally, warm", warm, $"{warm.Seconds * 1e6 / actuals.Count:F1} µs per result");
        Line($"{name}: estimates, changes", estimate, $"{estimate.Seconds * 1e6 / actuals.Count:F1} µs per result; {shown:N0} of {actuals.Count:N0} with interval, {changed:N0} changes; peak {PeakMemory.Bytes / Mega:F0} MB");
        return actuals;
    }

    private static WaveFrame Frame(DefinitionSet definitions, SurveySettings settings, CodeBook codeBook, WaveSnapshot snapshot)
    {
        var outcome = BuildWaveFrame.Of(snapshot, codeBook, settings, null, definitions.PopulationBreakdownsOf(codeBook.Wave));
        return outcome.Frame ?? throw new InvalidDataException(string.Join('\n', outcome.Reasons));
    }

    private static void Line(string what, Lap lap, FormattableString note) =>
        Console.WriteLine(Invariant($"{what,-40}{lap.Seconds,9:F3} s {lap.Processor,9:F3} s cpu   {Invariant(note)}"));

    private static void Line(string what, Lap lap, string note) => Line(what, lap, (FormattableString)$"{note}");

    private static void Write(FormattableString text) => Console.WriteLine(Invariant(text));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
