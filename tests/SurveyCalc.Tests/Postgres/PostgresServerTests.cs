using Dapper;
using Npgsql;

namespace SurveyCalc.Tests.Postgres;

[NeedsPostgres]
public sealed class PostgresServerTests
{
    [StoreFact]
    public void A_test_gets_a_database_of_its_own()
    {
        using var source = NpgsqlDataSource.Create(PostgresServer.Shared.CreateDatabase());
        using var connection = source.OpenConnection();
        Assert.Equal("UTF8", connection.QuerySingle<string>("show server_encoding"));
        Assert.Equal(0, connection.QuerySingle<int>("select count(*)::int from pg_tables where schemaname = 'public'"));
    }

    [StoreTheory]
    [InlineData("市民")]
    [InlineData("𠮷")]
    public void Japanese_text_comes_back(string text)
    {
        using var source = NpgsqlDataSource.Create(PostgresServer.Shared.CreateDatabase());
        using var connection = source.OpenConnection();
        Assert.Equal(text, connection.QuerySingle<string>("select @text", new { text }));
    }
}
