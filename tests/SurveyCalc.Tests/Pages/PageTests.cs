using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Access;
using SurveyCalc.Indicators.Deliveries;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Tests.Api;
using SurveyCalc.Worker.Webhooks;
using static SurveyCalc.Tests.Contracts.StoreSamples;

namespace SurveyCalc.Tests.Pages;

/// <summary>The pages as a browser gets them.</summary>
public sealed class PageTests(ServiceRun service) : IClassFixture<ServiceRun>
{
    private const AccessScope All = AccessScope.Read | AccessScope.Upload | AccessScope.Operate;

    [Fact]
    public async Task Whoever_is_not_signed_in_is_sent_to_the_sign_in_and_back()
    {
        await service.AddAccountAsync("往復", All);
        using var visit = new PageVisit(service);
        using var sent = await visit.GetAsync("/ops");
        Assert.Equal($"{service.Address}sign-in?return=%2Fops", sent.Headers.Location!.ToString());
        using var signedIn = await visit.SignInAsync("往復", path: "/ops");
        Assert.Equal((HttpStatusCode.Found, "/ops"), (signedIn.StatusCode, signedIn.Headers.Location!.ToString()));
        using var page = await visit.GetAsync("/ops");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("<h1>運用</h1>", visit.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.com/")]
    [InlineData("//example.com")]
    [InlineData("/\\example.com")]
    public async Task A_sign_in_leads_nowhere_else(string path)
    {
        await service.AddAccountAsync("案内", All);
        using var visit = new PageVisit(service);
        using var signedIn = await visit.SignInAsync("案内", path: path);
        Assert.Equal("/", signedIn.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_even_for_the_right_one()
    {
        await service.AddAccountAsync("鍵", All);
        using var visit = new PageVisit(service);
        for (var i = 0; i < 4; i++)
        {
            using var wrong = await visit.SignInAsync("鍵", "wrong password");
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
            Assert.Contains("名前かパスワードが違います。確かめてもう一度入れてください。", visit.Text, StringComparison.Ordinal);
        }

        using var fifth = await visit.SignInAsync("鍵", "wrong password");
        using var right = await visit.SignInAsync("鍵");
        Assert.Equal(HttpStatusCode.Unauthorized, right.StatusCode);
        Assert.Matches("続けて5回間違えたため、[0-9-]+ [0-9:]+までサインインできません。", visit.Text);
        var account = await service.Access.FindAccountAsync("鍵", CancellationToken.None);
        await service.Access.SaveAccountAsync(account! with { LockedUntil = DateTimeOffset.UnixEpoch }, CancellationToken.None);
        using var later = await visit.SignInAsync("鍵");
        Assert.Equal(HttpStatusCode.Found, later.StatusCode);
    }

    [Fact]
    public async Task A_disabled_account_loses_its_open_pages_at_once()
    {
        await service.AddAccountAsync("退職", All);
        using var visit = new PageVisit(service);
        using var signedIn = await visit.SignInAsync("退職");
        var account = await service.Access.FindAccountAsync("退職", CancellationToken.None);
        await service.Access.SaveAccountAsync(account! with { IsDisabled = true }, CancellationToken.None);
        using var page = await visit.GetAsync("/upload");
        Assert.Equal(HttpStatusCode.Found, page.StatusCode);
    }

    [Fact]
    public async Task Too_little_scope_leads_to_a_page_that_says_so()
    {
        await service.AddAccountAsync("取込だけ", AccessScope.Upload);
        using var visit = new PageVisit(service);
        using var signedIn = await visit.SignInAsync("取込だけ");
        using var refused = await visit.GetAsync("/ops");
        using var page = await visit.GetAsync(refused.Headers.Location!.PathAndQuery);
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Contains("この画面を使う権限がありません。必要なときは管理者に頼んでください。", visit.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    [InlineData("/ops/runs")]
    [InlineData("/ops/runs/1/revive")]
    [InlineData("/ops/webhooks/replay")]
    public async Task A_form_from_elsewhere_is_refused(string path)
    {
        await service.AddAccountAsync("偽造", All);
        using var visit = new PageVisit(service);
        using var signedIn = await visit.SignInAsync("偽造");
        var before = (await service.Ledger.GetRunsAsync(1000, null, CancellationToken.None)).Count;
        using var answer = await visit.SendAsync(path, new FormUrlEncodedContent([KeyValuePair.Create("name", "偽造"), KeyValuePair.Create("password", ServiceRun.Password)]));
        Assert.Equal((400, "SC-H060", "画面の有効期限が切れました: 画面を開き直して、もう一度行ってください。何も受け付けていません。"), await ServiceRun.ProblemAsync(answer));
        Assert.Equal(before, (await service.Ledger.GetRunsAsync(1000, null, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task An_upload_from_elsewhere_is_refused_before_its_file_is_read()
    {
        await service.AddAccountAsync("偽造取込", All);
        using var visit = new PageVisit(service);
        using var signedIn = await visit.SignInAsync("偽造取込");
        using var answer = await visit.SendAsync("/upload", visit.Upload(ServiceRun.DemoFile("令和2年度"), "令和2年度", token: "forged"));
        Assert.Equal("SC-H060", (await ServiceRun.ProblemAsync(answer)).Code);
    }

    [Fact]
    public async Task Every_page_forbids_scripts_frames_and_other_origins_and_its_cookies_stay_here()
    {
        await service.AddAccountAsync("安全", All);
        using var visit = new PageVisit(service);
        using var signedIn = await visit.SignInAsync("安全");
        var cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"), c => c.StartsWith("surveycalc=", StringComparison.Ordinal));
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        foreach (var path in new[] { "/sign-in", "/upload", "/ops", "/denied", "/style.css", "/upload/999" })
        {
            using var page = await visit.GetAsync(path);
            Assert.Equal(
                "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
                page.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.DoesNotContain("<script", visit.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch("(src|href|action)=\"(https?:)?//", visit.Text);
            Assert.DoesNotMatch("style=\"", visit.Text);
        }
    }

    [Fact]
    public async Task A_planner_sends_a_file_and_sees_what_it_did_to_the_indicators()
    {
        await service.AddAccountAsync("企画", All);
        using var visit = new PageVisit(service);
        using var signedIn = await visit.SignInAsync("企画");
        using var form = await visit.GetAsync("/upload");
        Assert.Matches("<label for=\"file\">回答ファイル", visit.Text);
        using var sent = await visit.SendAsync("/upload", visit.Upload(ServiceRun.DemoFile("令和2年度"), "令和2年度"));
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        var path = sent.Headers.Location!.ToString();
        var run = await service.EndOfAsync(long.Parse(path.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(("企画", RunState.Succeeded), (run.Request.By, run.State));
        using var page = await visit.GetAsync(path);
        Assert.DoesNotContain("http-equiv=\"refresh\"", visit.Text, StringComparison.Ordinal);
        Assert.Contains("<td>1,012</td><td>1,012</td><td>0</td><td>0</td><td>0</td><td>5</td>", visit.Text, StringComparison.Ordinal);
        Assert.Contains("子育てしやすい環境づくりに対する市民満足度(市民意識調査)</th><td class=\"number\">なし</td><td class=\"number\">55.2%</td><td>速報</td>", visit.Text, StringComparison.Ordinal);

        var corrected = Encoding.UTF8.GetBytes(string.Join('\n', Encoding.UTF8.GetString(ServiceRun.DemoFile("令和2年度")).Split('\n')[..900]) + "\n");
        using var again = await visit.GetAsync("/upload");
        using var second = await visit.SendAsync("/upload", visit.Upload(corrected, "令和2年度"));
        await service.EndOfAsync(long.Parse(second.Headers.Location!.ToString().Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture));
        using var after = await visit.GetAsync(second.Headers.Location!.ToString());
        Assert.Matches("<td class=\"number\">55.2%</td><td class=\"number\">[0-9.]+%</td><td>速報</td>", visit.Text);
    }

    [Fact]
    public async Task An_xlsx_is_answered_on_the_page_with_its_remedy()
    {
        await service.AddAccountAsync("表計算", All);
        using var visit = new PageVisit(service);
        using var signedIn = await visit.SignInAsync("表計算");
        using var form = await visit.GetAsync("/upload");
        using var answer = await visit.SendAsync("/upload", visit.Upload([0x50, 0x4B, 3, 4, 0, 0, 0, 0, 0], "令和2年度"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("中身はExcelブック(xlsx)かzipです。表計算ソフトで「CSV UTF-8(コンマ区切り)」として保存し、そのファイルを送ってください。 [SC-H013]", visit.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_name_is_shown_and_never_run()
    {
        await service.AddAccountAsync("記号", All);
        using var client = await service.ClientAsync(AccessScope.Upload);
        using var form = ServiceRun.Form("記号\r\n1\r\n"u8.ToArray(), fileName: "<b>&x.csv");
        using var sent = await client.PostAsync(new Uri("/api/uploads", UriKind.Relative), form);
        using var visit = new PageVisit(service);
        using var signedIn = await visit.SignInAsync("記号");
        using var page = await visit.GetAsync("/upload");
        Assert.Contains("&lt;b&gt;&amp;x.csv", visit.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", visit.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_now_on_the_page_enters_a_run_by_the_person()
    {
        await service.AddAccountAsync("運用係", All);
        using var visit = new PageVisit(service);
        using var signedIn = await visit.SignInAsync("運用係");
        using var page = await visit.GetAsync("/ops");
        using var started = await visit.PostAsync("/ops/runs");
        Assert.Equal("/ops", started.Headers.Location!.ToString());
        Assert.Contains(await service.Ledger.GetRunsAsync(100, null, CancellationToken.None), r => r.Request is { Kind: RunKind.Nightly, By: "運用係" });
    }

    [Fact]
    public async Task The_operations_page_shows_destinations_sends_again_what_died_and_lets_a_stopped_one_go_on()
    {
        await service.AddAccountAsync("配信係", All);
        var ledger = service.App.Services.GetRequiredService<IDeliveryLedger>();
        await service.App.Services.GetRequiredService<IStore>().AppendActualsAsync([Actual("W1", Wave()), Actual("W2", Wave())], CancellationToken.None);
        foreach (var (name, delay) in new[] { ("会計", (TimeSpan?)null), ("廃止", DeliveryPolicy.ForGood) })
        {
            await ledger.NextAsync(name, "node", TimeSpan.FromMinutes(1), CancellationToken.None);
            await ledger.FailedAsync(name, 1, delay is null ? "HTTP 503" : WebhookTexts.Gone, delay, CancellationToken.None);
        }

        using var visit = new PageVisit(service);
        using var signedIn = await visit.SignInAsync("配信係");
        using var page = await visit.GetAsync("/ops");
        Assert.Matches("<th scope=\"row\">会計<br><span class=\"note\">設定にありません</span></th><td class=\"number\">1</td><td class=\"number\">[0-9]+</td>", visit.Text);
        Assert.Contains("断念あり</span></td><td>1件(1)</td><td class=\"message\">HTTP 503</td>", visit.Text, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"会計: 断念した分を送り直す\"", visit.Text, StringComparison.Ordinal);
        Assert.Contains("停止中</span>", visit.Text, StringComparison.Ordinal);
        Assert.Null(await ledger.NextAsync("廃止", "node", TimeSpan.FromMinutes(1), CancellationToken.None));

        foreach (var name in new[] { "会計", "廃止" })
        {
            using var sent = await visit.PostAsync("/ops/webhooks/replay", ("destination", name));
            Assert.Equal("/ops", sent.Headers.Location!.ToString());
            Assert.Equal(1, (await ledger.NextAsync(name, "node", TimeSpan.FromMinutes(1), CancellationToken.None))!.Sequence);
            await visit.GetAsync("/ops");
        }
    }

    [Fact]
    public async Task Every_field_has_a_label_and_every_table_its_headers()
    {
        await service.AddAccountAsync("誰でも", All);
        using var visit = new PageVisit(service);
        using var signedIn = await visit.SignInAsync("誰でも");
        foreach (var path in new[] { "/sign-in", "/upload", "/ops" })
        {
            using var page = await visit.GetAsync(path);
            Assert.Contains("<html lang=\"ja\">", visit.Text, StringComparison.Ordinal);
            Assert.Single(Regex.Matches(visit.Text, "<h1>"));
            foreach (Match field in Regex.Matches(visit.Text, "<(?:input|select) id=\"([a-z]+)\"")) Assert.Contains($"<label for=\"{field.Groups[1].Value}\">", visit.Text, StringComparison.Ordinal);
            Assert.DoesNotMatch("<th>", visit.Text);
        }
    }
}
