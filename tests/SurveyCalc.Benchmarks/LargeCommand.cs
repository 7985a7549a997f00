using System.Diagnostics;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Storage.PostgreSql;
using SurveyCalc.Storage.Sqlite;

namespace SurveyCalc.Benchmarks;

/// <summary><c>large</c>: import, store, tally and estimate a generated survey; throughput of each stage and peak memory.</summary>
internal static class LargeCommand
{
    public static async Task<int> RunAsync(LargeOptions options)
    {
        var survey = GeneratedSurvey.Read(options.Data, options.Size);
        var times = new LargeTimes();
        var yardstick = options.Limit is { } program ? new Yardstick(program, options.Data, options.Size) : null;
        yardstick?.Measure();
        var folder = Directory.CreateTempSubdirectory("surveycalc-bench");
        var waves = new List<(string, CodeBook, IReadOnlyList<IndicatorTally>)>();
        try
        {
            await using IStore store = options.Database is { } database
                ? PostgresStore.Open(database)
                : SqliteStore.Open(Path.Combine(folder.FullName, "surveycalc.db"));
            await store.MigrateAsync(CancellationToken.None);
            foreach (var (codeBook, file, number) in survey.Waves)
                waves.Add((number, codeBook, await Wave(options, survey, codeBook, file, store, times)));
            yardstick?.Measure();
            times.Stored = folder.EnumerateFiles().Sum(f => f.Length);
            await using var writer = options.Output is { } path ? new StreamWriter(path) : TextWriter.Null;
            times.Estimate = Timed(() => PeerCsv.Write(writer, waves));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        times.PeakAtEnd = PeakMemory.Bytes;
        yardstick?.Measure();
        LargeReport.Write(Console.Out, options, survey, times);
        if (yardstick is not null) LargeReport.Write(Console.Out, survey, times, yardstick);
        return 0;
    }

    private static async Task<IReadOnlyList<IndicatorTally>> Wave(
        LargeOptions options, GeneratedSurvey survey, CodeBook codeBook, FileInfo file, IStore store, LargeTimes times)
    {
        // Deciding hash and encoding is part of the import; here alone, to know its share.
        times.Scan += Timed(() =>
        {
            using var stream = file.OpenRead();
            FileScan.Of(stream, file.Name, DeclaredEncoding.Auto);
        });

        var header = await ImportAndSave(survey, codeBook, file, store, times);
        var start = Stopwatch.GetTimestamp();
        var questions = TallyWave.QuestionsOf(WavePass.Rules(survey, codeBook), survey.Breakdowns);
        var stored = await store.ReadSnapshotAsync(header.SnapshotId, questions, CancellationToken.None);
        times.ReadBack += Stopwatch.GetElapsedTime(start).TotalSeconds;
        return Tally(options, survey, codeBook, stored, times);
    }

    private static async Task<WaveHeader> ImportAndSave(
        GeneratedSurvey survey, CodeBook codeBook, FileInfo file, IStore store, LargeTimes times)
    {
        var start = Stopwatch.GetTimestamp();
        var (report, snapshot) = WavePass.Import(survey, codeBook, file);
        times.Import += Stopwatch.GetElapsedTime(start).TotalSeconds;
        times.PeakOfImport = Math.Max(times.PeakOfImport, PeakMemory.Bytes);
        times.Rows += snapshot.Respondents;

        start = Stopwatch.GetTimestamp();
        var profile = DefinitionItems.Of(survey.Definitions.ProfileOf(codeBook.Wave)).Hash;
        var upload = new Upload(codeBook.Wave, file.Name, report.Sha256, report.Size, DateTimeOffset.UnixEpoch, "bench", profile);
        var header = await store.SaveWaveAsync(upload, snapshot, report, CancellationToken.None);
        times.Save += Stopwatch.GetElapsedTime(start).TotalSeconds;
        return header;
    }

    private static IReadOnlyList<IndicatorTally> Tally(
        LargeOptions options, GeneratedSurvey survey, CodeBook codeBook, WaveSnapshot snapshot, LargeTimes times)
    {
        IReadOnlyList<IndicatorTally> tallies = [];
        times.FirstTally += Timed(() => tallies = WavePass.Tally(survey, codeBook, snapshot));
        var warm = Enumerable.Range(0, options.Repeats).Select(_ => Timed(() => WavePass.Tally(survey, codeBook, snapshot))).Order().ToList();
        times.FastestTally += warm[0];
        times.WarmTally += warm[warm.Count / 2];
        return tallies;
    }

    private static double Timed(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
