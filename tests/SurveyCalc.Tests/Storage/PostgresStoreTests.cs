using SurveyCalc.Indicators;
using SurveyCalc.Storage.PostgreSql;
using SurveyCalc.Tests.Contracts;
using SurveyCalc.Tests.Postgres;

namespace SurveyCalc.Tests.Storage;

/// <summary>The store of a server keeps the contract, and what is only true of it.</summary>
[NeedsPostgres]
public sealed class PostgresStoreTests : StoreContract
{
    private readonly string database = PostgresServer.Shared.CreateDatabase();

    protected override Task<IStore> CreateAsync() => ReopenAsync();

    protected override Task<IStore> ReopenAsync() => Task.FromResult<IStore>(PostgresStore.Open(database));
}
