using Dapper;
using Npgsql;
using SurveyCalc.Indicators;
using SurveyCalc.Storage;
using SurveyCalc.Storage.PostgreSql;
using SurveyCalc.Tests.Contracts;
using SurveyCalc.Tests.Postgres;

namespace SurveyCalc.Tests.Storage;

/// <summary>The store of a server keeps the contract, and what is only true of it.</summary>
[NeedsPostgres]
public sealed partial class PostgresStoreTests : StoreContract, IDisposable
{
    /// <summary>A migrated database to copy, which is faster than to migrate one for every test.</summary>
    private static readonly Lazy<string> Template = new(() =>
    {
        var template = PostgresServer.Shared.CreateDatabase();
        var store = PostgresStore.Open(template);
        store.MigrateAsync(None).GetAwaiter().GetResult();
        store.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return new NpgsqlConnectionStringBuilder(template).Database!;
    });

    private readonly Lazy<string> folder = new(() => Directory.CreateTempSubdirectory("surveycalc-").FullName);
    private readonly string database = PostgresServer.Shared.CreateDatabase(Template.Value);

    private static CancellationToken None => CancellationToken.None;

    /// <summary>The database as messages name it.</summary>
    private string Name => new NpgsqlConnectionStringBuilder(database) is var settings ? $"{settings.Host}/{settings.Database}" : "";

    public void Dispose()
    {
        if (folder.IsValueCreated) Directory.Delete(folder.Value, recursive: true);
    }

    protected override Task<IStore> CreateAsync() => ReopenAsync();

    protected override Task<IStore> ReopenAsync() => Task.FromResult<IStore>(PostgresStore.Open(database));

    protected override bool EvictsWriters => true;

    /// <summary>What somebody with another program does, in the store's schema.</summary>
    private void Execute(string sql)
    {
        using var connection = Connect();
        connection.Execute(sql);
    }

    private NpgsqlConnection Connect(string options = "")
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { SearchPath = PostgresStore.Schema, Options = options, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>The store as its options make it.</summary>
    private PostgresStore OpenWith(Action<NpgsqlConnectionStringBuilder> change)
    {
        var settings = new NpgsqlConnectionStringBuilder(database);
        change(settings);
        return PostgresStore.Open(settings.ToString());
    }

    private static async Task<StoreException> RefusalAsync(PostgresStore store)
    {
        await using (store) return await Assert.ThrowsAsync<StoreException>(() => store.GetWavesAsync(None));
    }
}
