using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Storage.PostgreSql;

namespace SurveyCalc.Benchmarks.Http;

/// <summary><c>http</c>: how fast a real service answers other systems, alone and while it imports a large file.</summary>
internal static class HttpCommand
{
    /// <summary>A survey beside the one that is read, so that the import changes none of its figures.</summary>
    private const string ImportSurvey = "import";

    public static async Task<int> RunAsync(HttpOptions options)
    {
        var (wave, file, revisions) = await FillAsync(options);
        var folder = Directory.CreateTempSubdirectory("surveycalc-bench").FullName;
        try
        {
            var key = ServedProcess.Key(options.Database, folder);
            using var service = new ServedProcess(options.Database, folder);
            using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = options.Connections + 1, UseProxy = false })
            {
                BaseAddress = service.Url,
                Timeout = Timeout.InfiniteTimeSpan,
            };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
            await service.ListeningAsync(client);
            var indicators = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/indicators", UriKind.Relative))).RootElement;
            var codes = indicators.EnumerateArray().Select(i => i.GetProperty("code").GetString()!).ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{revisions:N0} revisions, {codes.Count} indicators; {options.Connections} connections; {Environment.ProcessorCount} processors, shared by service, database and load"));

            List<(string Path, string? Tag)> actuals = [.. codes.Select(c => ($"/api/indicators/{c}/actuals", (string?)null))];
            List<(string Path, string? Tag)> changes = [.. Enumerable.Range(0, 20).Select(i => (string.Create(CultureInfo.InvariantCulture, $"/api/changes?after={revisions * i / 20}&limit=100"), (string?)null))];
            var known = new List<(string Path, string? Tag)>();
            foreach (var (path, _) in actuals) known.Add((path, await TagAsync(client, path)));
            List<(string Path, string? Tag)> mixed = [.. actuals.Take(20), .. changes.Take(5), .. known.Take(20)];
            await ForAsync(options, client, 3, mixed); // warm
            foreach (var (what, paths) in new[] { ("actuals of one indicator", actuals), ("the same, not modified", known), ("100 changes", changes), ("mixed", mixed) })
                Console.WriteLine($"{what,-28} {(await ForAsync(options, client, options.Seconds, paths)).Text()}");
            await ImportAsync(options, client, wave, file, mixed);
            Console.WriteLine($"{"mixed, after the import",-28} {(await ForAsync(options, client, options.Seconds, mixed)).Text()}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory of the service: {service.PeakMemory / 1e6:F0} MB"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    /// <summary>Imports and computes what is read, with its history.</summary>
    private static async Task<(WaveKey Wave, FileInfo File, long Revisions)> FillAsync(HttpOptions options)
    {
        var survey = GeneratedSurvey.Read(options.Data, options.Size);
        var (codeBook, file, _) = GeneratedSurvey.Read(options.Data, options.Import).Waves[0];
        var wave = codeBook.Wave with { Survey = ImportSurvey };
        var profile = GeneratedSurvey.Read(options.Data, options.Import).Definitions.ProfileOf(codeBook.Wave) with { Wave = wave };
        var definitions = survey.Definitions with { Indicators = NightlyCommand.Repeated(survey.Definitions.Indicators, options.Indicators) };
        await using var store = PostgresStore.Open(options.Database);
        await store.MigrateAsync(CancellationToken.None);
        await store.SaveDefinitionsAsync(
            [.. DefinitionItems.Of(definitions), DefinitionItems.Of(new CodeBook(wave, codeBook.Questions)), DefinitionItems.Of(profile)], DateTimeOffset.UnixEpoch, "bench", CancellationToken.None);
        foreach (var (book, responses, _) in survey.Waves)
        {
            await using var content = responses.OpenRead();
            await new ReceiveUpload(store, null, TimeProvider.System).RunAsync(content, responses.Name, book.Wave, "bench", dryRun: false, null, null, CancellationToken.None);
        }

        await new Recompute(store, TimeProvider.System).RunAsync(CancellationToken.None);
        var first = await store.GetActualsAsync(allRevisions: false, CancellationToken.None);
        for (var i = 2; i <= options.Revisions; i++)
            await store.AppendActualsAsync([.. first.Select(a => a with { Fingerprint = string.Create(CultureInfo.InvariantCulture, $"{a.Fingerprint}-{i}") })], CancellationToken.None);
        return (wave, file, (await store.GetMarkAsync(CancellationToken.None)).Revisions);
    }

    private static async Task<string?> TagAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.Headers.ETag?.ToString();
    }

    private static async Task<HttpLoad.Outcome> ForAsync(HttpOptions options, HttpClient client, int seconds, IReadOnlyList<(string Path, string? Tag)> paths)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        return await HttpLoad.RunAsync(client, paths, options.Connections, end.Token);
    }

    /// <summary>Sends the file and reads until it is imported.</summary>
    private static async Task ImportAsync(HttpOptions options, HttpClient client, WaveKey wave, FileInfo file, IReadOnlyList<(string Path, string? Tag)> paths)
    {
        await using var content = file.OpenRead();
        using var form = new MultipartFormDataContent { { new StringContent(wave.Survey), "survey" }, { new StringContent(wave.FiscalYear.FirstYear.ToString(CultureInfo.InvariantCulture)), "year" } };
        form.Add(new StreamContent(content), "file", file.Name);
        var start = Stopwatch.GetTimestamp();
        using var sent = await client.PostAsync(new Uri("/api/uploads", UriKind.Relative), form);
        sent.EnsureSuccessStatusCode();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"upload of {file.Length / 1e6:F0} MB received in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s"));
        using var end = new CancellationTokenSource();
        var load = HttpLoad.RunAsync(client, paths, options.Connections, end.Token);
        start = Stopwatch.GetTimestamp();
        JsonElement upload;
        do
        {
            await Task.Delay(500, CancellationToken.None);
            upload = JsonDocument.Parse(await client.GetStringAsync(sent.Headers.Location)).RootElement.Clone();
        }
        while (upload.GetProperty("state").GetString() is "waiting" or "running");
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await end.CancelAsync();
        Console.WriteLine($"{"mixed, during the import",-28} {(await load).Text()}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"import under this load: {upload.GetProperty("accepted").GetInt64():N0} rows in {seconds:F1} s, {upload.GetProperty("stateText").GetString()}"));
    }
}
