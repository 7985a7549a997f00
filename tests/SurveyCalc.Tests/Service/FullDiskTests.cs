using System.Text;
using System.Text.Json;
using SurveyCalc.Indicators.Access;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Tests.Api;
using SurveyCalc.Tests.Scenarios;
using SurveyCalc.Worker.Work;

namespace SurveyCalc.Tests.Service;

/// <summary>A service whose data folder is on a disk of 1 MiB.</summary>
[Collection(ServiceProcesses.Name)]
public sealed class FullDiskTests
{
    private const string Header = "問1,性別\r\n";

    [TmpfsFact]
    public async Task A_full_disk_is_told_leaves_nothing_half_written_and_stops_nothing_that_has_room()
    {
        await using var city = await ServiceCity.CreateAsync(true, 2020, 2021, 2022, 2023);
        using var disk = Tmpfs.Mount(city.Data, "1m");
        using var service = city.Serve(("Attempts", "50"), ("MostDelay", "00:00:01"));
        await service.ListeningAsync();
        using var client = await city.ClientAsync(service, AccessScope.Upload);

        using (var refused = await SendAsync(client, 2020, TooLarge))
        {
            Assert.Equal(
                (507, "SC-H093", "サーバーのディスクに空きがありません: ファイルを保存できないため、何も受け付けていません。管理者に空きを作るよう伝え、もう一度送ってください。"),
                await ServiceRun.ProblemAsync(refused));
        }

        Assert.Empty(Parts(city));
        await city.UntilAsync(await IdAsync(await SendAsync(client, 2021, ServiceCity.File(2021))), RunState.Succeeded, service);

        // There is room for the file as it came, but not for the original beside it.
        var original = await IdAsync(await SendAsync(client, 2022, Header + new StringBuilder().Insert(0, "1,2\r\n", 120_000)));
        await UntilToldAsync(original);
        Assert.Single(Directory.GetFiles(Path.Combine(city.Data, "originals")));
        Assert.DoesNotContain(await city.Store.GetWavesAsync(default), w => w.Wave == ServiceCity.Wave(2022));

        // There is room for the file, but not for the list of its problems.
        var listed = await IdAsync(await SendAsync(client, 2023, Header + new StringBuilder().Insert(0, "9,9\r\n", 20_000)));
        await UntilToldAsync(listed);
        Assert.False(File.Exists(city.Staging.PathBeside(listed, ImportWork.Problems)));

        disk.Enlarge("64m");
        Assert.Equal(120_000, (await city.UntilAsync(original, RunState.Succeeded, service)).RowsIn);
        var rejected = await city.UntilAsync(listed, RunState.Rejected, service);
        Assert.Equal(rejected.Report!.Errors + 1, File.ReadLines(city.Staging.PathBeside(listed, ImportWork.Problems)).LongCount());
        await city.UntilAsync(await IdAsync(await SendAsync(client, 2020, TooLarge)), RunState.Succeeded, service);
        Assert.Empty(Parts(city));
        await city.UntilIdleAsync();
        Assert.Equal(9, (await city.StateAsync()).Count);
        await city.AssertNoDuplicateRevisionAsync();
        Assert.Equal(0, await service.StopAsync());

        Task UntilToldAsync(long id) => ServiceProcess.UntilAsync(
            async () => (await city.Ledger.FindRunAsync(id, default))!.Message == FullDisk.Remedy, () => service.Log);
    }

    private static string TooLarge { get; } = Header + new StringBuilder().Insert(0, "2,1\r\n", 400_000);

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, int year, string text)
    {
        using var form = ServiceRun.Form(Encoding.UTF8.GetBytes(text), SmallCity.Survey, $"{year}", $"{year}.csv");
        return await client.PostAsync(new Uri("/api/uploads", UriKind.Relative), form);
    }

    private static async Task<long> IdAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var body = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode is System.Net.HttpStatusCode.Accepted, body);
            return JsonDocument.Parse(body).RootElement.GetProperty("id").GetInt64();
        }
    }

    private static string[] Parts(ServiceCity city) => Directory.GetFiles(city.Data, "*.part", SearchOption.AllDirectories);
}
