using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Access;
using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Tests.Api;

/// <summary>Published figures over HTTP.</summary>
public sealed class IndicatorApiTests(ServiceRun service) : IClassFixture<ServiceRun>
{
    private const string Code = "S1-2-1";

    private async Task<HttpClient> FilledAsync()
    {
        using var sender = await service.ClientAsync(AccessScope.Upload);
        await service.UploadAsync(sender, "令和2年度");
        await service.UploadAsync(sender, "令和3年度");
        return await service.ClientAsync(AccessScope.Read);
    }

    [Fact]
    public async Task Actuals_come_in_pages_with_a_cursor_as_json_and_as_csv()
    {
        using var client = await FilledAsync();
        var first = await JsonAsync(client, $"/api/indicators/{Code}/actuals?limit=1");
        Assert.Equal((2020, "令和2年度", 55.2m), (first.GetProperty("items")[0].GetProperty("year").GetInt32(), first.GetProperty("items")[0].GetProperty("fiscalYear").GetString(), first.GetProperty("items")[0].GetProperty("value").GetDecimal()));
        var second = await JsonAsync(client, $"/api/indicators/{Code}/actuals?limit=1&cursor={first.GetProperty("next").GetString()}");
        Assert.Equal(2021, second.GetProperty("items")[0].GetProperty("year").GetInt32());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        var csv = await client.GetAsync(new Uri($"/api/indicators/{Code}/actuals?format=csv&year=R2&status=速報", UriKind.Relative));
        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
        var lines = (await csv.Content.ReadAsStringAsync()).TrimEnd().Split("\r\n");
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("指標コード,指標名,調査,年度,", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_of_gives_the_revisions_recorded_by_then()
    {
        using var client = await FilledAsync();
        Assert.Equal(0, (await JsonAsync(client, $"/api/indicators/{Code}/actuals?as_of=2020-01-01T00:00:00Z")).GetProperty("items").GetArrayLength());
        Assert.Equal(2, (await JsonAsync(client, $"/api/indicators/{Code}/actuals?as_of=2200-01-01T09:00:00%2B09:00")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task An_unchanged_answer_is_304_under_its_tag()
    {
        using var client = await FilledAsync();
        using var first = await client.GetAsync(new Uri($"/api/indicators/{Code}/actuals", UriKind.Relative));
        Assert.False(first.Headers.ETag!.IsWeak);
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag);
        using var again = await client.GetAsync(new Uri($"/api/indicators/{Code}/actuals", UriKind.Relative));
        using var other = await client.GetAsync(new Uri($"/api/indicators/{Code}/actuals?year=R2", UriKind.Relative));
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (again.StatusCode, other.StatusCode));
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
    }

    [Theory]
    [InlineData("/api/indicators")]
    [InlineData("/api/indicators/S1-2-1/actuals")]
    [InlineData("/api/indicators/S1-2-1/actuals?format=csv")]
    [InlineData("/api/changes")]
    public async Task A_tag_holds_until_something_is_written(string path)
    {
        using var client = await FilledAsync();
        client.DefaultRequestHeaders.IfNoneMatch.Add(await TagAsync());
        await service.Store.SaveDefinitionsAsync(
            [new DefinitionItem(DefinitionKind.Survey, path, CanonicalJson.Write(new SurveySettings { Survey = path }), CanonicalJson.Hash(path))], DateTimeOffset.UnixEpoch, "tester", CancellationToken.None);
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain(answer.Headers.ETag, client.DefaultRequestHeaders.IfNoneMatch);

        async Task<EntityTagHeaderValue> TagAsync()
        {
            using var first = await client.GetAsync(new Uri(path, UriKind.Relative));
            return first.Headers.ETag!;
        }
    }

    [Fact]
    public async Task Changes_come_in_the_order_of_the_chain_without_gaps()
    {
        using var client = await FilledAsync();
        var (after, seen) = (0L, new List<long>());
        for (var hasMore = true; hasMore;)
        {
            var page = await JsonAsync(client, $"/api/changes?after={after}&limit=7");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("sequence").GetInt64()));
            (after, hasMore) = (page.GetProperty("next").GetInt64(), page.GetProperty("hasMore").GetBoolean());
        }

        Assert.True(seen.Count >= 44, $"{seen.Count} changes.");
        Assert.Equal(Enumerable.Range(1, seen.Count).Select(i => (long)i), seen);
    }

    [Fact]
    public async Task Csv_is_given_to_whoever_accepts_only_csv()
    {
        using var client = await service.ClientAsync(AccessScope.Read);
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        using var answer = await client.GetAsync(new Uri($"/api/indicators/{Code}/actuals", UriKind.Relative));
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("cursor=%25%25", "SC-H030", "続きの位置を読めません: cursor が正しくありません。前の応答にあった値をそのまま使うか、付けずに最初から読んでください。")]
    [InlineData("cursor=YWJj", "SC-H030", "続きの位置を読めません: cursor が正しくありません。前の応答にあった値をそのまま使うか、付けずに最初から読んでください。")]
    [InlineData("as_of=yesterday", "SC-H031", "日時を読めません: as_of「yesterday」を読めません。2026-11-22T02:00:00Z のように、時差まで書いてください(+ はURLでは %2B と書きます)。")]
    [InlineData("as_of=2026-11-22T02:00:00", "SC-H031", "日時を読めません: as_of「2026-11-22T02:00:00」を読めません。2026-11-22T02:00:00Z のように、時差まで書いてください(+ はURLでは %2B と書きます)。")]
    [InlineData("limit=0", "SC-H032", "件数が正しくありません: limit は 1 から 1,000 までの整数にしてください。")]
    [InlineData("status=draft", "SC-H033", "絞り込みの値が正しくありません: status「draft」は使えません。preliminary、final、corrected のどれかにしてください。")]
    [InlineData("format=xml", "SC-H033", "絞り込みの値が正しくありません: format「xml」は使えません。csv、json のどれかにしてください。")]
    public async Task A_malformed_question_is_answered_with_400(string query, string code, string text)
    {
        using var client = await service.ClientAsync(AccessScope.Read);
        using var answer = await client.GetAsync(new Uri($"/api/indicators/{Code}/actuals?{query}", UriKind.Relative));
        Assert.Equal((400, code, text), await ServiceRun.ProblemAsync(answer));
    }

    [Fact]
    public async Task An_unknown_indicator_and_a_malformed_sequence_are_refused()
    {
        using var client = await service.ClientAsync(AccessScope.Read);
        using var unknown = await client.GetAsync(new Uri("/api/indicators/Z9/actuals", UriKind.Relative));
        Assert.Equal((404, "SC-H040", "その指標はありません: 指標「Z9」は登録されていません。/api/indicators で確かめてください。"), await ServiceRun.ProblemAsync(unknown));
        using var year = await client.GetAsync(new Uri($"/api/indicators/{Code}/actuals?year=来年", UriKind.Relative));
        Assert.Equal((422, "SC-H020", "年度を読めません: 年度「来年」を読めません。令和2年度、R2、2020 のように書いてください。"), await ServiceRun.ProblemAsync(year));
        using var beyond = await client.GetAsync(new Uri($"/api/indicators/{Code}/actuals?cursor=OTk5OTk5OTk5OTkKeA", UriKind.Relative)); // year 99999999999
        Assert.Equal("""{"items":[],"next":null}""", await beyond.Content.ReadAsStringAsync());
        using var before = await client.GetAsync(new Uri("/api/runs?before=x", UriKind.Relative));
        Assert.Equal((400, "SC-H030", "続きの位置を読めません: before が正しくありません。前の応答にあった値をそのまま使うか、付けずに最初から読んでください。"), await ServiceRun.ProblemAsync(before));
        using var malformed = await client.GetAsync(new Uri("/api/changes?after=-1", UriKind.Relative));
        Assert.Equal((400, "SC-H030", "続きの位置を読めません: after が正しくありません。前の応答にあった値をそのまま使うか、付けずに最初から読んでください。"), await ServiceRun.ProblemAsync(malformed));
    }

    private static async Task<JsonElement> JsonAsync(HttpClient client, string path) =>
        JsonDocument.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative))).RootElement;
}
