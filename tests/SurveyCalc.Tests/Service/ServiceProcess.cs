using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SurveyCalc.Tests.Service;

/// <summary>A real <c>surveycalc serve</c> on a free port.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly StringBuilder log = new();

    public ServiceProcess(string folder, IEnumerable<(string Key, string Value)> variables, IEnumerable<(string Key, string Value)>? environment = null)
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Url = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}");
        }

        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "surveycalc.dll"), "serve"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["SURVEYCALC_Urls"] = Url.ToString();
        foreach (var (key, value) in variables) start.Environment["SURVEYCALC_" + key] = value;
        foreach (var (key, value) in environment ?? []) start.Environment[key] = value;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Url { get; }

    /// <summary>Everything it said.</summary>
    public string Log
    {
        get
        {
            lock (log) return log.ToString();
        }
    }

    public Task ListeningAsync() => SaysAsync("受け付けています");

    public Task SaysAsync(string text) => UntilAsync(() => Task.FromResult(Log.Contains(text, StringComparison.Ordinal)), () => $"'{text}' was not said: {Log}");

    /// <summary>Waits for it to end by itself.</summary>
    public async Task<int> ExitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"It has not ended: {Log}");
        }

        return process.ExitCode;
    }

    /// <summary>Asks it to stop, as systemd does.</summary>
    public Task<int> StopAsync()
    {
        Signal("TERM");
        return ExitAsync();
    }

    /// <summary>Sends it a signal, such as STOP.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public async Task<(HttpStatusCode Status, string Text)> GetAsync(string path)
    {
        using var client = new HttpClient { BaseAddress = Url, Timeout = Patience };
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The same; null when nobody answers.</summary>
    public async Task<(HttpStatusCode Status, string Text)?> FindAsync(string path)
    {
        try
        {
            return await GetAsync(path);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.WaitForExit(Patience);
        process.Dispose();
    }

    /// <summary>Waits until something is so, or fails.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo, Func<string> otherwise)
    {
        for (var waited = Stopwatch.StartNew(); !await isSo(); await Task.Delay(50))
            if (waited.Elapsed > Patience) Assert.Fail(otherwise());
    }

    private void Keep(string? line)
    {
        lock (log) log.AppendLine(line);
    }
}
