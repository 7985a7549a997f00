using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Worker.Commands;

/// <summary>The host of one command with its database ready.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly IHost host;

    private Session(IHost host) => this.host = host;

    public IStore Store => host.Services.GetRequiredService<IStore>();

    public string DataFolder => Composition.DataFolder(host.Services);

    public string DatabasePath => Composition.DatabasePath(host.Services);

    public bool IsEmbedded => Composition.IsEmbedded(host.Services);

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public static async Task<Session> OpenAsync(string? dataFolder, CancellationToken cancellation, string below = "")
    {
        var session = new Session(Composition.Build(dataFolder, below));
        // A server's database is migrated by its owner, on purpose.
        if (session.IsEmbedded) await session.Store.MigrateAsync(cancellation);
        return session;
    }

    /// <summary>The same for a command that reads or judges what is there: a mistyped folder makes no empty database.</summary>
    /// <exception cref="OperatorException">There is no database.</exception>
    public static async Task<Session> OpenExistingAsync(string? dataFolder, CancellationToken cancellation)
    {
        var session = new Session(Composition.Build(dataFolder));
        try
        {
            if (!session.IsEmbedded) return session;
            if (!File.Exists(session.DatabasePath))
                throw new OperatorException($"データベース「{session.DatabasePath}」がありません。--data の場所を確かめるか、先に define で定義ファイルを登録してください。");
            await session.Store.MigrateAsync(cancellation);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>The same without touching the database: it is read as it is.</summary>
    public static Session OpenUntouched(string? dataFolder) => new(Composition.Build(dataFolder));

    public async Task<DefinitionSet> DefinitionsAsync(CancellationToken cancellation) =>
        DefinitionItems.ToSet(await Store.GetDefinitionsAsync(cancellation));

    public async ValueTask DisposeAsync()
    {
        if (host is IAsyncDisposable disposable) await disposable.DisposeAsync();
        else host.Dispose();
    }
}
