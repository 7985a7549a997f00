using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Access;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Runs;
using SurveyCalc.Tests.Scenarios;
using SurveyCalc.Worker;
using SurveyCalc.Worker.Access;
using SurveyCalc.Worker.Serving;

namespace SurveyCalc.Tests.Api;

/// <summary>The whole service on a free port, with the demo city's definitions and a data folder of its own.</summary>
public class ServiceRun : IAsyncLifetime
{
    public const string Survey = "市民意識調査";
    public const string Password = "correct horse battery";

    private readonly string folder = Directory.CreateTempSubdirectory("surveycalc-").FullName;
    private WebApplication? server;

    /// <summary>False leaves every run waiting, for tests that look at the queue.</summary>
    protected virtual bool Works => true;

    /// <summary>Most bytes of a file.</summary>
    protected virtual long Limit => 600_000;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public WebApplication App => server ?? throw new InvalidOperationException("Not started.");

    public IStore Store => App.Services.GetRequiredService<IStore>();

    public IRunLedger Ledger => App.Services.GetRequiredService<IRunLedger>();

    public IAccessStore Access => App.Services.GetRequiredService<IAccessStore>();

    public string Staging => Path.Combine(folder, "staging");

    public async Task InitializeAsync()
    {
        server = Server.Build(folder);
        var options = server.Services.GetRequiredService<IOptions<SurveyCalcOptions>>().Value;
        (options.UploadLimit, options.PollInterval) = (Limit, TimeSpan.FromMilliseconds(50));
        if (!Works) options.ParallelRuns = 0;
        var store = Store;
        await store.MigrateAsync(CancellationToken.None);
        var definitions = DefinitionFiles.Read(Directory.EnumerateFiles(CommandRun.Demo, "*.csv")
            .Where(f => !Path.GetFileName(f).Contains("調査_", StringComparison.Ordinal) || Path.GetFileName(f).StartsWith("符号表", StringComparison.Ordinal))
            .Select(f => (Path.GetFileName(f), (Stream)File.OpenRead(f))));
        Assert.True(definitions.IsAccepted, string.Join('\n', definitions.Problems));
        await store.SaveDefinitionsAsync(DefinitionItems.Of(definitions.Definitions), DateTimeOffset.UnixEpoch, "tester", CancellationToken.None);
        server.Urls.Clear();
        server.Urls.Add("http://127.0.0.1:0");
        await server.StartAsync();
        Address = new Uri(server.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A client with a new key of these scopes; without one for none.</summary>
    public async Task<HttpClient> ClientAsync(AccessScope scopes = AccessScope.Read | AccessScope.Upload | AccessScope.Operate)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        if (scopes is AccessScope.None) return client;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await KeyAsync(scopes)).ToString());
        return client;
    }

    internal async Task<KeySecret> KeyAsync(AccessScope scopes)
    {
        var key = KeySecret.Create();
        await Access.AddKeyAsync(new ApiKey(key.Id, "試験", scopes, key.Hash(), DateTimeOffset.UnixEpoch, "tester"), CancellationToken.None);
        return key;
    }

    public Task AddAccountAsync(string name, AccessScope scopes) => Access.SaveAccountAsync(new Account(name, scopes, SignIn.HashOf(Password)), CancellationToken.None);

    public static byte[] DemoFile(string year) => File.ReadAllBytes(Path.Combine(CommandRun.Demo, $"{Survey}_{year}.csv"));

    /// <summary>A form as a client sends it: survey, year, file.</summary>
    public static MultipartFormDataContent Form(byte[] file, string? survey = Survey, string? year = "R2", string fileName = "回答.csv")
    {
        var form = new MultipartFormDataContent();
        if (survey is not null) form.Add(new StringContent(survey), "survey");
        if (year is not null) form.Add(new StringContent(year), "year");
        form.Add(new ByteArrayContent(file), "file", fileName);
        return form;
    }

    /// <summary>Waits until a run is over.</summary>
    public async Task<Run> EndOfAsync(long id)
    {
        for (var i = 0; i < 1200; i++)
        {
            if (await Ledger.FindRunAsync(id, CancellationToken.None) is { State: not (RunState.Waiting or RunState.Running) } run) return run;
            await Task.Delay(50);
        }

        throw new TimeoutException($"Run {id} did not end.");
    }

    /// <summary>Sends a demo file and waits for its end.</summary>
    public async Task<Run> UploadAsync(HttpClient client, string year, string fileName = "回答.csv")
    {
        using var form = Form(DemoFile(year), year: year, fileName: fileName);
        using var answer = await client.PostAsync(new Uri("/api/uploads", UriKind.Relative), form);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode is System.Net.HttpStatusCode.Accepted, body);
        return await EndOfAsync(JsonDocument.Parse(body).RootElement.GetProperty("id").GetInt64());
    }

    /// <summary>Status, code, and the Japanese text of a refusal.</summary>
    public static async Task<(int Status, string Code, string Text)> ProblemAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.Content.Headers.ContentType?.MediaType == "application/problem+json", $"{(int)answer.StatusCode} {body}");
        var problem = JsonDocument.Parse(body).RootElement;
        Assert.Equal((int)answer.StatusCode, problem.GetProperty("status").GetInt32());
        return ((int)answer.StatusCode, problem.GetProperty("code").GetString()!, $"{problem.GetProperty("title").GetString()}: {problem.GetProperty("detail").GetString()}");
    }
}
