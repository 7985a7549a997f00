using SurveyCalc.Indicators.Runs;
using SurveyCalc.Tests.Scenarios;

namespace SurveyCalc.Tests.Service;

/// <summary>Files laid into the drop folder of a service in its own process.</summary>
[Collection(ServiceProcesses.Name)]
public sealed class DropFolderTests
{
    [Fact]
    public async Task Complete_files_are_taken_and_put_away_by_their_outcome()
    {
        await using var city = await ServiceCity.CreateAsync(false, 2020, 2021, 2022);
        Lay(city, $"{SmallCity.Survey}/2020/回答.csv", ServiceCity.File(2020));
        Lay(city, "slip.csv", ServiceCity.File(2021));
        Lay(city, "slip.csv.受付票.csv", $"調査,年度\r\n{SmallCity.Survey},令和3年度\r\n");
        Lay(city, $"{SmallCity.Survey}/R4/誤り.csv", "問1,性別\r\n9,9\r\n");
        Lay(city, "別の調査/2020/unknown.csv", "a\r\n1\r\n");
        Lay(city, $"{SmallCity.Survey}/2020/half.csv.part", "問1,性別\r\n");
        using var service = city.Serve(("DropFolder", city.Drop));
        await UntilThere(city, service, $"accepted/{SmallCity.Survey}/2020", "*-回答.csv");
        await UntilThere(city, service, "accepted", "*-slip.csv");
        await UntilThere(city, service, $"rejected/{SmallCity.Survey}/R4", "*-誤り.csv");
        await UntilThere(city, service, "rejected/別の調査/2020", "*-unknown.csv");

        Assert.Single(Found(city, $"rejected/{SmallCity.Survey}/R4", "*-誤り.csv.問題点.csv"));
        var reason = Assert.Single(Found(city, "rejected/別の調査/2020", "*-unknown.csv.理由.txt"));
        Assert.Contains("「別の調査 令和2年度」の符号表がありません", await File.ReadAllTextAsync(reason), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(city.Drop, SmallCity.Survey, "2020", "half.csv.part")));
        Assert.False(File.Exists(Path.Combine(city.Drop, "slip.csv.受付票.csv")));
        await city.UntilIdleAsync();
        Assert.Equal(3, (await ImportsAsync(city)).Count);
        Assert.Equal(6, (await city.StateAsync()).Count);
    }

    [Fact]
    public async Task A_growing_file_waits_unless_its_mark_says_it_is_complete_and_no_link_is_followed()
    {
        await using var city = await ServiceCity.CreateAsync(false, 2020, 2021, 2022);
        var outside = Path.Combine(city.Folder, "outside");
        Directory.CreateDirectory(outside);
        await File.WriteAllTextAsync(Path.Combine(outside, "secret.csv"), ServiceCity.File(2021));
        Directory.CreateDirectory(Path.Combine(city.Drop, SmallCity.Survey, "2020"));
        Directory.CreateSymbolicLink(Path.Combine(city.Drop, SmallCity.Survey, "2021"), outside);
        File.CreateSymbolicLink(Path.Combine(city.Drop, SmallCity.Survey, "2020", "link.csv"), Path.Combine(outside, "secret.csv"));
        var growing = Path.Combine(city.Drop, SmallCity.Survey, "2020", "slow.csv");
        using var service = city.Serve(("DropFolder", city.Drop));
        await File.WriteAllTextAsync(growing, "問1,性別\r\n");
        await service.ListeningAsync();
        var marked = Lay(city, $"{SmallCity.Survey}/2022/marked.csv", ServiceCity.File(2022));
        await File.WriteAllTextAsync(marked + ".done", "");
        for (var row = 0; row < 40; row++)
        {
            await File.AppendAllTextAsync(growing, "1,2\r\n");
            await Task.Delay(100);
        }

        await UntilThere(city, service, $"accepted/{SmallCity.Survey}/2020", "*-slow.csv");
        await UntilThere(city, service, $"accepted/{SmallCity.Survey}/2022", "*-marked.csv");
        var runs = await ImportsAsync(city);
        Assert.Equal(2, runs.Count);
        Assert.All(runs, r => Assert.Equal((RunState.Succeeded, 40), (r.State, r.RowsIn)));
        Assert.False(File.Exists(marked + ".done"));
        Assert.True(File.Exists(Path.Combine(outside, "secret.csv")));
    }

    [Fact]
    public async Task A_file_that_grows_by_a_byte_a_second_is_taken_when_it_has_stopped_growing()
    {
        await using var city = await ServiceCity.CreateAsync(false, 2020);
        using var service = city.Serve(("DropFolder", city.Drop), ("DropInterval", "00:00:03"));
        await service.ListeningAsync();
        var path = Lay(city, $"{SmallCity.Survey}/2020/回答.csv", ServiceCity.File(2020));
        foreach (var letter in "1,1\r\n1,2\r\n")
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            await File.AppendAllTextAsync(path, letter.ToString());
        }

        Assert.Empty(await city.RunsAsync());
        await UntilThere(city, service, $"accepted/{SmallCity.Survey}/2020", "*-回答.csv");
        Assert.Equal((RunState.Succeeded, 42), ((await ImportsAsync(city)).Single().State, (await ImportsAsync(city)).Single().RowsIn));
    }

    private static async Task<List<Run>> ImportsAsync(ServiceCity city) => [.. (await city.RunsAsync()).Where(r => r.Request.Kind is RunKind.Import)];

    private static string Lay(ServiceCity city, string name, string text)
    {
        var path = Path.Combine(city.Drop, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private static string[] Found(ServiceCity city, string place, string pattern) =>
        Directory.Exists(Path.Combine(city.Drop, place)) ? Directory.GetFiles(Path.Combine(city.Drop, place), pattern) : [];

    private static Task UntilThere(ServiceCity city, ServiceProcess service, string place, string pattern) =>
        ServiceProcess.UntilAsync(() => Task.FromResult(Found(city, place, pattern).Length == 1), () => $"{place}/{pattern} is not there: {service.Log}");
}
