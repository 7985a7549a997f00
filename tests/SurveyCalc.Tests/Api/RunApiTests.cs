using System.Net;
using System.Text;
using System.Text.Json;
using SurveyCalc.Indicators.Access;
using SurveyCalc.Indicators.Runs;

namespace SurveyCalc.Tests.Api;

/// <summary>Runs over HTTP, with nobody working on them.</summary>
public sealed class RunApiTests(IdleServiceRun service) : IClassFixture<IdleServiceRun>
{
    private static readonly Uri Runs = new("/api/runs", UriKind.Relative);

    [Fact]
    public async Task Asked_twice_under_one_key_is_one_run_and_another_wave_under_it_is_refused()
    {
        using var client = await service.ClientAsync(AccessScope.Operate | AccessScope.Read);
        client.DefaultRequestHeaders.Add("Idempotency-Key", "once");
        using var first = await client.PostAsync(Runs, null);
        using var second = await client.PostAsync(Runs, null);
        Assert.Equal((HttpStatusCode.Accepted, first.Headers.Location), (second.StatusCode, second.Headers.Location));
        using var wave = new StringContent("""{"survey":"市民意識調査","year":"R2"}""", Encoding.UTF8, "application/json");
        using var other = await client.PostAsync(Runs, wave);
        Assert.Equal((422, "SC-H051"), ((await ServiceRun.ProblemAsync(other)).Status, (await ServiceRun.ProblemAsync(other)).Code));
        var run = JsonDocument.Parse(await client.GetStringAsync(first.Headers.Location)).RootElement;
        Assert.Equal(("夜間処理", "待機"), (run.GetProperty("kindText").GetString(), run.GetProperty("stateText").GetString()));
    }

    [Fact]
    public async Task Only_a_dead_run_can_be_revived()
    {
        using var client = await service.ClientAsync(AccessScope.Operate);
        using var asked = await client.PostAsync(Runs, null);
        var id = JsonDocument.Parse(await asked.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetInt64();
        var revive = new Uri($"/api/runs/{id}/revive", UriKind.Relative);
        using var early = await client.PostAsync(revive, null);
        Assert.Equal((409, "SC-H043", $"止まった処理ではありません: 処理番号 {id} は停止していないので、やり直す必要はありません。/api/runs で状態を確かめてください。"), await ServiceRun.ProblemAsync(early));
        while (await service.Ledger.TakeAsync("test", TimeSpan.FromHours(1), CancellationToken.None) is { } taken)
            await service.Ledger.FailAsync(new Lease(taken.Id, taken.Epoch), "試験", null, CancellationToken.None);
        using var revived = await client.PostAsync(revive, null);
        Assert.Equal(HttpStatusCode.Accepted, revived.StatusCode);
        Assert.Equal(RunState.Waiting, (await service.Ledger.FindRunAsync(id, CancellationToken.None))!.State);
    }

    [Fact]
    public async Task A_body_that_is_no_json_and_an_unknown_run_are_refused()
    {
        using var client = await service.ClientAsync(AccessScope.Operate | AccessScope.Read);
        using var body = new StringContent("survey=x", Encoding.UTF8, "application/json");
        using var malformed = await client.PostAsync(Runs, body);
        Assert.Equal((400, "SC-H052", "依頼の内容を読めません: JSON で {\"survey\":\"市民意識調査\",\"year\":\"R2\"} のように送ってください。全体の再計算なら内容は空で構いません。"), await ServiceRun.ProblemAsync(malformed));
        using var unknown = await client.GetAsync(new Uri("/api/runs/999999", UriKind.Relative));
        Assert.Equal((404, "SC-H042", "その処理はありません: 処理番号 999999 はありません。/api/runs で確かめてください。"), await ServiceRun.ProblemAsync(unknown));
    }
}
