using System.Text;
using System.Text.Json;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Tests.Scenarios;

namespace SurveyCalc.Tests.Api;

/// <summary>What must not be published does not leave over HTTP (秘匿), though each call reads only what it was asked for.</summary>
public sealed class WithheldApiTests(ServiceRun service) : IClassFixture<ServiceRun>
{
    [Fact]
    public async Task A_withheld_figure_and_the_change_against_it_leave_without_numbers()
    {
        var city = SmallCity.Define([2020, 2021], SmallCity.SameSeries(2020), SmallCity.SameSeries(2021)) with { Surveys = [new SurveySettings { Survey = SmallCity.Survey, MinimumBase = 10 }] };
        await service.Store.SaveDefinitionsAsync(DefinitionItems.Of(city), DateTimeOffset.UnixEpoch, "tester", CancellationToken.None);
        using var client = await service.ClientAsync();
        await SendAsync("2020", [.. SmallCity.Rows(4, "1,2"), .. SmallCity.Rows(3, "3,1")]);
        await SendAsync("2021", [.. SmallCity.Rows(30, "1,2"), .. SmallCity.Rows(20, "3,1")]);

        foreach (var path in new[] { "/api/indicators/A/actuals", "/api/indicators/A/actuals?as_of=2200-01-01T00:00:00Z", "/api/changes" })
        {
            var items = JsonDocument.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative))).RootElement.GetProperty("items").EnumerateArray()
                .Select(i => i.TryGetProperty("actual", out var actual) ? actual : i).Where(i => i.GetProperty("indicator").GetString() == "A").ToList();
            var (small, large) = (items.First(i => i.GetProperty("year").GetInt32() == 2020), items.Last(i => i.GetProperty("year").GetInt32() == 2021));
            Assert.True(small.GetProperty("isWithheld").GetBoolean());
            Assert.Equal("回答者が公表下限(10人)より少ないため公表しません。", small.GetProperty("noValueReason").GetString());
            Assert.Equal(["year", "revision"], small.EnumerateObject().Where(p => p.Value.ValueKind is JsonValueKind.Number).Select(p => p.Name));
            Assert.Equal((60.0m, 50), (large.GetProperty("value").GetDecimal(), large.GetProperty("denominator").GetInt32()));
            Assert.Equal(SuppressionGate.EarlierWithheld, large.GetProperty("changeReason").GetString());
            foreach (var member in new[] { "change", "changeExact", "changeOfPrinted", "changeLower", "pValue", "adjustedPValue" }) Assert.Equal(JsonValueKind.Null, large.GetProperty(member).ValueKind);
        }

        var csv = (await client.GetStringAsync(new Uri("/api/indicators/A/actuals?format=csv", UriKind.Relative))).Split("\r\n");
        Assert.Contains(",,,回答者が公表下限(10人)より少ないため公表しません。,,,", csv[1], StringComparison.Ordinal);

        async Task SendAsync(string year, string[] rows)
        {
            using var form = ServiceRun.Form(Encoding.UTF8.GetBytes("問1,性別\r\n" + string.Join("\r\n", rows) + "\r\n"), SmallCity.Survey, year);
            using var answer = await client.PostAsync(new Uri("/api/uploads", UriKind.Relative), form);
            var run = await service.EndOfAsync(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetInt64());
            Assert.True(run.State is RunState.Succeeded, run.Message);
        }
    }
}
