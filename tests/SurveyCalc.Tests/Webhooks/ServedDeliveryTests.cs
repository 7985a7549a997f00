using System.Diagnostics;
using System.Globalization;
using SurveyCalc.Storage.Sqlite;
using SurveyCalc.Tests.Scenarios;
using static SurveyCalc.Tests.Contracts.StoreSamples;

namespace SurveyCalc.Tests.Webhooks;

/// <summary>The service as a process of its own: it delivers, and it does not start with wrong settings.</summary>
public sealed class ServedDeliveryTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CommandRun run = new();

    private readonly List<Process> started = [];

    public void Dispose()
    {
        foreach (var process in started)
        {
            if (!process.HasExited) process.Kill();
            process.WaitForExit();
            process.Dispose();
        }

        run.Dispose();
    }

    [Fact]
    public async Task The_service_delivers_to_the_destination_of_its_settings()
    {
        await using (var store = SqliteStore.Open(Path.Combine(run.Data, "surveycalc.db")))
        {
            await store.MigrateAsync(CancellationToken.None);
            await store.AppendActualsAsync([.. new[] { "I1", "I2", "I3" }.Select(code => Actual(code, Wave()))], CancellationToken.None);
        }

        var all = new TaskCompletionSource();
        await using var consumer = await Consumer.StartAsync((_, request, keep) =>
        {
            keep();
            if (request.Id == "rev_3") all.SetResult();
            return Task.CompletedTask;
        });
        var process = Serve(
            ("Webhooks__0__Name", "会計"), ("Webhooks__0__Url", consumer.Url.ToString()), ("Webhooks__0__Secret", Consumer.Secret),
            ("WebhookHosts__0", consumer.Url.Authority));
        await all.Task.WaitAsync(Patience);
        using (var kill = Process.Start("kill", process.Id.ToString(CultureInfo.InvariantCulture))) await kill.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(["rev_1", "rev_2", "rev_3"], consumer.Requests.Select(r => r.Id));
        await using var after = SqliteStore.Open(Path.Combine(run.Data, "surveycalc.db"));
        Assert.Equal(3, Assert.Single(await after.GetStatusAsync(CancellationToken.None)).Delivered);
    }

    [Fact]
    public async Task The_service_does_not_start_when_a_destination_is_not_allowed()
    {
        var process = Serve(
            ("Webhooks__0__Name", "会計"), ("Webhooks__0__Url", "http://169.254.169.254/latest/meta-data/"), ("Webhooks__0__Secret", Consumer.Secret));
        var error = await process.StandardError.ReadToEndAsync().WaitAsync(Patience);
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(2, process.ExitCode);
        Assert.Contains(
            "設定 Webhooks:0:Url: ホスト「169.254.169.254」は許可の一覧にありません。送ってよい相手なら WebhookHosts に「169.254.169.254」を加えてください。",
            error, StringComparison.Ordinal);
        Assert.DoesNotContain(Consumer.Secret, error, StringComparison.Ordinal);
    }

    private Process Serve(params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "surveycalc.dll"), "serve", "--data", run.Data])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = run.Folder,
        };
        start.Environment["SURVEYCALC_Urls"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings) start.Environment["SURVEYCALC_" + key] = value;
        started.Add(Process.Start(start)!);
        return started[^1];
    }
}
