using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Storage.Sqlite;
using SurveyCalc.Tests.Scenarios;

namespace SurveyCalc.Tests.Explanations;

/// <summary>The shipped demo city, imported and computed once for all tests of a class.</summary>
public sealed class DemoStore : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("surveycalc-").FullName;

    internal SqliteStore Store { get; private set; } = null!;

    internal IReadOnlyList<Actual> Actuals { get; private set; } = [];

    public async Task InitializeAsync()
    {
        var demo = await CommandRun.RunAsync("demo", "--data", folder);
        Assert.True(demo.Exit == 0, demo.Error);
        Store = SqliteStore.Open(Path.Combine(folder, "surveycalc.db"));
        Actuals = await Store.GetActualsAsync(allRevisions: true, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
