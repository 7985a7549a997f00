using System.Globalization;
using System.Text;
using System.Text.Json;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Access;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Computation;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Indicators.Verification;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Tests.Api;
using SurveyCalc.Tests.Postgres;
using SurveyCalc.Tests.Scenarios;

namespace SurveyCalc.Tests.Service;

/// <summary>What several do at the same moment has the outcome of some order.</summary>
[Collection(ServiceProcesses.Name)]
[NeedsPostgres]
public sealed class AtOnceTests
{
    [StoreFact]
    public async Task One_file_sent_by_four_clients_at_once_is_one_run_and_one_import()
    {
        int[] years = [2020, 2021, 2022, 2023, 2024];
        await using var city = await ServiceCity.CreateAsync(true, years);
        using var service = city.Serve(("ParallelRuns", "4"));
        using var other = city.Serve(("ParallelRuns", "4"));
        await service.ListeningAsync();
        await other.ListeningAsync();
        var clients = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => city.ClientAsync(i % 2 == 0 ? service : other, AccessScope.Upload)));
        foreach (var year in years)
        {
            var ids = await Task.WhenAll(clients.Select(client => SendAsync(client, year, ServiceCity.File(year))));
            Assert.Single(ids.Distinct());
        }

        await city.UntilIdleAsync();
        var imports = (await city.RunsAsync()).Where(r => r.Request.Kind is RunKind.Import).ToList();
        Assert.Equal(years.Length, imports.Count);
        Assert.All(imports, r => Assert.Equal((RunState.Succeeded, 40, 3), (r.State, r.RowsIn, r.RowsOut)));
        Assert.Equal(await FaultTests.UndisturbedAsync(years), await city.StateAsync());
        await city.AssertNoDuplicateRevisionAsync();
        Assert.Empty(Directory.GetFiles(Path.Combine(city.Data, "staging"), "*.part"));
        foreach (var client in clients) client.Dispose();
    }

    [StoreFact]
    public async Task Recompute_upload_and_release_at_once_end_as_one_after_the_other()
    {
        int[] years = [2020, 2021, 2022, 2023, 2024, 2025];
        var releasedFirst = await InOrderAsync(years, isReleasedFirst: true);
        var uploadedFirst = await InOrderAsync(years, isReleasedFirst: false);
        await using var city = await ServiceCity.CreateAsync(true, years);
        await ImportAllAsync(city, years);
        using var service = city.Serve();
        using var other = city.Serve();
        await service.ListeningAsync();
        await other.ListeningAsync();
        using var operate = await city.ClientAsync(service, AccessScope.Operate);
        using var upload = await city.ClientAsync(other, AccessScope.Upload);

        await Task.WhenAll(years.SelectMany(year => new[] { RecomputeAsync(operate, year), SendAsync(upload, year, Newer(year)), ReleaseAsync(city, year) }));
        await city.UntilIdleAsync();
        using (var all = await operate.PostAsync(new Uri("/api/runs", UriKind.Relative), null)) all.EnsureSuccessStatusCode();
        await city.UntilIdleAsync();

        var ends = await FiguresAsync(city, years);
        var reported = (await city.Store.GetDifferencesAsync(default)).ToLookup(d => d.Wave, d => Told(d.Recomputed));
        foreach (var year in years)
        {
            var isReleasedFirst = ends[year].SequenceEqual(releasedFirst[year]);
            Assert.True(
                isReleasedFirst || ends[year].SequenceEqual(uploadedFirst[year]), $"{year} ended as in no order: {string.Join(", ", ends[year])}");
            if (isReleasedFirst) Assert.Superset(uploadedFirst[year].ToHashSet(), reported[ServiceCity.Wave(year)].ToHashSet());
        }

        var due = await new Recompute(city.Store, TimeProvider.System).RunAsync(default);
        Assert.Equal((0, 0), (due.Written.Count, due.Reported.Count));
        Assert.All(await city.RunsAsync(), r => Assert.Equal(RunState.Succeeded, r.State));
        Assert.Empty((await new VerifyRecords(city.Store).RunAsync(null, default)).Findings);
        foreach (var history in (await city.Store.GetActualsAsync(allRevisions: true, default)).GroupBy(a => (a.Indicator, a.Wave)))
            Assert.Equal(Enumerable.Range(1, history.Count()), history.Select(a => a.Revision));
    }

    /// <summary>Other answers than those of <see cref="ServiceCity.File"/>.</summary>
    private static string Newer(int year) => ServiceCity.File(year) + "1,1\r\n1,2\r\n3,2\r\n";

    /// <summary>Per year, the confirmed figures.</summary>
    private static async Task<Dictionary<int, List<string>>> FiguresAsync(ServiceCity city, int[] years)
    {
        var latest = await city.Store.GetActualsAsync(allRevisions: false, default);
        Assert.All(latest, a => Assert.Equal(Status.Final, a.Status));
        return years.ToDictionary(year => year, year => latest.Where(a => a.Wave == ServiceCity.Wave(year)).Select(Told).Order(StringComparer.Ordinal).ToList());
    }

    private static string Told(Actual actual) => $"{actual.Indicator} {CanonicalJson.Write(actual.Figure)}";

    private static async Task<Dictionary<int, List<string>>> InOrderAsync(int[] years, bool isReleasedFirst)
    {
        await using var city = await ServiceCity.CreateAsync(false, years);
        await ImportAllAsync(city, years);
        if (isReleasedFirst) foreach (var year in years) await ReleaseAsync(city, year);
        foreach (var year in years) await city.ImportEarlierAsync(year, TimeProvider.System, Newer(year));
        await new Recompute(city.Store, TimeProvider.System).RunAsync(default);
        if (!isReleasedFirst) foreach (var year in years) await ReleaseAsync(city, year);
        return await FiguresAsync(city, years);
    }

    private static async Task ImportAllAsync(ServiceCity city, int[] years)
    {
        foreach (var year in years) await city.ImportEarlierAsync(year, TimeProvider.System);
        await new Recompute(city.Store, TimeProvider.System).RunAsync(default);
    }

    /// <summary>Tries until nothing is being recomputed under it, as a person would.</summary>
    private static async Task ReleaseAsync(ServiceCity city, int year)
    {
        OperatorException? refusal = null;
        await ServiceProcess.UntilAsync(
            async () =>
            {
                try
                {
                    var written = await new ReleaseActuals(city.Store, TimeProvider.System, false).WaveAsync(SmallCity.Survey, new FiscalYear(year), "確定者", "", default);
                    return written.Count > 0;
                }
                catch (OperatorException fault)
                {
                    refusal = fault;
                    return false;
                }
            },
            () => $"{year} was not released: {refusal?.Message}");
    }

    private static async Task RecomputeAsync(HttpClient client, int year)
    {
        using var body = new StringContent($$"""{"survey":"{{SmallCity.Survey}}","year":"{{year}}"}""", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("/api/runs", UriKind.Relative), body);
        Assert.True(answer.StatusCode is System.Net.HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<long> SendAsync(HttpClient client, int year, string text)
    {
        using var form = ServiceRun.Form(Encoding.UTF8.GetBytes(text), SmallCity.Survey, year.ToString(CultureInfo.InvariantCulture), $"{year}.csv");
        using var answer = await client.PostAsync(new Uri("/api/uploads", UriKind.Relative), form);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode is System.Net.HttpStatusCode.Accepted, body);
        return JsonDocument.Parse(body).RootElement.GetProperty("id").GetInt64();
    }
}
