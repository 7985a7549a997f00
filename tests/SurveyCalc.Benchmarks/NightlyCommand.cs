using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Storage.PostgreSql;
using SurveyCalc.Storage.Sqlite;

namespace SurveyCalc.Benchmarks;

/// <summary><c>nightly</c>: what a night costs when everything, nothing, or one wave changed.</summary>
internal static class NightlyCommand
{
    public static async Task<int> RunAsync(NightlyOptions options)
    {
        var survey = GeneratedSurvey.Read(options.Data, options.Size);
        var definitions = survey.Definitions with { Indicators = Repeated(survey.Definitions.Indicators, options.Indicators) };
        var folder = Directory.CreateTempSubdirectory("surveycalc-bench");
        try
        {
            await using IStore store = options.Database is { } database
                ? PostgresStore.Open(database)
                : SqliteStore.Open(Path.Combine(folder.FullName, "surveycalc.db"));
            await store.MigrateAsync(CancellationToken.None);
            await store.SaveDefinitionsAsync(DefinitionItems.Of(definitions), DateTimeOffset.UnixEpoch, "bench", CancellationToken.None);
            var start = Stopwatch.GetTimestamp();
            foreach (var (codeBook, file, _) in survey.Waves) await ImportAsync(store, file, codeBook.Wave, 0);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{(options.Database is null ? "SQLite" : "PostgreSQL")}: {survey.Waves.Count} waves of {survey.Bytes / 1e6:F1} MB together, {definitions.Indicators.Count} indicators; imported in {Stopwatch.GetElapsedTime(start).TotalSeconds:F2} s; {Environment.ProcessorCount} processors"));
            await NightAsync(store, "everything is new");
            await NightAsync(store, "nothing changed");
            var (lastBook, lastFile, _) = survey.Waves[^1];
            await ImportAsync(store, lastFile, lastBook.Wave, 1);
            await NightAsync(store, "the last wave changed");
            await NightAsync(store, "nothing changed");
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory: {PeakMemory.Bytes / 1e6:F0} MB"));
        return 0;
    }

    /// <summary>As many indicators as asked for, the same ones again under other codes.</summary>
    public static List<Indicator> Repeated(IReadOnlyList<Indicator> indicators, int count) =>
        [.. Enumerable.Range(0, count).Select(i => indicators[i % indicators.Count] with
        {
            Code = string.Create(CultureInfo.InvariantCulture, $"{indicators[i % indicators.Count].Code}-{i / indicators.Count}"),
        })];

    /// <param name="store">The store.</param>
    /// <param name="file">Response file.</param>
    /// <param name="wave">Its wave.</param>
    /// <param name="without">How many of the last lines are left out, which makes it another file.</param>
    private static async Task ImportAsync(IStore store, FileInfo file, SurveyCalc.Indicators.Waves.WaveKey wave, int without)
    {
        var lines = await File.ReadAllLinesAsync(file.FullName);
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Join("\r\n", lines[..^without])));
        var outcome = await new ReceiveUpload(store, null, TimeProvider.System).RunAsync(
            content, file.Name, wave, "bench", dryRun: false, null, null, CancellationToken.None);
        if (outcome.Wave is null) throw new InvalidDataException($"{file.Name} was refused.");
    }

    private static async Task NightAsync(IStore store, string what)
    {
        var statements = 0L;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument is { Meter.Name: "Npgsql", Name: "db.client.operation.duration" }) self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => Interlocked.Increment(ref statements));
        listener.Start();
        var start = Stopwatch.GetTimestamp();
        var outcome = await new Recompute(store, TimeProvider.System).RunAsync(CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-24} {seconds,7:F3} s  planned {outcome.Planned:N0}, written {outcome.Written.Count:N0}, snapshots read {outcome.SnapshotsRead}, statements {(statements == 0 ? "not counted" : statements.ToString("N0", CultureInfo.InvariantCulture))}"));
    }
}
