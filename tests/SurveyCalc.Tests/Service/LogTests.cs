using System.Text.Json;
using SurveyCalc.Indicators.Runs;

namespace SurveyCalc.Tests.Service;

/// <summary>The log of a service as a collector of logs reads it.</summary>
[Collection(ServiceProcesses.Name)]
public sealed class LogTests
{
    [Fact]
    public async Task Lines_of_json_name_runs_and_hold_no_answer()
    {
        const string canary = "金糸雀8931";
        await using var city = await ServiceCity.CreateAsync(false, 2020, 2021);
        using var service = city.Serve(("LogFormat", "json"), ("DropFolder", city.Drop));
        await service.SaysAsync("Listening on");
        var bad = await city.ReceiveAsync(2020, $"問1,性別\r\n1,1\r\n{canary},2\r\n");
        var broken = await city.ReceiveAsync(2021);
        File.Delete(Path.Combine(city.Data, "staging", broken.Request.File!.Sha256 + ".csv"));
        await city.UntilAsync(bad.Id, RunState.Rejected, service);
        await service.SaysAsync("failed in attempt");
        Assert.Equal(0, await service.StopAsync());

        var lines = service.Log.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var ended = Assert.Single(lines, l => l.GetProperty("Message").GetString()!.StartsWith($"Run {bad.Id} (Import) ended Rejected", StringComparison.Ordinal));
        Assert.Equal(("Information", bad.Id), (ended.GetProperty("LogLevel").GetString(), ended.GetProperty("State").GetProperty("RunId").GetInt64()));
        Assert.Matches("^[0-9-]{10}T[0-9:]{8}Z$", ended.GetProperty("Timestamp").GetString());
        Assert.DoesNotContain(lines, l => Texts(l).Any(t => t.Contains(canary, StringComparison.Ordinal)));
    }

    /// <summary>All texts, whatever escapes they were written with.</summary>
    private static IEnumerable<string> Texts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Texts(p.Value).Append(p.Name)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
        _ => [json.ToString()],
    };
}
