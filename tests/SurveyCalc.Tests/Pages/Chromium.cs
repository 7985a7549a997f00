using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace SurveyCalc.Tests.Pages;

/// <summary>A headless Chromium, driven over the WebDriver protocol by its own driver.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";
    private const string Driver = "/usr/bin/chromedriver";
    private const string ElementKey = "element-6066-11e4-a52e-4f735466cecf";

    private readonly string profile = Directory.CreateTempSubdirectory("surveycalc-chromium-").FullName;
    private readonly Process process;
    private readonly HttpClient driver;
    private string session = "";

    private Chromium(Process process, int port) =>
        (this.process, driver) = (process, new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") });

    public static bool IsMissing => !File.Exists(Program) || !File.Exists(Driver);

    public static async Task<Chromium> StartAsync()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        var browser = new Chromium(Process.Start(new ProcessStartInfo(Driver, [$"--port={port}", "--log-level=OFF"]) { RedirectStandardOutput = true, RedirectStandardError = true })!, port);
        for (var i = 0; i < 200; i++)
        {
            try
            {
                using var status = await browser.driver.GetAsync(new Uri("status", UriKind.Relative));
                break;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50);
            }
        }

        string[] args =
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--disable-dev-shm-usage", "--window-size=1100,1000", $"--user-data-dir={browser.profile}",
        ];
        var options = new Dictionary<string, object> { ["binary"] = Program, ["args"] = args };
        var started = await browser.PostAsync("session", new { capabilities = new { alwaysMatch = new Dictionary<string, object> { ["browserName"] = "chrome", ["goog:chromeOptions"] = options } } });
        browser.session = $"session/{started.GetProperty("sessionId").GetString()}/";
        return browser;
    }

    public Task OpenAsync(Uri page) => PostAsync($"{session}url", new { url = page.ToString() });

    /// <summary>Types into a field, chooses in a list, or names the file of a file field.</summary>
    public async Task TypeAsync(string css, string text) => await PostAsync($"{session}element/{await FindAsync(css)}/value", new { text });

    public async Task ClickAsync(string css) => await PostAsync($"{session}element/{await FindAsync(css)}/click", new { });

    /// <summary>The text that a person sees.</summary>
    public async Task<string> TextAsync() => (await PostAsync($"{session}execute/sync", new { script = "return document.body.innerText", args = Array.Empty<object>() })).GetString()!;

    /// <summary>Waits until the page shows a text.</summary>
    public async Task<string> WaitForAsync(string text)
    {
        var seen = "";
        for (var i = 0; i < 300; i++)
        {
            seen = await TextAsync();
            if (seen.Contains(text, StringComparison.Ordinal)) return seen;
            await Task.Delay(100);
        }

        throw new TimeoutException($"'{text}' did not appear in:\n{seen}");
    }

    /// <summary>Keeps a picture in the folder of <c>TEST_PICTURES</c>, when it is set, for a person to look at.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("TEST_PICTURES") is not { Length: > 0 } folder) return;
        using var answer = await driver.GetAsync(new Uri($"{session}screenshot", UriKind.Relative));
        var png = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("value").GetString()!;
        await File.WriteAllBytesAsync(Path.Combine(folder, name + ".png"), Convert.FromBase64String(png));
    }

    public async ValueTask DisposeAsync()
    {
        if (session.Length > 0) (await driver.DeleteAsync(new Uri(session.TrimEnd('/'), UriKind.Relative))).Dispose();
        driver.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(profile, recursive: true);
    }

    private async Task<string> FindAsync(string css) =>
        (await PostAsync($"{session}element", new Dictionary<string, string> { ["using"] = "css selector", ["value"] = css })).GetProperty(ElementKey).GetString()!;

    private async Task<JsonElement> PostAsync(string path, object body)
    {
        // The driver reads no chunked bodies.
        using var content = new StringContent(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json");
        using var answer = await driver.PostAsync(new Uri(path, UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {text}");
        return JsonDocument.Parse(text).RootElement.GetProperty("value");
    }
}
