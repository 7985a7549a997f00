using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SurveyCalc.Benchmarks.Http;

/// <summary>A real <c>surveycalc serve</c> on a free port of this machine.</summary>
internal sealed class ServedProcess : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "surveycalc.dll");

    private readonly Process process;

    public ServedProcess(string database, string folder)
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Url = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}");
        }

        process = Start(database, folder, ("Urls", Url.ToString()), ["serve"]);
        process.BeginOutputReadLine();
    }

    public Uri Url { get; }

    /// <summary>The most physical memory it has held so far.</summary>
    public long PeakMemory => Benchmarks.PeakMemory.BytesOf(process.Id);

    /// <summary>Makes a key that may read and upload.</summary>
    public static string Key(string database, string folder)
    {
        using var process = Start(database, folder, ("Urls", ""), ["keys", "add", "--name", "bench", "--scope", "read,upload"]);
        var key = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? key : throw new InvalidOperationException($"keys add ended with {process.ExitCode}.");
    }

    public async Task ListeningAsync(HttpClient client)
    {
        while (!process.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/live", UriKind.Relative));
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException($"The service ended with {process.ExitCode}.");
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static Process Start(string database, string folder, (string Key, string Value) setting, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["SURVEYCALC_Database"] = database;
        start.Environment["SURVEYCALC_DataFolder"] = folder;
        start.Environment["SURVEYCALC_UploadLimit"] = int.MaxValue.ToString(CultureInfo.InvariantCulture);
        start.Environment["SURVEYCALC_" + setting.Key] = setting.Value;
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }
}
