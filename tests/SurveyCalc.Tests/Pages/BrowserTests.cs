using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SurveyCalc.Indicators.Access;
using SurveyCalc.Indicators.Deliveries;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Tests.Api;
using SurveyCalc.Tests.Service;
using SurveyCalc.Worker;
using SurveyCalc.Worker.Webhooks;

namespace SurveyCalc.Tests.Pages;

/// <summary>The pages as a planner uses them, in a real browser.</summary>
public sealed class BrowserTests(ServiceRun service) : IClassFixture<ServiceRun>
{
    [ChromiumFact]
    public async Task A_planner_signs_in_sends_files_and_reads_what_became_of_them()
    {
        await service.AddAccountAsync("企画課", AccessScope.Read | AccessScope.Upload | AccessScope.Operate);
        var folder = Directory.CreateTempSubdirectory("surveycalc-").FullName;
        var (good, bad) = (Path.Combine(folder, "市民意識調査 R2.csv"), Path.Combine(folder, "誤り.csv"));
        await File.WriteAllBytesAsync(good, ServiceRun.DemoFile("令和2年度"));
        await File.WriteAllTextAsync(bad, Encoding.UTF8.GetString(ServiceRun.DemoFile("令和2年度")).Replace(",1,", ",77,", StringComparison.Ordinal));
        await using (var browser = await Chromium.StartAsync())
        {
            await browser.OpenAsync(new Uri(service.Address, "/upload"));
            await browser.PictureAsync("1-sign-in");
            await browser.TypeAsync("#name", "企画課");
            await browser.TypeAsync("#password", "wrong password");
            await browser.ClickAsync("main button");
            await browser.WaitForAsync("名前かパスワードが違います。");
            await browser.TypeAsync("#password", ServiceRun.Password);
            await browser.ClickAsync("main button");
            await browser.WaitForAsync("登録されている調査と年度");

            await SendAsync(browser, bad);
            var refused = await browser.WaitForAsync("不受理");
            await browser.PictureAsync("2-rejected");
            Assert.Contains("問題点の一覧(CSV)", refused, StringComparison.Ordinal);
            Assert.Contains("何も保存していません", refused, StringComparison.Ordinal);

            await browser.OpenAsync(new Uri(service.Address, "/upload"));
            await SendAsync(browser, good);
            var done = await browser.WaitForAsync("指標への影響");
            await browser.PictureAsync("3-succeeded");
            Assert.Contains("1,012人の回答を取り込み、22件の実績を書きました。", done, StringComparison.Ordinal);
            Assert.Contains("55.2%(n=", done, StringComparison.Ordinal);

            await browser.OpenAsync(new Uri(service.Address, "/upload"));
            await browser.PictureAsync("4-upload");
            await DeliverAsync();
            await browser.OpenAsync(new Uri(service.Address, "/ops"));
            await browser.ClickAsync("main form button");
            await ServiceProcess.UntilAsync(
                async () => (await Runs.GetRunsAsync(100, null, CancellationToken.None)).Any(r => r.Request is { Kind: RunKind.Nightly, By: "企画課" }), () => "Nothing is recomputed.");
            await browser.OpenAsync(new Uri(service.Address, "/ops"));
            await browser.WaitForAsync("最近の処理");
            await browser.PictureAsync("5-ops");
            await browser.ClickAsync("[aria-label='財政システム: 断念した分を送り直す']");
            await ServiceProcess.UntilAsync(
                async () => (await Deliveries.NextAsync("財政システム", "node", TimeSpan.FromMinutes(1), CancellationToken.None))!.Sequence == 2,
                () => "What was given up is not sent again.");
        }

        Directory.Delete(folder, recursive: true);
    }

    private IRunLedger Runs => service.App.Services.GetRequiredService<IRunLedger>();

    private IDeliveryLedger Deliveries => service.App.Services.GetRequiredService<IDeliveryLedger>();

    /// <summary>A destination that failed once, one that waits, and one that is gone.</summary>
    private async Task DeliverAsync()
    {
        foreach (var (name, failure, delay) in new[]
        {
            ("財政システム", "HTTP 503", (TimeSpan?)null), ("公開サイト", WebhookTexts.TimedOut, TimeSpan.FromHours(2)), ("旧システム", WebhookTexts.Gone, DeliveryPolicy.ForGood),
        })
        {
            await Deliveries.NextAsync(name, "node", TimeSpan.FromMinutes(1), CancellationToken.None);
            await Deliveries.DeliveredAsync(name, 1, CancellationToken.None);
            await Deliveries.NextAsync(name, "node", TimeSpan.FromMinutes(1), CancellationToken.None);
            await Deliveries.FailedAsync(name, 2, failure, delay, CancellationToken.None);
        }

        service.App.Services.GetRequiredService<IOptions<SurveyCalcOptions>>().Value.Webhooks
            .Add(new WebhookOptions { Name = "公開サイト", Url = "https://hooks.city.example.jp/surveycalc?code=secret" });
    }

    private static async Task SendAsync(Chromium browser, string file)
    {
        await browser.TypeAsync("#survey", ServiceRun.Survey);
        await browser.TypeAsync("#year", "令和2年度");
        await browser.TypeAsync("#file", file);
        await browser.ClickAsync("main button");
    }
}
