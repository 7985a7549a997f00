using Microsoft.Extensions.Configuration;
using SurveyCalc.Tests.Deployment;
using SurveyCalc.Tests.Postgres;
using SurveyCalc.Worker;
using SurveyCalc.Worker.Serving;
using SurveyCalc.Worker.Work;

namespace SurveyCalc.Tests.Service;

/// <summary>What a service refuses or waits for before it starts.</summary>
[Collection(ServiceProcesses.Name)]
public sealed class SettingsTests
{
    private const string FiveMistakes = """
        { "SurveyCalc": { "KeepOriginals": "はい", "ParallelRuns": 0, "Nightly": "25時", "Silence": "30秒", "DropFoldr": "x" } }
        """;

    [Fact]
    public async Task Five_mistakes_are_reported_together_with_their_keys()
    {
        var folder = Directory.CreateTempSubdirectory("surveycalc-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), FiveMistakes);
        using (var service = new ServiceProcess(folder, []))
        {
            Assert.Equal(2, await service.ExitAsync());
            var lines = service.Log.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(["KeepOriginals", "Nightly", "ParallelRuns", "Silence", "DropFoldr"], lines.Select(l => l.Split([':', ' '])[2]));
            Assert.Equal("設定 SurveyCalc:ParallelRuns の「0」は使えません。1から64までの整数にしてください。", lines[2]);
            Assert.Equal("設定 SurveyCalc:Nightly の「25時」は使えません。「秒 分 時 日 月 曜日」の順に書いてください(例: 毎日2時は 0 0 2 * * ?)。", lines[1]);
            Assert.StartsWith("設定 SurveyCalc:DropFoldr はありません。つづりを確かめるか、消してください。", lines[4], StringComparison.Ordinal);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_defaults_have_no_mistake() =>
        Assert.Empty(SettingsCheck.Of(new ConfigurationBuilder().Build(), ["PATH", "SURVEYCALC_TEST_DB", "SURVEYCALC_DataFolder"], DateTimeOffset.UnixEpoch));

    [Fact]
    public void A_variable_that_is_no_setting_is_named() =>
        Assert.Equal(
            ["環境変数 SURVEYCALC_Nihgtly に当たる設定はありません。つづりを確かめるか、消してください。"],
            SettingsCheck.Of(new ConfigurationBuilder().Build(), ["SURVEYCALC_Nihgtly"], DateTimeOffset.UnixEpoch));

    [Fact]
    public void A_variable_that_keeps_the_key_of_a_webhook_may_have_any_name()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("SurveyCalc:Nightly", "25時"), new("SurveyCalc:Webhooks:0:Secret", "env:SURVEYCALC_KEY"), new("Webhooks:0:PreviousSecret", "env:SURVEYCALC_OLD_KEY"),
        ]).Build();
        Assert.StartsWith(
            "設定 SurveyCalc:Nightly の", Assert.Single(SettingsCheck.Of(settings, ["SURVEYCALC_KEY", "SURVEYCALC_OLD_KEY"], DateTimeOffset.UnixEpoch)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("StagedDays", "0", "設定 SurveyCalc:StagedDays の「0」は使えません。1から36,500までの整数にしてください。")]
    [InlineData("LogFormat", "xml", "設定 SurveyCalc:LogFormat の「xml」は使えません。text か json にしてください。")]
    public void A_value_that_cannot_be_used_is_told_with_what_can(string key, string value, string message)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new($"SurveyCalc:{key}", value)]).Build();
        Assert.Equal([message], SettingsCheck.Of(settings, [], DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void The_example_has_no_mistake_and_holds_the_defaults()
    {
        var example = Path.Combine(Path.GetDirectoryName(DeployScript.PathOf("backup.sh"))!, "..", "appsettings.example.json");
        var settings = new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(example)).Build();
        Assert.Empty(SettingsCheck.Of(settings, [], DateTimeOffset.UnixEpoch));
        var options = new SurveyCalcOptions();
        settings.GetSection(SurveyCalcOptions.Section).Bind(options);
        Assert.Equivalent(new SurveyCalcOptions(), options, strict: true);
    }

    [Fact]
    public void A_password_is_not_shown()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("SurveyCalc:Database", "Host=x;Password=秘密;Wrong=1")]).Build();
        Assert.DoesNotContain("秘密", Assert.Single(SettingsCheck.Of(settings, [], DateTimeOffset.UnixEpoch)), StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task A_database_without_our_tables_is_not_touched()
    {
        var folder = Directory.CreateTempSubdirectory("surveycalc-").FullName;
        using var service = new ServiceProcess(folder, [("Database", PostgresServer.Shared.CreateDatabase())]);
        Assert.Equal(2, await service.ExitAsync());
        Assert.Contains("migrate を実行して作成してください", service.Log, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task A_database_that_is_down_is_waited_for_and_makes_the_service_unready()
    {
        using var server = PostgresServer.StartPrivate();
        var database = server.CreateDatabase();
        await using (var store = SurveyCalc.Storage.PostgreSql.PostgresStore.Open(database)) await store.MigrateAsync(default);
        server.Down();
        var folder = Directory.CreateTempSubdirectory("surveycalc-").FullName;
        using var service = new ServiceProcess(folder, [("Database", database)]);
        await service.SaysAsync("接続できるまで待ちます");
        await ServiceProcess.UntilAsync(async () => await service.FindAsync("/health/live") is (System.Net.HttpStatusCode.OK, _), () => service.Log);
        var waiting = await service.GetAsync("/health/ready");
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, waiting.Status);
        Assert.Contains("PostgreSQLが動いているか", waiting.Text, StringComparison.Ordinal);
        Assert.Contains("SC-H092", (await service.GetAsync("/api/runs")).Text, StringComparison.Ordinal);
        server.Up();
        await service.ListeningAsync();
        Assert.Equal(System.Net.HttpStatusCode.OK, (await service.GetAsync("/health/ready")).Status);
        server.Down();
        var (status, text) = await service.GetAsync("/health/ready");
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("PostgreSQLが動いているか", text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await service.GetAsync("/health/live")).Status);
        server.Up();
        await ServiceProcess.UntilAsync(async () => (await service.GetAsync("/health/ready")).Status == System.Net.HttpStatusCode.OK, () => service.Log);
    }

    [Theory]
    [InlineData(1, 1.0, 5.0)]
    [InlineData(1, 0.0, 2.5)]
    [InlineData(3, 1.0, 20.0)]
    [InlineData(5, 1.0, 60.0)]
    [InlineData(6, 1.0, null)]
    public void Pauses_double_up_to_a_cap_and_end(int attempt, double jitter, double? seconds)
    {
        var options = new SurveyCalcOptions { FirstDelay = TimeSpan.FromSeconds(5), MostDelay = TimeSpan.FromMinutes(1), Attempts = 6 };
        Assert.Equal(seconds, RetryRule.DelayAfter(new IOException(), attempt, options, jitter)?.TotalSeconds);
    }

    [Fact]
    public void A_fault_that_is_not_known_to_pass_is_tried_twice()
    {
        Assert.NotNull(RetryRule.DelayAfter(new InvalidOperationException(), 1, new SurveyCalcOptions(), 0));
        Assert.Null(RetryRule.DelayAfter(new InvalidOperationException(), 2, new SurveyCalcOptions(), 0));
    }
}
