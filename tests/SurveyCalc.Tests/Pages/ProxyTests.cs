using System.Net;
using System.Text.RegularExpressions;
using SurveyCalc.Indicators.Access;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Tests.Api;

namespace SurveyCalc.Tests.Pages;

/// <summary>The pages behind a TLS proxy on the same machine, and what a person does with a run that stopped.</summary>
public sealed class ProxyTests(IdleServiceRun service) : IClassFixture<IdleServiceRun>
{
    private const AccessScope All = AccessScope.Read | AccessScope.Upload | AccessScope.Operate;

    [Theory]
    [InlineData("https", true)]
    [InlineData("http", false)]
    public async Task Cookies_are_secure_where_the_proxy_speaks_tls(string scheme, bool isSecure)
    {
        var name = $"代理{scheme}";
        await service.AddAccountAsync(name, All);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = service.Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.7");
        using var page = await client.GetAsync(new Uri("/sign-in", UriKind.Relative));
        var form = Assert.Single(CookiesOf(page));
        var token = WebUtility.HtmlDecode(Regex.Match(await page.Content.ReadAsStringAsync(), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/sign-in", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([new("name", name), new("password", ServiceRun.Password), new("return", "/ops"), new("__RequestVerificationToken", token)]),
        };
        request.Headers.Add("Cookie", form.Split(';')[0]);
        using var signedIn = await client.SendAsync(request);
        Assert.Equal((HttpStatusCode.Found, "/ops"), (signedIn.StatusCode, signedIn.Headers.Location!.ToString()));
        var person = Assert.Single(CookiesOf(signedIn), c => c.StartsWith("surveycalc=", StringComparison.Ordinal));
        foreach (var cookie in new[] { form, person })
        {
            Assert.Equal(isSecure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
            Assert.Contains("; samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        }

        using var sentToSignIn = await client.GetAsync(new Uri("/ops", UriKind.Relative));
        Assert.StartsWith($"{scheme}://{service.Address.Authority}/sign-in", sentToSignIn.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_button_of_a_stopped_run_lets_it_wait_again()
    {
        await service.AddAccountAsync("再実行", All);
        await service.Ledger.RequestAsync(new RunRequest(RunKind.Nightly, "nightly/停止", null, "試験"), CancellationToken.None);
        var taken = (await service.Ledger.TakeAsync("test", TimeSpan.FromHours(1), CancellationToken.None))!;
        await service.Ledger.FailAsync(new Lease(taken.Id, taken.Epoch), "空きがありません。", null, CancellationToken.None);
        using var visit = new PageVisit(service);
        using var signedIn = await visit.SignInAsync("再実行", path: "/ops");
        using var page = await visit.GetAsync("/ops");
        Assert.Contains($"aria-label=\"処理 {taken.Id} をもう一度行う\"", visit.Text, StringComparison.Ordinal);
        Assert.Contains("空きがありません。", visit.Text, StringComparison.Ordinal);
        using var revived = await visit.PostAsync($"/ops/runs/{taken.Id}/revive");
        Assert.Equal((HttpStatusCode.Found, "/ops"), (revived.StatusCode, revived.Headers.Location!.ToString()));
        Assert.Equal(RunState.Waiting, (await service.Ledger.FindRunAsync(taken.Id, CancellationToken.None))!.State);
        using var after = await visit.GetAsync("/ops");
        using var again = await visit.PostAsync($"/ops/runs/{taken.Id}/revive");
        Assert.Equal((409, "SC-H043"), ((await ServiceRun.ProblemAsync(again)).Status, (await ServiceRun.ProblemAsync(again)).Code));
    }

    private static IEnumerable<string> CookiesOf(HttpResponseMessage answer) => answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];
}
